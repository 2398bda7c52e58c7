import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { childEnv } from '../../../config/env/env.ts';
import { takeLock } from '../process/lock.ts';
import { waitFor } from '../wait.ts';

/** The two programs that are built from the Temporal server's published Go module. */
export type TemporalPrograms = { readonly server: string; readonly sql: string; readonly version: string };

/** The go command, a function for progress messages, and a signal to stop. */
export type BuildOptions = {
  readonly go?: string;
  readonly note?: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
};

/** Thrown if the server cannot be built here; the message names the three remedies. */
export class TemporalUnavailable extends Error {}

const MODULE = fileURLToPath(new URL('../../temporal/', import.meta.url));
const PACKAGES_OF_A_COLD_BUILD = 1_760;
const LONGEST_BUILD_MS = 45 * 60_000;

/** The programs from the user's cache; if this version is not there yet, it is built first. */
export async function temporalPrograms(
  cacheDir: string,
  { go = 'go', note = () => {}, signal }: BuildOptions = {},
): Promise<TemporalPrograms> {
  const { version, key } = pinned();
  const home = join(cacheDir, `temporal-${version}-${key}`);
  const programs = { server: join(home, 'server'), sql: join(home, 'sql'), version };
  if (existsSync(home)) return programs;
  checkGo(go);
  mkdirSync(cacheDir, { recursive: true });
  const lock = await waitFor('the build of another process', () => takeOrWait(`${home}.lock`, note), {
    withinMs: LONGEST_BUILD_MS,
    everyMs: 1_000,
  });
  try {
    if (!existsSync(home)) await build(home, { go, note, signal });
  } finally {
    lock.release();
  }
  return programs;
}

function pinned(): { version: string; key: string } {
  const mod = readFileSync(join(MODULE, 'go.mod'), 'utf8');
  const sum = readFileSync(join(MODULE, 'go.sum'), 'utf8');
  const version = /go\.temporal\.io\/server v([\d.]+)/.exec(mod)?.[1];
  if (!version) throw new Error('ops/temporal/go.mod requires no go.temporal.io/server');
  const platform = `${process.platform}/${process.arch}`;
  return { version, key: createHash('sha256').update(mod).update(sum).update(platform).digest('hex').slice(0, 12) };
}

function takeOrWait(file: string, note: (text: string) => void) {
  const lock = takeLock(file, 'builds the Temporal server');
  if (lock.held) return lock;
  note(`process ${lock.by.pid} is building it, waiting`);
  return undefined;
}

function checkGo(go: string): void {
  const wanted = /^go ([\d.]+)$/m.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'))?.[1] ?? '';
  let found: string;
  try {
    // Run inside the module, because there a newer go command fetches the required version by itself if it is allowed to.
    found = execFileSync(go, ['version'], { cwd: MODULE, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new TemporalUnavailable(
      waysOut(missing ? 'Go is not installed.' : 'The Go that is installed is too old.', wanted),
    );
  }
  const version = /go(\d+(?:\.\d+)*)/.exec(found)?.[1] ?? '0';
  if (compareVersions(version, wanted) < 0) {
    throw new TemporalUnavailable(waysOut(`The Go that is installed is ${version}.`, wanted));
  }
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (let part = 0; part < 3; part += 1) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function waysOut(reason: string, wanted: string): string {
  return [
    `The Temporal server cannot be built on this machine. ${reason} There are three ways out:`,
    `  1. install Go ${wanted} or newer (https://go.dev/dl) and start again;`,
    '  2. set TEMPORAL_ADDRESS=host:port to a Temporal server (1.32 or newer) that is running already;',
    '  3. use containers, which need neither Go nor Node: docker compose up',
  ].join('\n');
}

async function build(home: string, how: BuildOptions & { readonly go: string }): Promise<void> {
  const abandoned = readdirSync(dirname(home)).filter((name) => name.startsWith(`${basename(home)}.building-`));
  for (const name of abandoned) rmSync(join(dirname(home), name), { recursive: true, force: true });
  const draft = mkdtempSync(`${home}.building-`);
  try {
    await runBuild(draft, how);
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function runBuild(
  into: string,
  { go, note = () => {}, signal }: BuildOptions & { readonly go: string },
): Promise<void> {
  const flags = ['-v', '-trimpath', '-mod=readonly', '-buildvcs=false', '-ldflags', '-s -w'];
  const child = spawn(go, ['build', ...flags, '-o', into, 'tool'], {
    cwd: MODULE,
    // Without C, so that the result is the same whether or not the machine has a C compiler.
    env: childEnv({ CGO_ENABLED: '0' }),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  const last: string[] = [];
  let packages = 0;
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line);
    last.splice(0, last.length - 15);
    if (line.startsWith('go: downloading')) note(`fetching ${line.slice('go: downloading '.length)}`);
    else note(`built once, then kept: ${++packages} of about ${PACKAGES_OF_A_COLD_BUILD} packages`);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`go build ended with ${code}:\n${last.join('\n')}`));
    });
  });
}
