import { setTimeout as pause } from 'node:timers/promises';
import type { BenchCase } from './cases.ts';
import type { Call, Sender } from './client.ts';
import { walk } from './contestants.ts';

/** One action: when it was meant to be sent (epoch ms), how long after that its answer was there (ms), and whether that was only a receipt. */
export type Sample = { readonly meantAt: number; readonly latencyMs: number; readonly receipt: boolean };

/** Somebody's case on its way, and its next action. */
type Walker = { readonly one: BenchCase; index: number };

export type OpenLoop = {
  readonly sender: Sender;
  readonly cases: Iterator<BenchCase>;
  readonly call: (one: BenchCase, index: number) => Call;
  /** Actions a second. */
  readonly rate: number;
};

/**
 * Sends actions at a fixed rate, whoever is still waiting for an answer, until it is stopped; an action is late from the moment it was meant to be sent.
 * Each goes to a case that waits for nothing, a new one where there is none.
 */
export function startOpenLoop({ sender, cases, call, rate }: OpenLoop): { stop: () => Promise<readonly Sample[]> } {
  const samples: Sample[] = [];
  const free: Walker[] = [];
  const under: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  let stopped = false;
  const next = (): Walker => {
    const known = free.shift();
    if (known) return known;
    const fresh = cases.next();
    if (fresh.done) throw new Error('there are no cases left; the run was planned with too few');
    return { one: fresh.value, index: 0 };
  };
  const act = async (meantAt: number, walker: Walker): Promise<void> => {
    const receipt = (await sender.ask(call(walker.one, walker.index))) === 202;
    samples.push({ meantAt, latencyMs: Date.now() - meantAt, receipt });
    walker.index += 1;
    // What is not decided yet is left to itself.
    if (!receipt && walker.index < walk.length) free.push(walker);
  };
  const ticking = (async () => {
    const begunAt = Date.now();
    for (let tick = 0; !stopped; tick += 1) {
      const meantAt = begunAt + (tick * 1000) / rate;
      await pause(Math.max(0, meantAt - Date.now()));
      under.push(act(meantAt, next()).catch((error: unknown) => failures.push(error)));
    }
  })();
  const stop = async () => {
    stopped = true;
    await ticking;
    await Promise.all(under);
    if (failures.length > 0) throw failures[0];
    return samples;
  };
  return { stop };
}
