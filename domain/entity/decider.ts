import type { Actor } from '../case/actor.ts';
import type { Refusal } from '../refusal.ts';
import type { Decided, Queue, Taken } from './command-queue.ts';
import { takeCommand } from './command-queue.ts';

/** What the state of every thing holds beside its own: how many events it has had, and when the last was (business epoch ms). */
export type EntityState = { readonly seq: number; readonly lastAt: number };

/** What happened, before it has its number and its instant. */
export type Fact = { readonly name: string; readonly data: object };

/** One event of a thing; `at` is business time, epoch ms. */
export type EntityEvent<F extends Fact = Fact> = F & {
  readonly seq: number;
  readonly at: number;
  readonly by: Actor;
};

/** One command of a thing. `receivedAt` (business epoch ms) is its only clock, and `context` all that it looks at beside the state. */
export type EntityCommand<Name extends string = string, Data = object, Context = object> = {
  readonly intent: string;
  readonly n: number;
  readonly name: Name;
  readonly by: Actor;
  readonly data: Data;
  readonly receivedAt: number;
  /** Hash of the intent as it was recorded, which the answer repeats. */
  readonly digest?: string;
  readonly context: Context;
};

/** How the things of one kind change: what a command comes to, and what an event makes of the state. Both are pure. */
export type Decider<S extends EntityState, C extends EntityCommand, F extends Fact> = {
  readonly empty: S;
  readonly decide: (state: S, command: C) => readonly F[] | Refusal;
  readonly evolve: (state: S, event: EntityEvent<F>) => S;
};

/** The answer to an accepted command: what happened, and the state after it. */
export type EntityReply<S, F extends Fact> = { readonly events: readonly EntityEvent<F>[]; readonly snapshot: S };

/** Decides one command: the events with their numbers and instants, which never run backwards, and the state after them. */
export function decideCommand<S extends EntityState, C extends EntityCommand, F extends Fact>(
  decider: Decider<S, C, F>,
  before: S,
  command: C,
): Decided<S, EntityReply<S, F>> {
  const facts = decider.decide(before, command);
  if ('code' in facts) return { refusal: facts };
  const at = Math.max(command.receivedAt, before.lastAt);
  const events = facts.map((fact, place) => ({ ...fact, seq: before.seq + 1 + place, at, by: command.by }));
  const state = events.reduce((current, event) => evolveBy(decider, current, event), before);
  return { state, reply: { events, snapshot: state } };
}

/** The state after an event. */
function evolveBy<S extends EntityState, C extends EntityCommand, F extends Fact>(
  { evolve }: Decider<S, C, F>,
  state: S,
  event: EntityEvent<F>,
): S {
  return { ...evolve(state, event), seq: event.seq, lastAt: event.at };
}

/** The state that all the events of a thing lead to. */
export const foldBy = <S extends EntityState, C extends EntityCommand, F extends Fact>(
  decider: Decider<S, C, F>,
  events: readonly EntityEvent<F>[],
): S => events.reduce((state, event) => evolveBy(decider, state, event), decider.empty);

/** What a workflow keeps of a thing from run to run. */
export type EntityQueue<S, F extends Fact> = Queue<S, EntityReply<S, F>>;

/** How the workflow of a kind takes its commands. */
export const takeBy =
  <S extends EntityState, C extends EntityCommand, F extends Fact>(decider: Decider<S, C, F>) =>
  (queue: EntityQueue<S, F>, command: C): Taken<S, EntityReply<S, F>> =>
    takeCommand(queue, command, (state, next: C) => decideCommand(decider, state, next));
