import type { Actor } from '../case/actor.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** The state of one entity after its last accepted command, with the answer to that command, so that a repeated command gets the same answer. */
export type Queue<S, R> = {
  readonly case: S;
  /** Without a reply where the queue was rebuilt from the trail: every outcome up to this number is written down. */
  readonly last: { readonly n: number; readonly reply: (R & Answered) | null } | null;
};

/** What every command says of itself. */
export type Numbered = {
  readonly intent: string;
  readonly n: number;
  readonly name: string;
  readonly by: Actor;
  /** Hash of the intent as it was recorded; absent in commands sent before there was one. */
  readonly digest?: string;
};

/** Which command an answer is about, and the version of the state that it was decided on; whoever asked compares it with what was asked. */
export type DecidedCommand = Numbered & { readonly seq: number };

/** Part of every answer; absent in those given before there was one. */
export type Answered = { readonly decided?: DecidedCommand };

/** The result of a command: the new state and the answer, or the refusal. */
export type Decided<S, R> = { readonly state: S; readonly reply: R } | { readonly refusal: Refusal };

/** The result of taking a command from the queue. */
export type Taken<S, R> = { readonly queue: Queue<S, R>; readonly reply: R & Answered } | { readonly refusal: Refusal };

/**
 * Handles the next command of an entity of any kind: a lower number is stale, a repeated number gets the stored answer, any other is decided. Pure.
 */
export function takeCommand<S extends { readonly seq: number }, R, C extends Numbered>(
  queue: Queue<S, R>,
  command: C,
  decide: (state: S, command: C) => Decided<S, R>,
): Taken<S, R> {
  const { last } = queue;
  const { n } = command;
  if (last && (n < last.n || (n === last.n && !last.reply))) return { refusal: stale({ n, last: last.n }) };
  if (last?.reply && n === last.n) return { queue, reply: last.reply };
  const decided = decide(queue.case, command);
  if ('refusal' in decided) return decided;
  const { state } = decided;
  const reply = { ...decided.reply, decided: decidedCommand(queue, command) };
  return { queue: { case: state, last: { n, reply } }, reply };
}

/** What an answer to this command says that it is about. */
export function decidedCommand<S extends { readonly seq: number }>(
  { case: { seq } }: { readonly case: S },
  { intent, n, name, by, digest }: Numbered,
): DecidedCommand {
  return { intent, n, name, by, ...(digest === undefined ? {} : { digest }), seq };
}

const stale = (details: Refusal['details']): Refusal =>
  refuse('STALE', { zh: '该操作序号已过。', en: 'A later intent of the same queue is already decided.' }, { details });
