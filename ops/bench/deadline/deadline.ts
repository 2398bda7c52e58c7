import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import { connect } from '../../../db/connection.ts';
import { backlog } from '../../../db/intents/backlog.ts';
import { createReport, type Report } from '../../servers/report.ts';
import { waitFor } from '../../servers/wait.ts';
import { apiService, workerService } from '../../start/own-programs.ts';
import { openShortRun } from '../../start/short-run.ts';
import { type BenchCase, makeCases } from '../cases.ts';
import { createSender, type Sender } from '../client.ts';
import { walk } from '../contestants.ts';
import { checkedCases, lapsesTimeoutMs, maxOtherActionsSeconds, paceCases, submissionSlackMs } from '../limits.ts';
import type { DeadlineOptions } from '../options.ts';
import { asTable, type Instant, instantOf } from './deadline-figures.ts';
import { startOpenLoop } from './open-loop.ts';

const closesAt = Date.parse('2024-08-01T00:00:00+08:00');

type Run = DeadlineOptions & {
  readonly report: Report;
  readonly env: Parameters<typeof makeCases>[0];
  readonly db: ReturnType<typeof connect>;
  readonly sender: Sender;
  readonly others: { readonly world: string; readonly cases: Iterator<BenchCase> };
};

/** A variant: the API that starts its cases, and the spread of their wake-ups, ms. */
type Way = { readonly name: string; readonly url: string; readonly spreadMs: number };

/** Measures the minutes after the deadline of a whole cohort, without and with the spread of wake-ups, on servers of its own. */
export async function measureDeadline(options: DeadlineOptions, out: string | undefined): Promise<void> {
  const report = createReport();
  const stage = await openShortRun(report, { name: 'bench', fsync: true });
  const db = connect(stage.env.databaseUrl, { poolSize: 2, applicationName: 'zhicheng-bench' });
  const sender = createSender(32);
  try {
    const ways = await startPrograms(stage, options);
    const others = await report.step('drafts of the others', () =>
      makeCases(stage.env, options.rate * maxOtherActionsSeconds + paceCases),
    );
    const run: Run = {
      ...options,
      report,
      env: stage.env,
      db,
      sender,
      others: { world: others.world, cases: others.cases.values() },
    };
    const instants: Instant[] = [];
    for (const way of ways) instants.push(await report.step(way.name, (note) => passInstant(run, way, note)));
    report.line('');
    report.line(asTable(instants));
    if (out) writeFileSync(out, `${JSON.stringify({ options, instants }, null, 2)}\n`);
  } finally {
    sender.close();
    await db.close();
    await stage.close();
  }
}

/** Starts one worker, and an API for each variant. */
async function startPrograms(
  stage: Awaited<ReturnType<typeof openShortRun>>,
  { spread }: DeadlineOptions,
): Promise<Way[]> {
  const ports = await stage.ports(['api', 'spreading']);
  await stage.begin(workerService(stage.variables(ports.api)));
  const ways = [
    { name: 'all at once', port: ports.api, seconds: 0 },
    { name: `spread over ${spread} s`, port: ports.spreading, seconds: spread },
  ];
  for (const { name, port, seconds } of ways) {
    const env = { ...stage.variables(port), WAKE_SPREAD_SECONDS: String(seconds) };
    await stage.begin(apiService(env, `http://127.0.0.1:${port}`, `API, ${name}`));
  }
  return ways.map(({ name, port, seconds }) => ({ name, url: `http://127.0.0.1:${port}`, spreadMs: seconds * 1000 }));
}

/** Submits a cohort shortly before its window closes, and measures its cases and the actions of others until all lapses are written. */
async function passInstant(run: Run, way: Way, note: (text: string) => void): Promise<Instant> {
  const { db, env, idle, rate, sender, others } = run;
  const leadMs = Math.ceil((run.cases / (await paceIn(run, way))) * 1500) + idle * 1000 + submissionSlackMs;
  const { world, cases } = await makeCases(env, run.cases, closesAt - leadMs);
  // SQL by hand: what is measured, which nobody but a measurement asks for.
  const [row] = await db.sql<{ offset: string }[]>`select offset_ms as offset from worlds where id = ${world}`;
  const dueAt = closesAt - Number(row?.offset);
  await submitAll(run, way, { world, cases });
  note(`submitted ${((dueAt - Date.now()) / 1000).toFixed(0)} s before the instant, load ${loadavg()[0]?.toFixed(1)}`);
  await mailsGone(run);
  if (Date.now() > dueAt - idle * 1000) throw new Error('the cohort was not submitted in time; try again with fewer');
  await pause(dueAt - idle * 1000 - Date.now());
  const loop = startOpenLoop({ sender, rate, cases: others.cases, call: callOf(way, others.world) });
  await pause(dueAt - Date.now());
  const right = await viewsRight(way, world, cases.slice(0, checkedCases));
  await waitFor('the last lapse', async () => ((await openIn(run, world)) === 0 ? true : undefined), {
    withinMs: lapsesTimeoutMs,
    everyMs: 250,
  });
  const samples = await loop.stop();
  await mailsGone(run);
  const settled = await lapsesOf(run, world);
  if (settled.length !== cases.length)
    throw new Error(`${settled.length} of ${cases.length} lapsed once, as of their instant`);
  return instantOf({ name: way.name, spreadMs: way.spreadMs, dueAt, settled, samples, right, looked: checkedCases });
}

const callOf = (way: Way, world: string) => (one: BenchCase, index: number) => {
  const step = walk[index];
  if (!step) throw new Error(`a case has no action ${index}`);
  return {
    url: `${way.url}/v1/applications/${one.no}/actions/${step.action}`,
    token: one.tokens[step.by],
    world,
    body: step.body,
  };
};

/** Measures first submissions a second with some cases of the others; this also warms up the API. */
async function paceIn(run: Run, way: Way): Promise<number> {
  const cases = Array.from({ length: paceCases / 2 }, () => run.others.cases.next().value as BenchCase);
  const begunAt = performance.now();
  await submitAll(run, way, { world: run.others.world, cases });
  return (cases.length * 1000) / (performance.now() - begunAt);
}

async function submitAll(
  { sender }: Run,
  way: Way,
  cohort: { world: string; cases: readonly BenchCase[] },
): Promise<void> {
  const submit = (one: BenchCase) => sender.send(callOf(way, cohort.world)(one, 0));
  await pMap(cohort.cases, submit, { concurrency: 8 });
}

async function mailsGone({ db }: Run): Promise<void> {
  const gone = async () => {
    return (await backlog(db)).noticesUnsent === 0 ? true : undefined;
  };
  await waitFor('the last mail', gone, { withinMs: lapsesTimeoutMs });
}

/** How many of these cases answer as ended in the first second, whether or not their workflow has woken. */
async function viewsRight(way: Way, world: string, cases: readonly BenchCase[]): Promise<number> {
  const outcomes = cases.map(async ({ no, tokens }) => {
    const headers = { Authorization: `Bearer ${tokens.applicant}`, 'Demo-Clock': world };
    const response = await fetch(`${way.url}/v1/applications/${no}`, { headers });
    return ((await response.json()) as { outcome: string | null }).outcome;
  });
  return (await Promise.all(outcomes)).filter((outcome) => outcome === 'NOT_FILED').length;
}

async function openIn({ db }: Run, world: string): Promise<number> {
  // SQL by hand: what only a measurement asks for.
  const [row] = await db.sql<{ open: number }[]>`
    select count(*)::integer as open from applications where world = ${world} and plan_hash is not null and outcome is null`;
  return row?.open ?? 0;
}

/** When each lapse was written down, by case; those alone that lapsed once and as of their instant. SQL by hand: only a measurement asks for it. */
async function lapsesOf({ db }: Run, world: string): Promise<{ no: string; at: number }[]> {
  const rows = await db.sql<{ no: string; at: number }[]>`
    select a.no, max(extract(epoch from i.finished_at) * 1000)::float8 as at
      from applications a join intents i on i.no = a.no and i.action = 'lapse'
     where a.world = ${world} and (a.snapshot -> 'ended' ->> 'at')::bigint = ${closesAt}
     group by a.no having count(*) = 1`;
  return [...rows];
}
