import { argumentText } from '../../commands/intents/command-of.ts';
import { interactiveLeaseMs } from '../../commands/limits.ts';
import { sealText } from '../../commands/preparing/argument.ts';
import { inForceAt, withAnnounced } from '../../commands/preparing/in-force.ts';
import { planRef } from '../../db/applications/plans.ts';
import {
  type ConcernedRow,
  findConcerned,
  type NewChange,
  recordCommitteeChange,
} from '../../db/committees/committee-changes.ts';
import type { RoutedCase } from '../../db/committees/routings.ts';
import type { PendingApplication } from '../../db/intents/intent.ts';
import type { NewIntent } from '../../db/intents/recording.ts';
import type { Employer } from '../../db/people/units.ts';
import { dateOf, endOfDayAt } from '../../domain/calendar/dates.ts';
import type { Actor } from '../../domain/case/actor.ts';
import { unannounced } from '../../domain/case/announced-windows.ts';
import type { Command } from '../../domain/case/commands.ts';
import { compile, compileTimeline } from '../../domain/case/compile.ts';
import { claimTaken } from '../../domain/claims/claims.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import { type ChangeRule, committeeFixed, reported } from '../../domain/lifecycle/move-committee.ts';
import type { Destination } from '../../domain/programme/facts.ts';
import type { Plan, Programme } from '../../domain/programme/programme.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { MovedRoute } from '../../domain/routing/moved-route.ts';
import { officesInCharge } from '../../domain/routing/offices-in-charge.ts';
import { routeOf } from '../../domain/routing/routing.ts';
import { text } from '../../domain/text.ts';
import { forbidden, invalid, refused } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** How many applications one change may move. */
const most = 200;

/** What the title office decided: whose committee changes to which, and why. */
export type Change = {
  readonly of: RoutedCase;
  readonly world: string | null;
  readonly employer: Employer;
  readonly to: string;
  readonly destination: Destination;
  readonly reason: string;
  readonly by: Actor;
  readonly rule: ChangeRule;
};

/** The applications a change concerns, as they were read. */
export async function concernedBy({ db }: Pick<Services, 'db'>, { of, world, by }: Change): Promise<ConcernedRow[]> {
  const rows = await findConcerned(db, world, { of, limit: most + 1 });
  if (rows.length > most)
    throw invalid([{ path: '/unit', message: text('申报过多，请分批处理。', 'There are too many applications.') }]);
  if (rows.some(({ person }) => person === by.person))
    throw forbidden(text('本人的申报由他人办理。', 'One’s own application is for somebody else to move.'));
  return rows;
}

/** Whether something must be settled before it can be said where an application stands: an open intent, a deadline that has passed. */
export const hasOpenIntents = ({ closed, open, dueAt, nowMs }: ConcernedRow): boolean =>
  !closed && (open > 0 || (dueAt !== null && dueAt <= nowMs));

/** Whether an application binds its unit to a committee: it is reviewed and runs, or ended in a way that uses up the year. */
const binds = ({ opened, held }: ConcernedRow): boolean => opened && held !== null;

/** Which of them are with the committee already. */
export const isThere =
  ({ to }: Change) =>
  (row: ConcernedRow): boolean =>
    binds(row) && row.committee === to;

/**
 * Judges the move of each as its workflow will, and records all or none; null where something happened since they were read. Throws the refusal, which
 * lists every application that stands against the change.
 */
export async function recordChange(
  services: Services,
  change: Change,
  rows: readonly ConcernedRow[],
): Promise<{ decidedAt: number; intents: readonly PendingApplication[]; drafts: number } | null> {
  const { of, world, to, by, destination } = change;
  const [first] = rows;
  const inForce = await inForceAt(services, { programme: of.programme, committee: to, world });
  const programme = withAnnounced(inForce, to);
  const leaving = rows.filter((row) => binds(row) && row.committee !== to);
  const moves = leaving.map((row) => judged(services, { change, programme, row }));
  const against = moves.flatMap((move) => ('refusal' in move ? move : []));
  if (against.length > 0) throw refused(listing(against));
  const drafts = rows.filter(({ opened, committee }) => !opened && committee !== to);
  const routed = drafts.flatMap((row) => {
    const route = movedRoute(programme, change, row);
    return route ? { no: row.no, ...route } : [];
  });
  const recorded = await recordCommitteeChange(services.db, {
    world,
    programme: of.programme,
    timeline: inForce.programme.timeline.version,
    to,
    until: first ? endOfDayAt(dateOf(first.nowMs)) : Number.MAX_SAFE_INTEGER,
    from: leaving[0]?.held ?? null,
    routing: { ...of, destination, person: by.person },
    cases: rows.map(({ no, line }) => ({ no, line })),
    intents: moves.flatMap((move) => ('intent' in move && move.intent ? move.intent : [])),
    drafts: routed,
  } satisfies NewChange);
  if (recorded.status === 'versionConflict') return null;
  if (recorded.status === 'taken') throw refused(takenBy(programme, recorded));
  return { ...recorded, drafts: routed.length };
}

type Judging = { readonly change: Change; readonly programme: Programme; readonly row: ConcernedRow };
type Judged = { readonly intent: NewIntent | null } | { readonly no: string; readonly refusal: Refusal };

/** The move of one application as it is recorded, or what stands against it; null where it is closed and was never reported: only its claim goes along. */
function judged(services: Services, { change, programme, row }: Judging): Judged {
  const { no, plan, snapshot } = row;
  if (!plan || !snapshot) throw new Error(`application ${no} binds its unit without a plan`);
  if (row.closed) {
    const { rule } = change;
    return reported(snapshot, plan, rule) ? { no, refusal: committeeFixed(rule) } : { intent: null };
  }
  const route = movedRoute(programme, change, row);
  if (!route) return { no, refusal: notTaken(change) };
  const next = planOf(services, programme, { ...row, ...route });
  // The printed grounds of a period that is not announced stand with the programme, not with the plan.
  const later = snapshot.ended ? null : unannounced(next, programme.timeline.announced ?? []);
  if (later) return { no, refusal: later };
  const { by } = change;
  const words = sealText(services.vault, { reason: change.reason });
  const data = { text: words.id, textHash: words.hash };
  const known = { n: 0, intent: '', name: 'moveCommittee' as const, by, data, receivedAt: row.nowMs, plan: next };
  const ref = planRef(next);
  const decision = decide({ ...snapshot, plan }, { ...known, ...newer(services, { programme, row, plan }) });
  if (decision.kind === 'refused') return { no, refusal: decision.refusal };
  return {
    intent: {
      no,
      action: 'moveCommittee',
      person: by.person,
      role: by.role,
      scope: by.scope ?? null,
      claims: null,
      keyHash: null,
      fingerprint: null,
      expectedSeq: null,
      freeze: false,
      argument: argumentText({ data, plan: ref, route }),
      plan: { ...ref, body: next },
      text: words,
      lane: 'interactive',
      tryAfterMs: interactiveLeaseMs,
    },
  };
}

/** The dates the case adopts first, where they are newer than its own. */
function newer(
  { deps }: Services,
  { programme: { timeline }, row, plan }: Omit<Judging, 'change'> & { plan: Plan },
): Pick<Command, 'timeline'> {
  return plan.timeline.version < timeline.version ? { timeline: compileTimeline(timeline, row, deps.calendar) } : {};
}

function planOf({ deps }: Services, programme: Programme, row: ConcernedRow): Plan {
  const { series, specialty, level, track, employerClass, committee, destination } = row;
  return compile(programme, { series, specialty, level, track, employerClass, committee, destination }, deps.calendar);
}

/** Where an application goes after the change, by the authority it has; null where that committee does not take it. */
function movedRoute(programme: Programme, { to, destination, employer }: Change, row: ConcernedRow): MovedRoute | null {
  const { series, specialty, level, track, employerClass, acting, sealingAuthority: authority } = row;
  const { territory, agencyClient = false } = employer;
  const facts = { series, specialty, level, track, employerClass };
  const route = routeOf(programme, {
    ...facts,
    agencyClient,
    assigned: { committee: to, destination },
    ...(territory ? { territory } : {}),
  });
  const { office } = route;
  if (route.committee !== to || route.destination === null || office === null) return null;
  const { industryAuthority: supervisor } = acting;
  const mine = { ...facts, committee: to, destination: route.destination };
  const offices = officesInCharge(programme, mine, { office, authority, ...(supervisor ? { supervisor } : {}) });
  return { committee: to, destination: route.destination, office, acting: offices };
}

const notTaken = ({ rule: { clauses, readings } }: Change): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    { zh: '该评委会不受理此项申报。', en: 'That committee does not take this application.' },
    { clauses, readings },
  );

/** One refusal for all that stand against a change, each by its number: that it was reported already goes before other grounds. */
function listing(against: readonly { readonly no: string; readonly refusal: Refusal }[]): Refusal {
  const [first] = against.toSorted((a, b) => rank(a.refusal) - rank(b.refusal));
  if (!first) throw new Error('nothing stands against the change');
  const applications = against.map(({ no, refusal }) => ({ no, code: refusal.code, message: refusal.message }));
  return { ...first.refusal, details: { ...first.refusal.details, applications } };
}

const rank = ({ code }: Refusal): number => (code === 'COMMITTEE_FIXED' ? 0 : 1);

/** A claim of somebody concerned that another application of the same person stands against (LYG-4.0-c). */
function takenBy({ claims }: Programme, { kind, no }: { readonly kind: string; readonly no: string }): Refusal {
  const { clauses = [], readings = [] } = claims.find((rule) => rule.kind === kind) ?? {};
  const refusal = claimTaken({ kind, key: '', value: '', clauses, readings });
  return { ...refusal, details: { ...refusal.details, applications: [{ no, code: refusal.code }] } };
}
