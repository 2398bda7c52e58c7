import { inForceAt, withAnnounced } from '../../../commands/preparing/in-force.ts';
import { type CommitteeChange, judgeMove, movedRoute } from '../../../commands/preparing/judge-move.ts';
import type { PendingApplication } from '../../../db/intent.ts';
import {
  type ConcernedRow,
  findConcerned,
  type NewChange,
  recordCommitteeChange,
} from '../../../db/intents/committee-changes.ts';
import { dateOf, endOfDayAt } from '../../../domain/calendar/dates.ts';
import { claimTaken } from '../../../domain/claims/claims.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import { notYours } from '../../access/may.ts';
import { invalid, refused } from '../../http/errors.ts';
import { maxChanged } from '../../http/limits.ts';
import type { Services } from '../../http/route.ts';

/** The applications a change concerns, as they were read. */
export async function concernedBy(
  { db }: Pick<Services, 'db'>,
  { of, world, by }: CommitteeChange,
): Promise<ConcernedRow[]> {
  const rows = await findConcerned(db, world, { of, limit: maxChanged + 1 });
  if (rows.length > maxChanged)
    throw invalid([{ path: '/unit', message: text('申报过多，请分批处理。', 'There are too many applications.') }]);
  if (rows.some(({ person }) => person === by.person))
    throw refused(notYours(text('本人的申报由他人办理。', 'One’s own application is for somebody else to move.')));
  return rows;
}

/** Whether an application has an open intent or a passed deadline, which must be finished before it can be judged. */
export const hasOpenIntents = ({ closed, open, dueAt, nowMs }: ConcernedRow): boolean =>
  !closed && (open > 0 || (dueAt !== null && dueAt <= nowMs));

/** Whether an application binds its unit to a committee: it is reviewed and runs, or ended in a way that uses up the year. */
const binds = ({ opened, held }: ConcernedRow): boolean => opened && held !== null;

/** Those that already go to the committee. */
export const isThere =
  ({ to }: CommitteeChange) =>
  (row: ConcernedRow): boolean =>
    binds(row) && row.committee === to;

/**
 * Judges the change of each application as its workflow will, and records all or none; null if something has happened since they were read. Throws a refusal
 * that lists every application that prevents the change.
 */
export async function recordChange(
  services: Services,
  change: CommitteeChange,
  rows: readonly ConcernedRow[],
): Promise<{ decidedAt: number; intents: readonly PendingApplication[]; drafts: number } | null> {
  const { of, world, to, by, destination } = change;
  const [first] = rows;
  const inForce = await inForceAt(services, { programme: of.programme, committee: to, world });
  const programme = withAnnounced(inForce, to);
  const leaving = rows.filter((row) => binds(row) && row.committee !== to);
  const moves = leaving.map((row) => judgeMove(services, { change, programme, row }));
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

/** One refusal for all applications that prevent a change, with their numbers; if one was already reported, that is the reason given. */
function listing(against: readonly { readonly no: string; readonly refusal: Refusal }[]): Refusal {
  const [first] = against.toSorted((a, b) => rank(a.refusal) - rank(b.refusal));
  if (!first) throw new Error('nothing stands against the change');
  const applications = against.map(({ no, refusal }) => ({ no, code: refusal.code, message: refusal.message }));
  return { ...first.refusal, details: { ...first.refusal.details, applications } };
}

const rank = ({ code }: Refusal): number => (code === 'COMMITTEE_FIXED' ? 0 : 1);

/** The refusal of a claim because of another application of the same person (LYG-4.0-c). */
function takenBy({ claims }: Programme, { kind, no }: { readonly kind: string; readonly no: string }): Refusal {
  const { clauses = [], readings = [] } = claims.find((rule) => rule.kind === kind) ?? {};
  const refusal = claimTaken({ kind, key: '', value: '', clauses, readings });
  return { ...refusal, details: { ...refusal.details, applications: [{ no, code: refusal.code }] } };
}
