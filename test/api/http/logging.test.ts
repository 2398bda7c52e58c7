import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { createLogger } from '../../../api/operations/logging.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { until } from '../../support/until.ts';

let api: TestApi;
let server: Server;
let url: string;
const lines: string[] = [];

beforeAll(async () => {
  api = await startApi();
  const log = createLogger('trace', { write: (line) => void lines.push(line) });
  const broken = {
    ...api.services.vault,
    openText: () => {
      throw new Error('the vault is broken');
    },
  };
  const { app } = createApp({ ...api.services, log, vault: broken });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await api.close();
});

it('logs route templates, ids and durations, and nothing a person sent', async () => {
  const token = await api.token('zhang-wei');
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Cookie: 'a=canary-cookie' };
  const body = JSON.stringify({
    name: 'canary-name',
    phone: '13912345678',
    mail: 'canary@example.org',
    language: 'zh',
  });
  await fetch(`${url}/v1/people/me`, { method: 'PUT', headers, body });
  await fetch(`${url}/v1/programmes/canary-path?canary=query`, { headers });
  const log = lines.join('');
  expect(log).toContain('"route":"/v1/programmes/:id"');
  expect(log).toContain('"reqId"');
  expect(['canary', '13912345678', token].filter((secret) => log.includes(secret))).toEqual([]);
});

it('answers a failure of ours with a 500 that says nothing, and logs its cause under the id of the request', async () => {
  const headers = { Authorization: `Bearer ${await api.token('li-na')}` };
  const response = await fetch(`${url}/v1/people/me`, { headers });
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toMatch(/vault|\.ts|at /);
  const line = lines.findLast((each) => each.includes('the vault is broken')) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({ code: 'INTERNAL', requestId: response.headers.get('x-request-id') });
});

it('takes a client that goes away while it sends for no failure of ours', async () => {
  const before = lines.length;
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const head = [
    'POST /demo/token HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    'Content-Length: 1000',
  ];
  const reached = once(server, 'request');
  socket.write(`${head.join('\r\n')}\r\n\r\n{"account":`);
  await reached;
  socket.destroy();
  await until('a line about it', async () => lines.slice(before).some((line) => line.includes('/demo/token')));
  const said = lines.slice(before).map((line) => JSON.parse(line) as { level: number | string; res?: unknown });
  expect(said.filter(({ level }) => Number(level) >= 50 || level === 'error')).toEqual([]);
  expect(JSON.stringify(said)).not.toMatch(/UNAVAILABLE|503/);
});
