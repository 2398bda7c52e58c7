import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { childEnv, readEnv } from '../../../config/env/env.ts';
import { seed } from '../../../db/setup/seed.ts';
import { freshDatabase } from '../../support/servers/database.ts';

const program = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));
const children: ChildProcess[] = [];
let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let settings: Record<string, string>;
let first: ChildProcess;
let port: number;

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'zhicheng-api-'));
  settings = {
    DATABASE_URL: database.url,
    ...inject('temporal'),
    DATA_DIR: folder,
    DATA_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    IDENTITY_KEY: randomBytes(32).toString('base64'),
    DEMO: '1',
    PORT: '0',
  };
  await seed(database.url, readEnv(settings));
  first = launch().child;
  port = await portOf(first);
});
afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true });
});

function launch(
  more: Record<string, string> = {},
  file = 'api/server.ts',
): { child: ChildProcess; said: () => string } {
  const env = childEnv({ ...settings, ...more });
  const child = spawn(process.execPath, [program(file)], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  children.push(child);
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  child.stdout?.resume();
  return { child, said: () => said };
}

async function portOf(child: ChildProcess): Promise<number> {
  const [message] = (await once(child, 'message')) as [{ type: string; port: number }];
  expect(message.type).toBe('ready');
  return message.port;
}

const signIn = async () => {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ account: 'zhang-wei' });
  const response = await fetch(`http://127.0.0.1:${port}/demo/token`, { method: 'POST', headers, body });
  return ((await response.json()) as { token: string }).token;
};

it('two processes share the key of the issuer, which only their user can read; each ends in order on SIGINT', async () => {
  const { child } = launch();
  const there = await portOf(child);
  const headers = { Authorization: `Bearer ${await signIn()}` };
  const response = await fetch(`http://127.0.0.1:${there}/v1/people/me`, { headers });
  expect(response.status).toBe(200);
  expect(statSync(join(folder, 'issuer.json')).mode & 0o777).toBe(0o600);
  child.kill('SIGINT');
  expect((await once(child, 'exit'))[0]).toBe(0);
});

it('tells its supervisor to stop the worker', async () => {
  const heard = once(first, 'message');
  const body = JSON.stringify({ down: 3 });
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(`http://127.0.0.1:${port}/demo/worker`, { method: 'POST', headers, body })).status).toBe(202);
  expect((await heard)[0]).toEqual({ type: 'demo:worker', down: 3 });
});

it('ends slow headers within 10 s and slow bodies within 30 s', { timeout: 60_000 }, async () => {
  /** After how many seconds the server ends a request whose body never ends. */
  const patience = async (begin: string) => {
    const socket = connect(port, '127.0.0.1').resume();
    await once(socket, 'connect');
    const from = performance.now();
    socket.write(begin);
    await once(socket, 'close');
    return (performance.now() - from) / 1000;
  };
  const body = 'Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
  const [headers, slowBody] = await Promise.all([
    patience('GET /healthz HTTP/1.1\r\nHost: localhost\r\n'),
    patience(`POST /demo/token HTTP/1.1\r\n${body}`),
  ]);
  expect(headers).toBeLessThan(13);
  expect(slowBody).toBeLessThan(33);
});

it('says which variable is wrong when the port is taken', async () => {
  const { child, said } = launch({ PORT: String(port) });
  const [code] = await once(child, 'close');
  expect([code, said().trim()]).toEqual([1, `PORT: 127.0.0.1:${port} is in use already`]);
});

it('says what to do where the database was not migrated', async () => {
  const empty = await freshDatabase('empty');
  const { child, said } = launch({ DATABASE_URL: empty.url });
  const [code] = await once(child, 'close');
  await empty.drop();
  expect([code, said().trim()]).toEqual([
    1,
    'DATABASE_URL: the database is not of this version: npm run migrate brings it there',
  ]);
});

it('says which variables are missing', async () => {
  const { child, said } = launch({ DATABASE_URL: '', IDENTITY_KEY: '' });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said()).toMatch(/^DATABASE_URL: .*\nIDENTITY_KEY: /);
});

it.each(['api/server.ts', 'activities/worker.ts'])(
  '%s started by itself refuses production on the database of a demonstration, and says what to do',
  async (file) => {
    const production = { NODE_ENV: 'production', DEMO: '0', OIDC_ISSUER: 'https://id.example.org', OIDC_AUDIENCE: 'z' };
    const { child, said } = launch(production, file);
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(said().trim()).toMatch(/^NODE_ENV: .* give production a database of its own \(DATABASE_URL, .*\)$/);
  },
);

it('ends in order on SIGTERM', async () => {
  first.kill('SIGTERM');
  expect((await once(first, 'exit'))[0]).toBe(0);
});
