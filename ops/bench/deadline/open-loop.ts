import { setTimeout as pause } from 'node:timers/promises';
import type { BenchCase } from '../cases.ts';
import type { Call, Sender } from '../client.ts';
import { walk } from '../contestants.ts';

/** One action: its planned time (epoch ms), how long after that it was answered (ms), and whether the answer was only a receipt. */
export type Sample = { readonly meantAt: number; readonly latencyMs: number; readonly receipt: boolean };

/** A running case and its next action. */
type Walker = { readonly one: BenchCase; index: number };

export type OpenLoop = {
  readonly sender: Sender;
  readonly cases: Iterator<BenchCase>;
  readonly call: (one: BenchCase, index: number) => Call;
  /** Actions a second. */
  readonly rate: number;
};

/**
 * Open loop: sends actions at a fixed rate until it is stopped, however many are still unanswered. The latency of an action counts from its planned time.
 * Each action goes to a case without an unanswered one, or to a new case.
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
    // A case with only a receipt is not used again.
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
