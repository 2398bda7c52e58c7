import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import { childEnv } from '../../../config/env/env.ts';
import { connect } from '../../../db/connection.ts';
import { backlog } from '../../../db/intents/backlog.ts';
import { createReport } from '../../servers/report.ts';
import { waitFor } from '../../servers/wait.ts';
import { removeDataDir } from '../../start/data-dir.ts';
import { ROOT } from '../../start/own-programs.ts';
import { readRunningEnv } from '../../start/running-settings.ts';
import { type BenchCase, makeCases } from '../cases.ts';
import { createSender, type Sender } from '../client.ts';
import { walk } from '../contestants.ts';
import { percentile } from '../figures.ts';
import { memoryMailsTimeoutMs, memoryPauseMs, timedActions } from '../limits.ts';
import { aligned } from '../table.ts';
import { type Memory, memoryOf } from './memory-of.ts';

type Target = { readonly url: string; readonly world: string; readonly sender: Sender };

/**
 * Measures `npm start` in a folder of its own: its memory after the start, with half of the open cases and with all, so that what fills once is told from what
 * each case adds; then the time of actions on cases in the worker's cache and on others.
 */
export async function measureMemory(count: number, out: string | undefined): Promise<void> {
  const report = createReport();
  const dataDir = await mkdtemp(join(tmpdir(), 'zhicheng-memory-'));
  const started = await report.step('npm start', () => start(dataDir));
  const sender = createSender(8);
  try {
    const ready = await report.step('rest', () => afterRest(dataDir, started.pid));
    const env = readRunningEnv({ DATA_DIR: dataDir });
    const { api } = JSON.parse(readFileSync(join(dataDir, 'ports.json'), 'utf8')) as { api: number };
    const { world, cases } = await report.step('drafts', () => makeCases(env, count + 2 * timedActions));
    const target: Target = { url: `http://127.0.0.1:${api}`, world, sender };
    const submitted = async (some: readonly BenchCase[]): Promise<Memory> => {
      await report.step(`${some.length} submissions`, () =>
        pMap(some, (one) => act(target, one, 0), { concurrency: 8 }),
      );
      await report.step('mails', () => mailsGone(env.databaseUrl));
      return report.step('rest', () => afterRest(dataDir, started.pid));
    };
    const middle = Math.floor(cases.length / 2);
    const half = await submitted(cases.slice(0, middle));
    const open = await submitted(cases.slice(middle));
    const times = await report.step('actions', () => timesOf(target, cases));
    const columns = { 'just ready': ready, [`${middle} open cases`]: half, [`${cases.length} open cases`]: open };
    report.line(`\n${tableOf(columns)}\n\n${timesText(times)}, load ${loadavg()[0]?.toFixed(1)}`);
    if (out) writeFileSync(out, `${JSON.stringify({ cases: cases.length, ready, half, open, times }, null, 2)}\n`);
  } finally {
    sender.close();
    await started.stop();
    removeDataDir(dataDir);
  }
}

/** The service as `npm start` starts it, on ports of its own. */
async function start(dataDir: string) {
  const args = ['--max-semi-space-size=1', 'ops/start/start.ts'];
  const env = childEnv({ DATA_DIR: dataDir, PORT: '0', DEMO: '1', DATABASE_URL: undefined, TZ: 'UTC' });
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const isReady = () => {
    if (child.exitCode !== null) throw new Error(lines.join('\n'));
    return lines.some((line) => line.includes('ready after')) ? true : undefined;
  };
  await waitFor('npm start', isReady, { withinMs: 300_000 });
  return { pid: child.pid ?? 0, stop };
}

async function afterRest(dataDir: string, pid: number): Promise<Memory> {
  await pause(memoryPauseMs);
  return memoryOf(dataDir, pid);
}

async function act({ url, world, sender }: Target, { no, tokens }: BenchCase, index: number): Promise<number> {
  const step = walk[index];
  if (!step) throw new Error(`a case has no action ${index}`);
  const begunAt = performance.now();
  const path = `${url}/v1/applications/${no}/actions/${step.action}`;
  await sender.send({ url: path, token: tokens[step.by], world, body: step.body });
  return performance.now() - begunAt;
}

type Times = Readonly<Record<'kept' | 'others', readonly number[]>>;

/** Times one action after the other, in turn on one of the newest cases, which are in the worker's cache, and on one of the oldest, which are not. */
async function timesOf(target: Target, cases: readonly BenchCase[]): Promise<Times> {
  const kept: number[] = [];
  const others: number[] = [];
  for (let at = 0; at < timedActions; at += 1) {
    const [last, first] = [cases[cases.length - timedActions + at], cases[at]];
    if (!last || !first) throw new Error('there are too few cases');
    kept.push(await act(target, last, 1));
    others.push(await act(target, first, 1));
  }
  return { kept, others };
}

async function mailsGone(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 1, applicationName: 'zhicheng-bench' });
  const gone = async () => {
    return (await backlog(db)).noticesUnsent === 0 ? true : undefined;
  };
  await waitFor('the last mail', gone, { withinMs: memoryMailsTimeoutMs, everyMs: 1_000 }).finally(() => db.close());
}

function tableOf(columns: Readonly<Record<string, Memory>>): string {
  const all = Object.values(columns);
  const row = (name: string, of: (memory: Memory) => number) => [name, ...all.map((memory) => of(memory).toFixed(0))];
  const rows = Object.keys(all[0] ?? {}).map((name) => row(name, (memory) => memory[name] ?? 0));
  const sum = row('in all', (memory) => Object.values(memory).reduce((total, each) => total + each, 0));
  return aligned([['MiB (PSS)', ...Object.keys(columns)], ...rows, sum]).join('\n');
}

const timesText = ({ kept, others }: Times) =>
  Object.entries({ 'cases that the worker keeps': kept, 'other cases': others })
    .map(([name, of]) => `${name}: p50 ${percentile(of, 0.5).toFixed(1)} ms, p99 ${percentile(of, 0.99).toFixed(1)} ms`)
    .join('; ');
