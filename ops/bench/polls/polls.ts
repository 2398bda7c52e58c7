import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { createReport } from '../../servers/report.ts';
import { median } from '../figures.ts';
import { cpuSeconds } from '../meters.ts';
import type { Options } from '../options.ts';
import { drive } from './generator.ts';
import { type Contestant, contestants, openPollStage, type PollStage } from './stage.ts';

/** The measurements of one contestant in one turn: answers a second, and CPU ms for each answer in its API processes and in PostgreSQL. */
type Turn = { readonly rate: number; readonly apiMs: number; readonly databaseMs: number };
type Turns = Record<Contestant['key'], Turn[]>;

type Pairing = { readonly processes: number; readonly turns: Turns };

/** Measures polls of one API process and of two, in turns with a bare Express server. */
export async function measurePolls(options: Options): Promise<void> {
  const report = createReport();
  const stage = await openPollStage(report);
  try {
    const pairings: Pairing[] = [];
    for (const processes of [1, 2]) {
      const all = await contestants(stage, processes);
      const turns: Turns = {
        ...{ bareRead: [], checked: [], status: [] },
        ...{ bareUnchanged: [], checkedUnchanged: [], unchanged: [] },
      };
      const name = processes === 1 ? 'one process' : 'two processes';
      for (const each of all)
        await report.step(`warm-up, ${name}: ${each.name}`, () =>
          turn(stage, each, { ...options, seconds: options.warmUp }),
        );
      for (let round = 1; round <= options.rounds; round += 1) {
        for (const each of all) {
          await report.step(`round ${round}, ${name}: ${each.name}`, async (note) => {
            const done = await turn(stage, each, options);
            turns[each.key].push(done);
            note(`${done.rate.toFixed(0)} answers/s, load ${loadavg()[0]?.toFixed(1)}`);
          });
        }
      }
      pairings.push({ processes, turns });
    }
    report.line('');
    for (const pairing of pairings) report.line(tableOf(pairing));
    if (options.out) writeFileSync(options.out, `${JSON.stringify({ options, pairings }, null, 2)}\n`);
  } finally {
    await stage.close();
  }
}

async function turn(stage: PollStage, { loads, programs }: Contestant, { clients, seconds }: Options): Promise<Turn> {
  const used = (names: readonly string[]) => names.reduce((sum, name) => sum + cpuSeconds(stage.pid(name)), 0);
  const [api, database, begun] = [used(programs), used(['PostgreSQL']), performance.now()];
  const answers = await drive({ loads, connections: clients, seconds });
  const cpuMs = (after: number, before: number) => ((after - before) * 1000) / answers;
  return {
    rate: (answers * 1000) / (performance.now() - begun),
    apiMs: cpuMs(used(programs), api),
    databaseMs: cpuMs(used(['PostgreSQL']), database),
  };
}

/** Medians of the turns; a ratio is the median of the ratios of each round. */
function tableOf({ processes, turns }: Pairing): string {
  const line = (name: string, key: Contestant['key'], bare: Contestant['key']) => {
    const of = (value: (turn: Turn) => number) => median(turns[key].map(value));
    const ratios = turns[key].map(({ rate }, round) => rate / (turns[bare][round]?.rate ?? Number.NaN));
    const ratio =
      key === bare ? '' : `${median(ratios).toFixed(2)} (${ratios.map((each) => each.toFixed(2)).join(' ')})`;
    return `${name.padEnd(34)}${of(({ rate }) => rate)
      .toFixed(0)
      .padStart(9)}${of(({ apiMs }) => apiMs)
      .toFixed(3)
      .padStart(9)}${of(({ databaseMs }) => databaseMs)
      .toFixed(3)
      .padStart(12)}   ${ratio}`;
  };
  return [
    `${processes === 1 ? 'one API process' : 'two API processes'}`.padEnd(36) +
      'answers/s   API ms   database ms   of the bare one',
    line('bare Express, one prepared read', 'bareRead', 'bareRead'),
    line('read with all checks, 200', 'checked', 'bareRead'),
    line('status, 200', 'status', 'bareRead'),
    line('bare Express, 304 from memory', 'bareUnchanged', 'bareUnchanged'),
    line('304 with all checks', 'checkedUnchanged', 'bareUnchanged'),
    line('status unchanged, 304', 'unchanged', 'bareUnchanged'),
    '',
  ].join('\n');
}
