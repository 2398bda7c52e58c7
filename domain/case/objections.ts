import type { CaseState, Objection, ObjectionQueue } from './case.ts';
import type { NewEvent } from './events.ts';

/** An objection that waits; `place` counts those of the application that ever waited, in order of receipt. */
export type WaitingObjection = Omit<Objection, 'open'> & { readonly place: number };

/**
 * How many objections to one application one source may make on a posting (a person who is signed in, with or without a name, or an address), and how many
 * from postings are open at once; what comes beyond waits in the order of receipt. A case keeps 60 in all, so that the personnel department can still
 * record some.
 */
export const maxPublicObjections = { person: 5, unknown: 20, all: 40 } as const;

const isOpen = ({ open }: Objection): boolean => open;

/** How many objections wait for room. */
export const waitingObjections = ({ queue }: Pick<CaseState, 'queue'>): number =>
  queue ? queue.received - queue.settled : 0;

/** The place in the queue of an objection from a posting, or null where there is room for it at once. */
export function placeInQueue(state: CaseState, room: number | undefined): number | null {
  if (room === undefined) return null;
  const full = state.objections.filter(isOpen).length >= room || waitingObjections(state) > 0;
  return full ? (state.queue?.received ?? 0) + 1 : null;
}

/** The objection that is taken up next, if there is room for it; `known` are those that wait, as they were read before the command. */
export function nextInQueue(state: CaseState, known: readonly WaitingObjection[]): WaitingObjection | null {
  if (state.objections.filter(isOpen).length >= maxPublicObjections.all) return null;
  return known.find(({ place }) => waitingObjections(state) > 0 && place === (state.queue?.settled ?? 0) + 1) ?? null;
}

/** The event that takes up an objection. */
export const takenUp = ({ id, named, item }: WaitingObjection): NewEvent => ({
  name: 'objectionRecorded',
  data: { objection: id, named, item, queued: true },
});

/** The queue after one more objection waits. */
export const queuedOne = ({ queue }: CaseState, named: boolean): ObjectionQueue => ({
  received: (queue?.received ?? 0) + 1,
  settled: queue?.settled ?? 0,
  named: (queue?.named ?? 0) + (named ? 1 : 0),
});

/** The queue after its first objection was taken up. */
export const tookOne = (queue: ObjectionQueue, named: boolean): ObjectionQueue => ({
  ...queue,
  settled: queue.settled + 1,
  named: queue.named - (named ? 1 : 0),
});

/** What is left when a publicity is over: no objection, and nothing waits any more. */
export const closedBoard = ({ queue }: CaseState): Pick<CaseState, 'objections' | 'queue'> => ({
  objections: [],
  ...(queue ? { queue: { ...queue, settled: queue.received, named: 0 } } : {}),
});

/** The objections with one more. Once there are as many as the board holds, those concluded before give way; the events keep them. */
export const withObjection = (before: readonly Objection[], added: Objection): readonly Objection[] => [
  ...(before.length < maxPublicObjections.all ? before : before.filter(isOpen)),
  added,
];
