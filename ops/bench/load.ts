import { setTimeout as pause } from 'node:timers/promises';
import type { BenchCase } from './cases.ts';
import type { Sender } from './client.ts';
import type { Contestant } from './contestants.ts';
import { rampMs } from './limits.ts';

/** The result of a load: the accepted actions in the window, and how long each took (ms). */
export type Stretch<S> = {
  readonly from: S;
  readonly to: S;
  readonly latenciesMs: readonly number[];
  /** Cases done from the first action to the last. */
  readonly done: readonly BenchCase[];
};

export type Load<S> = {
  readonly contestant: Contestant;
  readonly sender: Sender;
  readonly cases: Iterator<BenchCase>;
  readonly clients: number;
  readonly seconds: number;
  /** How many actions of each case are sent; the rest of it stays undone. */
  readonly actions: number;
  /** Reads the meters at both ends of the window. */
  readonly sample: () => Promise<S>;
};

/**
 * Closed loop: each client plays one case after the other, one action at a time. Actions that end within the window count. After it each client still
 * finishes its case, so that the other contestant finds a quiet machine.
 */
export async function drive<S>({
  contestant,
  sender,
  cases,
  clients,
  seconds,
  actions,
  sample,
}: Load<S>): Promise<Stretch<S>> {
  const latenciesMs: number[] = [];
  const done: BenchCase[] = [];
  let counting = false;
  let over = false;
  const client = async (): Promise<void> => {
    while (!over) {
      const next = cases.next();
      if (next.done) throw new Error('there are no cases left; the run was planned with too few');
      for (let index = 0; index < actions; index += 1) {
        const call = contestant.call(next.value, index);
        const begunAt = performance.now();
        await sender.send(call);
        if (counting) latenciesMs.push(performance.now() - begunAt);
      }
      done.push(next.value);
    }
  };
  const running = Promise.all(Array.from({ length: clients }, client));
  const window = async () => {
    await pause(rampMs);
    counting = true;
    const from = await sample();
    await pause(seconds * 1000);
    counting = false;
    const to = await sample();
    over = true;
    return { from, to };
  };
  const [ends] = await Promise.all([window(), running]);
  return { ...ends, latenciesMs, done };
}
