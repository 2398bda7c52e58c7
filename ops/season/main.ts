import { createHash } from 'node:crypto';
import pMap from 'p-map';
import type { CommandDeps } from '../../commands/deps.ts';
import { kinds } from '../../commands/kinds/kinds.ts';
import { connectTemporal } from '../../commands/temporal/client.ts';
import { calendar } from '../../config/calendars.ts';
import { connect } from '../../db/connection.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { asked } from '../command-line/usage.ts';
import { brokenInvariants } from '../operator/invariants.ts';
import { createReport, type Report } from '../servers/report.ts';
import { workerService } from '../start/own-programs.ts';
import { openShortRun, type ShortRun } from '../start/short-run.ts';
import { Chance } from './chance.ts';
import { drawApplicant, enter, firstDay } from './cohort.ts';
import { readOptions, type SeasonOptions, usage } from './options.ts';
import { type Ending, playOut } from './play.ts';
import { summaryOf } from './summary.ts';

async function main(programme: Programme, options: SeasonOptions): Promise<number> {
  const report = createReport();
  const run = await openShortRun(report, { name: 'season', fsync: false });
  try {
    await run.begin(workerService(run.variables()));
    return await playSeason(run, programme, { ...options, report });
  } finally {
    await run.close();
  }
}

async function playSeason(
  run: ShortRun,
  programme: Programme,
  options: SeasonOptions & { report: Report },
): Promise<number> {
  const { report, applications } = options;
  const alarms: string[] = [];
  const db = connect(run.env.databaseUrl, { poolSize: options.concurrency + 4, applicationName: 'season' });
  const temporal = connectTemporal(run.env);
  const alarm: CommandDeps['reportAnomaly'] = (what, details) => void alarms.push(`${what} ${JSON.stringify(details)}`);
  const deps: CommandDeps = { db, temporal, calendar, kinds, taskQueue: run.env.taskQueue, reportAnomaly: alarm };
  try {
    const begun = performance.now();
    const endings = await report.step(`season of ${applications} applications`, (note) =>
      playAll(deps, programme, { ...options, note }),
    );
    const seconds = (performance.now() - begun) / 1000;
    const broken = [...(await brokenInvariants(deps)), ...alarms];
    report.line('');
    report.line(summaryOf(programme, endings));
    report.line(
      `${seconds.toFixed(1)} s, ${(sum(endings, ({ accepted }) => accepted) / seconds).toFixed(0)} accepted actions a second`,
    );
    report.line(`the same seed gives the same season: ${digestOf(endings)}`);
    report.line(broken.length === 0 ? 'every invariant holds' : `BROKEN:\n  ${broken.join('\n  ')}`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await db.close();
    await temporal.connection.close();
  }
}

/** Plays the applications with the given concurrency; the order in which they end does not change their results. */
async function playAll(
  deps: CommandDeps,
  programme: Programme,
  { applications, seed, concurrency, note }: SeasonOptions & { note: (text: string) => void },
): Promise<Ending[]> {
  let done = 0;
  const play = async (_: unknown, place: number) => {
    const chance = new Chance(seed, place);
    const applicant = drawApplicant(programme, calendar, chance);
    const day = firstDay(applicant.plan, chance);
    const entry = await enter(deps.db, programme, { ...applicant, day });
    const ending = await playOut(deps, programme, { entry, chance, day });
    done += 1;
    note(`${done} of ${applications} ended`);
    return ending;
  };
  return await pMap(Array.from({ length: applications }), play, { concurrency });
}

const sum = (endings: readonly Ending[], of: (ending: Ending) => number) =>
  endings.reduce((all, each) => all + of(each), 0);

/** A short hash of the outcome and the last day of every application. */
function digestOf(endings: readonly Ending[]): string {
  const lines = endings.map(({ outcome, stage, endedOn }) => `${outcome} ${stage} ${endedOn}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

const options = asked(() => readOptions(process.argv.slice(2)));
if (options) process.exitCode = await main(options.programme, options);
else console.log(usage);
