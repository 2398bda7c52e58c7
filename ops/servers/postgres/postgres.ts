import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Service } from '../process/service.ts';
import { waitFor } from '../wait.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { removeMisleadingPidFile } from './postmaster-pid.ts';

/** One PostgreSQL cluster of our own, on loopback, with a password. */
export type PostgresCluster = PostgresPlace & {
  readonly port: number;
  readonly password: string;
  readonly fsync: boolean;
};

const ADMIN = 'postgres';
const READY_WITHIN_MS = 90_000;

/** The URL of a database of the cluster, for its administrator. */
export function databaseUrl({ port, password }: PostgresCluster, database: string): string {
  return `postgres://${ADMIN}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Creates the cluster's files if there are none; true if it did. */
export async function initialiseCluster(cluster: PostgresCluster): Promise<boolean> {
  if (existsSync(dataOf(cluster))) return false;
  // Created under another name and renamed, so that an unfinished folder of a killed start is not taken for a cluster.
  const draft = join(cluster.home, 'new');
  const passwordFile = join(cluster.home, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${ADMIN}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await run(join(cluster.bin, 'initdb'), ['-D', draft, ...locale, ...access], cluster);
    renameSync(draft, dataOf(cluster));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return true;
}

const dataOf = ({ home }: PostgresPlace) => join(home, 'data');

/** PostgreSQL as a service that can be supervised: fast shutdown, then immediate. */
export function postgresService(cluster: PostgresCluster): Service {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: cluster.port,
    unix_socket_directories: '',
    max_connections: 200,
    // Pages that do not fit are kept by the system's file cache.
    shared_buffers: '64MB',
    fsync: cluster.fsync ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    name: 'PostgreSQL',
    command: join(cluster.bin, 'postgres'),
    before: () => removeMisleadingPidFile(dataOf(cluster)),
    args: ['-D', dataOf(cluster), ...flags],
    cwd: '/',
    ...(cluster.account ? { account: cluster.account } : {}),
    stopWith: ['SIGINT', 'SIGQUIT', 'SIGKILL'],
    stopWithinMs: 20_000,
    ready: () => waitFor('PostgreSQL', () => answers(databaseUrl(cluster, 'postgres')), { withinMs: READY_WITHIN_MS }),
  };
}

/** Makes the databases that do not exist yet. */
export async function ensureDatabases(cluster: PostgresCluster, names: readonly string[]): Promise<void> {
  const sql = postgres(databaseUrl(cluster, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    // SQL by hand: databases are made before there is a schema.
    const rows = await sql<{ datname: string }[]>`select datname from pg_database`;
    const existing = new Set(rows.map(({ datname }) => datname));
    for (const name of names) if (!existing.has(name)) await sql.unsafe(`create database "${name}"`);
  } finally {
    await sql.end();
  }
}

/** The administrator's password, created at the first call and stored where only the owner can read it. */
export function keptPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(`${file}.new`, password, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}

async function answers(url: string): Promise<true> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    // SQL by hand: asks nothing but whether the server answers.
    await sql`select 1`;
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function run(command: string, args: readonly string[], { account }: PostgresPlace): Promise<void> {
  const child = spawn(command, args, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}:\n${output}`)),
    );
  });
}
