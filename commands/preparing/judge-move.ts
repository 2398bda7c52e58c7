import type { RoutedCase } from '../../db/committees/routings.ts';
import type { ConcernedRow } from '../../db/intents/committee-changes.ts';
import type { NewIntent } from '../../db/intents/recording.ts';
import type { Employer } from '../../db/people/units.ts';
import { planRef } from '../../db/programmes/plans.ts';
import type { Actor } from '../../domain/case/actor.ts';
import type { Command } from '../../domain/case/commands/commands.ts';
import { unannounced } from '../../domain/case/plan/announced-windows.ts';
import { compile, compileTimeline } from '../../domain/case/plan/compile.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import { type ChangeRule, committeeFixed, reported } from '../../domain/lifecycle/move-committee.ts';
import type { Destination } from '../../domain/programme/facts.ts';
import type { Plan, Programme } from '../../domain/programme/programme.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { MovedRoute } from '../../domain/routing/moved-route.ts';
import { officesInCharge } from '../../domain/routing/offices-in-charge.ts';
import { routeOf } from '../../domain/routing/routing.ts';
import { argumentText } from '../intents/command-of.ts';
import { interactiveLeaseMs } from '../limits.ts';
import { sealText } from './argument.ts';
import type { PreparingDeps } from './deps.ts';

/** What the title office decided: whose committee changes to which, and why. */
export type CommitteeChange = {
  readonly of: RoutedCase;
  readonly world: string | null;
  readonly employer: Employer;
  readonly to: string;
  readonly destination: Destination;
  readonly reason: string;
  readonly by: Actor;
  readonly rule: ChangeRule;
};

type Judging = { readonly change: CommitteeChange; readonly programme: Programme; readonly row: ConcernedRow };
type Judged = { readonly intent: NewIntent | null } | { readonly no: string; readonly refusal: Refusal };

/** The move of one application as it is recorded, or what stands against it; null where it is closed and was never reported: only its claim goes along. */
export function judgeMove(deps: PreparingDeps, { change, programme, row }: Judging): Judged {
  const { no, plan, snapshot } = row;
  if (!plan || !snapshot) throw new Error(`application ${no} binds its unit without a plan`);
  if (row.closed) {
    const { rule } = change;
    return reported(snapshot, plan, rule) ? { no, refusal: committeeFixed(rule) } : { intent: null };
  }
  const route = movedRoute(programme, change, row);
  if (!route) return { no, refusal: notTaken(change) };
  const next = planOf(deps, programme, { ...row, ...route });
  // The printed grounds of a period that is not announced stand with the programme, not with the plan.
  const later = snapshot.ended ? null : unannounced(next, programme.timeline.announced ?? []);
  if (later) return { no, refusal: later };
  const { by } = change;
  const words = sealText(deps.vault, { reason: change.reason });
  const data = { text: words.id, textHash: words.hash };
  const known = { n: 0, intent: '', name: 'moveCommittee' as const, by, data, receivedAt: row.nowMs, plan: next };
  const ref = planRef(next);
  const decision = decide({ ...snapshot, plan }, { ...known, ...newer(deps, { programme, row, plan }) });
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
  { deps }: PreparingDeps,
  { programme: { timeline }, row, plan }: Omit<Judging, 'change'> & { plan: Plan },
): Pick<Command, 'timeline'> {
  return plan.timeline.version < timeline.version ? { timeline: compileTimeline(timeline, row, deps.calendar) } : {};
}

function planOf({ deps }: PreparingDeps, programme: Programme, row: ConcernedRow): Plan {
  const { series, specialty, level, track, employerClass, committee, destination } = row;
  return compile(programme, { series, specialty, level, track, employerClass, committee, destination }, deps.calendar);
}

/** Where an application goes after the change, by the authority it has; null where that committee does not take it. */
export function movedRoute(
  programme: Programme,
  { to, destination, employer }: CommitteeChange,
  row: ConcernedRow,
): MovedRoute | null {
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

const notTaken = ({ rule: { clauses, readings } }: CommitteeChange): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    { zh: '该评委会不受理此项申报。', en: 'That committee does not take this application.' },
    { clauses, readings },
  );
