import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { connect, type Db } from '../../../db/connection.ts';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
let away: Db;
let server: Server;
let url: string;

beforeAll(async () => {
  api = await startApi();
  // Nothing listens on the discard port.
  away = connect('postgres://127.0.0.1:9/away', { poolSize: 1 });
  const { app } = createApp({ ...api.services, db: away });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await away.close();
  await api.close();
});

it('says 503 with Retry-After while the database is away: nothing was recorded', async () => {
  const headers = { Authorization: `Bearer ${await api.token('zhang-wei')}` };
  const response = await fetch(`${url}/v1/people/me`, { headers });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({ code: 'UNAVAILABLE' });
});

it('names the database as what is not usable', async () => {
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ ready: false, database: { ok: false }, temporal: { ok: true } });
});

it('goes on being alive, and reports its other metrics', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const metrics = await fetch(`${url}/metrics`);
  expect(metrics.status).toBe(200);
  expect(await metrics.text()).toContain('route="/healthz"');
});

it('serves what needs no database', async () => {
  expect((await fetch(`${url}/v1/working-days?from=2024-07-10&days=5`)).status).toBe(200);
});
