import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../domain/case/actor.ts';

/** Everything that happened to one thing, first to last, with the intents it came of. */
export type Trail = readonly {
  readonly seq: number;
  readonly name: string;
  readonly stage: string | null;
  readonly at: number;
  readonly by: Actor;
  readonly data: object;
  readonly intent: string;
}[];

/** Whether the numbers run from 1 to the last without a gap. */
export const runsTo = (trail: Trail, seq: number): boolean =>
  trail.length === seq && trail.every((event, place) => event.seq === place + 1);

export const ordered = (trail: Trail): boolean =>
  trail.every((event, place) => event.at >= (trail[place - 1]?.at ?? 0));

/** Equal as JSON values, whatever the order of their keys. */
export const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
