import type { Stretch } from './load.ts';
import type { Reading } from './meters.ts';
import { processes } from './stage.ts';

/** The measurements of one contestant in one round. */
export type Figures = {
  readonly actionsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU milliseconds an action, by process and in all; the load generator is not in the sum. */
  readonly cpuMs: Readonly<Record<string, number>>;
  readonly cpuMsInAll: number;
  readonly ownStatements: number;
  readonly temporalCommits: number;
  readonly walKiB: number;
};

/** The figures of one round, each counter divided by the number of actions. */
export function figuresOf(key: 'bare' | 'service', { from, to, latenciesMs }: Stretch<Reading>): Figures {
  const actions = latenciesMs.length;
  const used = (name: string) => (((to.cpu[name] ?? 0) - (from.cpu[name] ?? 0)) * 1000) / actions;
  const cpuMs = Object.fromEntries(Object.keys(to.cpu).map((name) => [name, used(name)]));
  const counted = [...processes.servers, ...processes[key]];
  return {
    actionsPerSecond: (actions * 1000) / (to.at - from.at),
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    cpuMs,
    cpuMsInAll: counted.reduce((sum, name) => sum + used(name), 0),
    ownStatements: (to.ownCommits - from.ownCommits) / actions,
    temporalCommits: (to.temporalCommits - from.temporalCommits) / actions,
    walKiB: (to.walBytes - from.walBytes) / 1024 / actions,
  };
}

/** The percentile of some figures; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median of some figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** `median (least to most)`. */
export function spread(values: readonly number[], digits = 1): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}
