import { wakeSpreadOf } from '../../../commands/wake-spread.ts';
import { percentile } from '../figures.ts';
import { aligned } from '../table.ts';
import type { Sample } from './open-loop.ts';

/** The measurements of one cohort; instants are epoch ms of real time. */
type Seen = {
  readonly name: string;
  readonly spreadMs: number;
  readonly dueAt: number;
  readonly settled: readonly { readonly no: string; readonly at: number }[];
  readonly samples: readonly Sample[];
  readonly right: number;
  readonly looked: number;
};

/** Latencies of some actions, ms. */
type Latencies = {
  readonly actions: number;
  readonly receipts: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

/** The 50th, 95th and 99th percentile. */
type Shares = Pick<Latencies, 'p50' | 'p95' | 'p99'>;

/** The figures of a deadline that a whole cohort shares. */
export type Instant = {
  readonly name: string;
  readonly cases: number;
  readonly settledAfterS: number;
  readonly settledPerSecond: number;
  /** From the planned wake-up of a case until its lapse was written, ms. */
  readonly lag: Shares;
  readonly idle: Latencies;
  readonly meanwhile: Latencies;
  /** The correct answers in the first second after the deadline, and how many were checked. */
  readonly right: string;
};

/** Figures of one cohort. */
export function instantOf({ name, spreadMs, dueAt, settled, samples, right, looked }: Seen): Instant {
  const last = Math.max(...settled.map(({ at }) => at));
  const lags = settled.map(({ no, at }) => at - dueAt - wakeSpreadOf(no, spreadMs));
  const before = samples.filter(({ meantAt }) => meantAt < dueAt);
  const during = samples.filter(({ meantAt }) => meantAt >= dueAt && meantAt <= last);
  return {
    name,
    cases: settled.length,
    settledAfterS: (last - dueAt) / 1000,
    settledPerSecond: (settled.length * 1000) / (last - dueAt),
    lag: shares(lags),
    idle: latenciesOf(before),
    meanwhile: latenciesOf(during),
    right: `${right} of ${looked}`,
  };
}

const latenciesOf = (samples: readonly Sample[]): Latencies => ({
  actions: samples.length,
  receipts: samples.filter(({ receipt }) => receipt).length,
  ...shares(samples.map(({ latencyMs }) => latencyMs)),
});

const shares = (values: readonly number[]): Shares => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
});

/** The variants side by side, for the terminal. */
export function asTable(instants: readonly Instant[]): string {
  const row = (label: string, of: (instant: Instant) => string) => [label, ...instants.map(of)];
  const three = ({ p50, p95, p99 }: Shares) => [p50, p95, p99].map((each) => each.toFixed(0)).join(' / ');
  const ratio = ({ idle, meanwhile }: Instant, key: 'p50' | 'p95' | 'p99') => (meanwhile[key] / idle[key]).toFixed(2);
  return aligned([
    row('', ({ name }) => name),
    row('cases due in one instant', ({ cases }) => String(cases)),
    row('answers right at the instant', ({ right }) => right),
    row('all lapses written after, s', ({ settledAfterS }) => settledAfterS.toFixed(1)),
    row('lapses written a second', ({ settledPerSecond }) => settledPerSecond.toFixed(1)),
    row('from wake-up to lapse written, ms (p50 / p95 / p99)', ({ lag }) => three(lag)),
    row('an action of others, idle, ms', ({ idle }) => three(idle)),
    row('an action of others, meanwhile, ms', ({ meanwhile }) => three(meanwhile)),
    row('meanwhile / idle', (each) => [ratio(each, 'p50'), ratio(each, 'p95'), ratio(each, 'p99')].join(' / ')),
    row('actions of others, idle and meanwhile', ({ idle, meanwhile }) => `${idle.actions} and ${meanwhile.actions}`),
    row(
      'of them answered by a receipt after 10 s',
      ({ idle, meanwhile }) => `${idle.receipts} and ${meanwhile.receipts}`,
    ),
  ]).join('\n');
}
