import { type Refusal, refuse } from '../refusal.ts';

/** The state of one entity after its last accepted command, with the answer to that command, so that a repeated command gets the same answer. */
export type Queue<S, R> = {
  readonly case: S;
  readonly last: { readonly n: number; readonly reply: R } | null;
};

/** The result of a command: the new state and the answer, or the refusal. */
export type Decided<S, R> = { readonly state: S; readonly reply: R } | { readonly refusal: Refusal };

/** The result of taking a command from the queue. */
export type Taken<S, R> = { readonly queue: Queue<S, R>; readonly reply: R } | { readonly refusal: Refusal };

/**
 * Handles the next command of an entity of any kind: a lower number is stale, a repeated number gets the stored answer, any other is decided. Pure.
 */
export function takeCommand<S, R, C extends { readonly n: number }>(
  queue: Queue<S, R>,
  command: C,
  decide: (state: S, command: C) => Decided<S, R>,
): Taken<S, R> {
  const { last } = queue;
  const { n } = command;
  if (last && n < last.n) return { refusal: stale({ n, last: last.n }) };
  if (last && n === last.n) return { queue, reply: last.reply };
  const decided = decide(queue.case, command);
  if ('refusal' in decided) return decided;
  const { state, reply } = decided;
  return { queue: { case: state, last: { n, reply } }, reply };
}

const stale = (details: Refusal['details']): Refusal =>
  refuse('STALE', { zh: '该操作序号已过。', en: 'A later intent of this line is already decided.' }, { details });
