import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnv } from '../../config/env/env.ts';
import { lives } from '../../ops/demo/lives.ts';
import { stablePorts } from '../../ops/servers/ports.ts';
import { type ProcessIdentity, signalProcess } from '../../ops/servers/process/process-identity.ts';
import { waitFor } from '../../ops/servers/wait.ts';
import { removeDataDir } from '../../ops/start/data-dir.ts';
import { ROOT } from '../../ops/start/own-programs.ts';

const START_WITHIN_MS = 15 * 60_000;
const DEMO_WITHIN_MS = 10 * 60_000;
const RUNS_WITHIN_MS = 120_000;

/** Which process is killed, after how many rows of which life. */
type Strike = { readonly life: number; readonly row: number; readonly service: string };
const strike = (life: number, row: number, service: string): Strike => ({ life, row, service });

/** Life 6 has the receipt in its row 8, while the worker is down. */
const turns: readonly (readonly Strike[])[] = [
  [
    ...[strike(1, 6, 'api'), strike(2, 12, 'worker'), strike(3, 8, 'temporal'), strike(4, 4, 'postgresql')],
    ...[strike(9, 20, 'worker'), strike(14, 4, 'api')],
  ],
  [
    ...[strike(1, 11, 'postgresql'), strike(2, 18, 'temporal'), strike(3, 5, 'worker'), strike(6, 8, 'api')],
    ...[strike(8, 12, 'postgresql'), strike(12, 6, 'temporal')],
  ],
  [
    ...[strike(2, 30, 'worker'), strike(3, 11, 'api'), strike(4, 5, 'temporal'), strike(6, 8, 'postgresql')],
    ...[strike(10, 5, 'temporal'), strike(15, 12, 'worker')],
  ],
];

let folder: string;
let base: string;
let service: Program;

/** A program of ours, run as its npm script runs it, and what it printed. */
class Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  printed = '';
  constructor(args: readonly string[], env: Record<string, string | undefined> = {}) {
    this.child = spawn(process.execPath, ['ops/start/bootstrap.mjs', ...args], {
      cwd: ROOT,
      env: childEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.printed += text;
      });
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhicheng-demo-'));
  const { http } = await stablePorts(join(folder, 'http.json'), ['http']);
  base = `http://127.0.0.1:${http}`;
  const own = { DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined, SMTP_URL: undefined, NODE_ENV: undefined };
  service = new Program(['start'], { ...own, DEMO: '1', PORT: String(http), DATA_DIR: join(folder, 'data') });
  const ready = waitFor('npm start', () => (service.printed.includes('ready after') ? true : undefined), {
    withinMs: START_WITHIN_MS,
  });
  const failed = service.ended.then((code) => {
    throw new Error(`npm start ended with ${code}:\n${service.printed}`);
  });
  await Promise.race([ready, failed]);
}, START_WITHIN_MS);

afterAll(async () => {
  service.child.kill('SIGTERM');
  await service.ended.catch(() => {});
  removeDataDir(join(folder, 'data'));
  removeDataDir(folder);
}, 120_000);

/** The rows each life has printed so far. */
function rowsByLife(printed: string): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  let life = 0;
  for (const line of printed.split('\n')) {
    const [, heading] = /^ {3}(\d+)\. /.exec(line) ?? [];
    if (heading !== undefined) life = Number(heading);
    else if (/^ {4}\d\d:\d\d:\d\d {2}/.test(line)) rows.set(life, (rows.get(life) ?? 0) + 1);
  }
  return rows;
}

/** `kill -9` of the process that a service of the data folder is now; waits for it to run where it is just being started. */
async function kill(name: string): Promise<void> {
  const file = join(folder, 'data', 'run', `${name}.json`);
  const killed = () =>
    signalProcess(JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity, 'SIGKILL') ? true : undefined;
  await waitFor(`${name} to kill`, killed, { withinMs: RUNS_WITHIN_MS, everyMs: 20 });
}

/** Kills each process when its row is printed; gives those that were killed before the demonstration ended. */
async function killInTurn(demo: Program, strikes: readonly Strike[]): Promise<readonly string[]> {
  const killed: string[] = [];
  let over = false;
  void demo.ended.then(() => {
    over = true;
  });
  for (const { life, row, service: name } of strikes) {
    const due = () => (over || (rowsByLife(demo.printed).get(life) ?? 0) >= row ? true : undefined);
    await waitFor(`row ${row} of life ${life}`, due, { withinMs: DEMO_WITHIN_MS, everyMs: 5 });
    if (over) break;
    await kill(name);
    killed.push(name);
  }
  return killed;
}

const verdicts = (printed: string): readonly string[] =>
  printed.split('\n').flatMap((line) => /^ {2}([✓✗–]) /.exec(line)?.[1] ?? []);
const allGood = Object.keys(lives).map(() => '✓');

describe('npm run demo against npm start', () => {
  it('plays every life as it is printed', { timeout: DEMO_WITHIN_MS }, async () => {
    const demo = new Program(['demo', '--base', base]);
    expect(await demo.ended, demo.printed).toBe(0);
    expect(verdicts(demo.printed)).toEqual(allGood);
  });

  it.each(turns.map((strikes) => ({ strikes, names: strikes.map((each) => each.service).join(', ') })))(
    'completes while $names are killed -9 in turn',
    { timeout: DEMO_WITHIN_MS },
    async ({ strikes }) => {
      const demo = new Program(['demo', '--base', base]);
      const killed = await killInTurn(demo, strikes);
      const code = await demo.ended;
      expect(code, `${demo.printed}\n${service.printed}`).toBe(0);
      expect(verdicts(demo.printed)).toEqual(allGood);
      expect(killed).toEqual(strikes.map((each) => each.service));
    },
  );

  it('says what to do where no service answers', async () => {
    const { free } = await stablePorts(join(folder, 'http.json'), ['free']);
    const demo = new Program(['demo', '--base', `http://127.0.0.1:${free}`]);
    expect(await demo.ended).toBe(2);
    expect(demo.printed).toContain('npm start');
  });
});
