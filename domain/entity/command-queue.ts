import { type Refusal, refuse } from '../refusal.ts';

/** How far the commands of one thing have been decided: its state, and the answer to the last accepted command, so that a repeated one gets the same answer. */
export type Queue<S, R> = {
  readonly case: S;
  readonly last: { readonly n: number; readonly reply: R } | null;
};

/** What a command comes to: the state after it with the answer, or why it is refused. */
export type Decided<S, R> = { readonly state: S; readonly reply: R } | { readonly refusal: Refusal };

/** What became of a command that was taken from the queue. */
export type Taken<S, R> = { readonly queue: Queue<S, R>; readonly reply: R } | { readonly refusal: Refusal };

/** Takes the next command, for a thing of any kind: an older number is stale, a repeated one gets its first answer, any other is decided. Pure. */
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
