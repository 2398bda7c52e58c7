import type { Finished } from '../../commands/intents/write-outcome.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import type { Deadline } from '../../domain/case/deadlines.ts';

/**
 * The application as an action left it, put together from what was read before it and what it wrote, which saves reading all of it again.
 * Null where that would not be the whole truth: a first submission, something else that happened in between, newer dates.
 */
export function rowAfter(
  before: ApplicationRow,
  { intent, reply }: NonNullable<Finished['left']>,
): ApplicationRow | null {
  const { snapshot, events, deadlines, timelineVersion } = reply;
  const alone = before.open === 0 && intent.n === before.line + 1 && snapshot.seq === before.seq + events.length;
  if (!alone || !before.plan || timelineVersion !== before.timelineVersion) return null;
  const posted = events.findLast((event) => event.name === 'posted')?.data.postedOn ?? before.postedOn;
  return {
    ...before,
    seq: snapshot.seq,
    line: intent.n,
    contentVersion: intent.contentVersion ?? before.contentVersion,
    nowMs: Math.max(before.nowMs, intent.receivedAt),
    snapshot,
    deadlines: deadlines.toSorted(byInstant),
    objected: before.objected || snapshot.objections.length > 0,
    postedOn: snapshot.stage?.phase === 'posted' ? posted : null,
  };
}

/** The order in which they are read. */
const byInstant = (a: Deadline, b: Deadline): number => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1);
