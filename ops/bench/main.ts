import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { connectionOptions } from '../../commands/temporal/client.ts';
import { applicationWorkflowId, noticesWorkflowId } from '../../workflows/messages.ts';
import { asked } from '../command-line/usage.ts';
import { createReport, type Report } from '../servers/report.ts';
import { waitFor } from '../servers/wait.ts';
import { measureBallots } from './ballots/ballots.ts';
import { bareWorkflowId } from './bare/messages.ts';
import { type BenchCase, makeCases } from './cases.ts';
import { createSender } from './client.ts';
import { type Contestant, contestants, walk } from './contestants.ts';
import { measureDeadline } from './deadline/deadline.ts';
import { type Figures, figuresOf, median } from './figures.ts';
import { mailsTimeoutMs, maxActionsPerSecond, maxFirstPerSecond, roundPauseMs } from './limits.ts';
import { drive } from './load.ts';
import { measureMemory } from './memory/memory.ts';
import { type Meters, openMeters } from './meters.ts';
import { type Options, readOptions, usage } from './options.ts';
import { measurePolls } from './polls/polls.ts';
import { openStage, type Stage } from './stage.ts';
import { type Round, tableOf } from './table.ts';

type Key = Contestant['key'];
type Run = Options & { readonly report: Report; readonly stage: Stage; readonly meters: Meters };

async function main(options: Options): Promise<void> {
  const report = createReport();
  const stage = await openStage(report, options.profile);
  const meters = openMeters(stage);
  try {
    if (options.withoutMails)
      await withTemporal(stage, (client) => client.workflow.getHandle(noticesWorkflowId).terminate());
    const { world, cases } = await report.step('drafts', () => makeCases(stage.env, casesNeeded(options)));
    const outcome = await runRounds({ ...options, report, stage, meters }, world, cases);
    report.line('');
    report.line(machineText());
    report.line(tableOf(outcome.rounds, outcome));
    if (options.out) writeFileSync(options.out, `${JSON.stringify({ options, ...outcome }, null, 2)}\n`);
  } finally {
    await meters.close();
    await stage.close();
  }
}

const casesNeeded = ({ rounds, seconds, warmUp, clients }: Options) =>
  2 * Math.ceil((maxActionsPerSecond * (rounds * (seconds + 2) + warmUp + 2)) / walk.length) +
  2 * maxFirstPerSecond * (seconds + 2) +
  4 * clients * (rounds + 2);

async function runRounds(run: Run, world: string, cases: readonly BenchCase[]) {
  const queue = cases.values();
  const done: Record<Key, BenchCase[]> = { bare: [], service: [] };
  const mailsWaiting: number[] = [];
  const sender = createSender(run.clients);
  const [bare, service] = contestants(run.stage, world);
  if (!bare || !service) throw new Error('there are two contestants');
  const once = async (
    contestant: Contestant,
    label: string,
    seconds: number,
    actions = walk.length,
  ): Promise<Figures> =>
    run.report.step(`${label}: ${contestant.name}`, async (note) => {
      const { clients, meters } = run;
      const stretch = await drive({ contestant, sender, cases: queue, clients, seconds, actions, sample: meters.read });
      if (actions === walk.length) done[contestant.key].push(...stretch.done);
      const figures = figuresOf(contestant.key, stretch);
      const waiting = await meters.unsent();
      if (contestant.key === 'service' && label.startsWith('round')) mailsWaiting.push(waiting);
      note(
        `${figures.actionsPerSecond.toFixed(1)} actions/s, ${figures.cpuMsInAll.toFixed(2)} CPU ms each, load ${loadavg()[0]?.toFixed(1)}`,
      );
      if (!run.withoutMails) await settled(meters);
      return figures;
    });
  const rounds: Round[] = [];
  const both = async (label: string, seconds: number, actions?: number): Promise<Round> => ({
    bare: await once(bare, label, seconds, actions),
    service: await once(service, label, seconds, actions),
  });
  let first: Round;
  try {
    await both('warm-up', run.warmUp);
    for (let round = 1; round <= run.rounds; round += 1) rounds.push(await both(`round ${round}`, run.seconds));
    first = await both('first submissions alone', run.seconds, 1);
  } finally {
    sender.close();
  }
  return { rounds, first, mailsWaiting, actionsOfCase: walk.length, events: await eventsOf(run.stage, done) };
}

/** Waits until all mails are sent, so that one contestant has no work left while the other runs. */
async function settled(meters: Meters): Promise<void> {
  const quiet = async () => ((await meters.unsent()) === 0 ? true : undefined);
  await waitFor('the last mail', quiet, { withinMs: mailsTimeoutMs });
  await pause(roundPauseMs);
}

/** The history events of a finished case: the median of up to 20. */
function eventsOf(stage: Stage, done: Readonly<Record<Key, readonly BenchCase[]>>): Promise<Record<Key, number>> {
  return withTemporal(stage, async ({ workflow }) => {
    const middle = async (ids: readonly string[]) => {
      const described = await Promise.all(ids.map((id) => workflow.getHandle(id).describe()));
      return median(described.map(({ historyLength }) => historyLength));
    };
    return {
      bare: await middle(done.bare.slice(-20).map(({ no }) => bareWorkflowId(no))),
      service: await middle(done.service.slice(-20).map(({ no }) => applicationWorkflowId(no))),
    };
  });
}

async function withTemporal<T>({ env }: Stage, ask: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect(connectionOptions(env));
  try {
    return await ask(new Client({ connection, namespace: env.temporalNamespace }));
  } finally {
    await connection.close();
  }
}

function machineText(): string {
  const [first] = cpus();
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${first?.model.trim()}), Node ${process.versions.node}`;
}

const options = asked(() => readOptions(process.argv.slice(2)));
if (options?.deadline) await measureDeadline(options.deadline, options.out);
else if (options?.polls) await measurePolls(options);
else if (options?.ballots) await measureBallots(options.out);
else if (options?.memory) await measureMemory(options.memory, options.out);
else if (options) await main(options);
else console.log(usage);
