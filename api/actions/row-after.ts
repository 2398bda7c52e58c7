import type { Finished } from '../../commands/intents/write-outcome.ts';
import type { ApplicationRow, KeptObjection } from '../../db/applications/applications.ts';
import type { KeptWithIntent } from '../../db/intents/recording.ts';
import type { NewObjection } from '../../db/postings/objections.ts';
import { officesThatSee, rolesComeTo } from '../../domain/access/come-to.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Deadline } from '../../domain/case/plan/deadlines.ts';

/**
 * The application after an action, made of what was read before it and what it wrote, so that it need not be read again. Null if that would be incomplete:
 * after a first submission, if something else happened in between, or if there are newer dates.
 */
export function rowAfter(
  before: ApplicationRow,
  { intent, reply }: NonNullable<Finished['left']>,
  { objection }: KeptWithIntent = {},
): ApplicationRow | null {
  const { snapshot, events, deadlines, timelineVersion } = reply;
  const alone = before.open === 0 && intent.n === before.line + 1 && snapshot.seq === before.seq + events.length;
  if (!alone || !before.plan || timelineVersion !== before.timelineVersion) return null;
  const concluded = events.find((event) => event.name === 'objectionConcluded');
  const received = events.find((event) => event.name === 'objectionRecorded' || event.name === 'objectionQueued');
  const takenUp = events.flatMap((event) => (event.name === 'objectionRecorded' ? event.data.objection : []));
  const posted = events.findLast((event) => event.name === 'posted')?.data.postedOn ?? before.postedOn;
  return {
    ...before,
    seq: snapshot.seq,
    seenBy: officesThatSee(before.acting, rolesComeTo(before.plan, snapshot), before.seenBy),
    line: intent.n,
    contentVersion: intent.contentVersion ?? before.contentVersion,
    nowMs: Math.max(before.nowMs, intent.receivedAt),
    snapshot,
    deadlines: deadlines.toSorted(byInstant),
    objections: [
      ...before.objections.map((each) => ({
        ...each,
        ...(each.id === concluded?.data.objection
          ? { conclusion: { by: concluded.by.role, upheld: concluded.data.upheld } }
          : {}),
        ...(takenUp.includes(each.id) ? { recorded: true } : {}),
      })),
      ...(objection && received ? [keptNow(objection, intent.receivedAt, received)] : []),
    ],
    reviewedOn: events.findLast((event) => event.name === 'resultRecorded')?.data.heldOn ?? before.reviewedOn,
    asides: {},
    postedOn: snapshot.stage?.phase === 'posted' ? posted : null,
  };
}

/** The objection that this action made, in the form in which it is read later. */
const keptNow = (
  { id, named, objector, body }: NewObjection,
  receivedAt: number,
  { name, data, by }: CaseEvent<'objectionRecorded'> | CaseEvent<'objectionQueued'>,
): KeptObjection => ({
  id,
  named,
  objector: objector?.toString('hex') ?? null,
  body: body.toString('hex'),
  receivedAt,
  item: data.item,
  recorded: name === 'objectionRecorded',
  place: 'place' in data ? data.place : null,
  byUnit: by.role === 'unitHr',
  conclusion: null,
});

/** The order in which they are read. */
const byInstant = (a: Deadline, b: Deadline): number => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1);
