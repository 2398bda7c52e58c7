import { type Figures, median, spread } from './figures.ts';
import { generator } from './meters.ts';
import { processes } from './stage.ts';

/** One round: both contestants, one after the other. */
export type Round = { readonly bare: Figures; readonly service: Figures };

/** What was measured outside the rounds. */
export type Extras = {
  /** Events of a finished case, by contestant. */
  readonly events: Readonly<Record<'bare' | 'service', number>>;
  readonly actionsOfCase: number;
  /** Unsent mails at the end of each window of the service. */
  readonly mailsWaiting: readonly number[];
  /** The first action of each case alone. */
  readonly first: Round;
};

/** The rounds as a table for the terminal, medians with the range. */
export function tableOf(rounds: readonly Round[], { events, actionsOfCase, mailsWaiting, first }: Extras): string {
  const row = (label: string, of: (figures: Figures) => number, digits = 1) => [
    label,
    spread(
      rounds.map(({ bare }) => of(bare)),
      digits,
    ),
    spread(
      rounds.map(({ service }) => of(service)),
      digits,
    ),
    spread(
      rounds.map(({ bare, service }) => of(service) / of(bare)),
      3,
    ),
  ];
  const cpu = (label: string, bare: string, service: string) => [
    label,
    spread(
      rounds.map((round) => round.bare.cpuMs[bare] ?? 0),
      2,
    ),
    spread(
      rounds.map((round) => round.service.cpuMs[service] ?? 0),
      2,
    ),
    '',
  ];
  const [temporal, postgres] = ['Temporal', 'PostgreSQL'];
  const rows = [
    ['', 'A bare updates', 'B Zhicheng', 'B / A, by round'],
    row('accepted actions a second', (each) => each.actionsPerSecond),
    row('p50, ms', (each) => each.p50Ms),
    row('p99, ms', (each) => each.p99Ms),
    row('CPU ms an action, all processes', (each) => each.cpuMsInAll, 2),
    cpu('  Temporal server', temporal, temporal),
    cpu('  PostgreSQL', postgres, postgres),
    cpu('  worker', processes.bare[0], processes.service[0]),
    cpu('  API', processes.bare[1], processes.service[1]),
    cpu('  (load generator, not in the sum)', generator, generator),
    row('commits of Temporal an action', (each) => each.temporalCommits, 2),
    [
      'statements of ours an action',
      '0',
      spread(
        rounds.map(({ service }) => service.ownStatements),
        2,
      ),
      '',
    ],
    row('KiB of WAL an action', (each) => each.walKiB, 1),
    [`events of a case of ${actionsOfCase} actions`, String(events.bare), String(events.service), ''],
    ['mails waiting at the end of a round', '', mailsWaiting.join(' '), ''],
  ];
  const ratios = rounds.map(({ bare, service }) => service.actionsPerSecond / bare.actionsPerSecond);
  const summary = `B / A in actions a second, by round: ${ratios.map((each) => each.toFixed(3)).join('  ')}   median ${median(ratios).toFixed(3)}`;
  return [...aligned(rows), '', summary, '', ...aligned(firstOf(first))].join('\n');
}

/** What the first action of a case costs alone: it starts the workflow. */
function firstOf({ bare, service }: Round): string[][] {
  const cells = (name: string, figures: Figures, [worker, api]: readonly [string, string]) => [
    name,
    ...[figures.cpuMsInAll, ...['Temporal', 'PostgreSQL', worker, api].map((each) => figures.cpuMs[each] ?? 0)].map(
      (each) => each.toFixed(2),
    ),
    figures.walKiB.toFixed(1),
    figures.actionsPerSecond.toFixed(1),
  ];
  return [
    ['first submissions alone', 'CPU ms', 'Temporal', 'PostgreSQL', 'worker', 'API', 'KiB of WAL', 'a second'],
    cells('A bare updates', bare, processes.bare),
    cells('B Zhicheng', service, processes.service),
  ];
}

/** Rows with aligned columns. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const columns = Array.from(rows[0] ?? [], (_, column) => column);
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
