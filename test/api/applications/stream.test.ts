import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { until } from '../../support/until.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
});

/** Reads a stream until this many events have come; gives their ids and names. */
async function read(
  client: ApiClient,
  path: string,
  until: { events: number; after?: number; meanwhile?: () => Promise<unknown> },
) {
  const gone = new AbortController();
  const headers = { ...client.headers, ...(until.after === undefined ? {} : { 'Last-Event-ID': String(until.after) }) };
  const response = await fetch(`${service.url}${path}`, { headers, signal: gone.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  await until.meanwhile?.();
  let text = '';
  const found = () =>
    [...text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: .*\n\n/gm)].map(([, id, name]) => `${id} ${name}`);
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (found().length >= until.events) break;
  }
  gone.abort();
  return found();
}

it('streams what happens as it happens, goes on after Last-Event-ID, and ends for whoever may not see it', async () => {
  const no = await world.draft('zhang-wei');
  const client = await world.as('zhang-wei');
  const path = `/v1/applications/${no}/events/stream`;
  await client.does(no, 'submit');
  const hr = await world.as('hr-liaobei');
  const live = await read(client, path, { events: 6, meanwhile: () => hr.does(no, 'agree') });
  expect(live).toEqual(['1 opened', '2 stageEntered', '3 submitted', '4 stageEntered', '5 passed', '6 stageEntered']);
  expect(await read(client, path, { events: 2, after: 4 })).toEqual(['5 passed', '6 stageEntered']);
  expect((await fetch(`${service.url}${path}`, { headers: (await world.as('hr-haiyun')).headers })).status).toBe(404);
});

it('lets one reader hold five streams, and another as soon as one of them is closed', async () => {
  const no = await world.draft('li-na');
  const [client, hr] = [await world.as('li-na'), await world.as('hr-liaobei')];
  const path = `/v1/applications/${no}/events/stream`;
  await client.does(no, 'submit');
  const readers = Array.from({ length: 5 }, () => new AbortController());
  const open = (headers: Readonly<Record<string, string>>, { signal } = new AbortController()) =>
    fetch(`${service.url}${path}`, { headers, signal });
  const opened = await Promise.all(readers.map((reader) => open(client.headers, reader)));
  expect(opened.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const sixth = await open(client.headers);
  expect(sixth.headers.get('retry-after')).toBe('10');
  expect(problemSchema.parse(await sixth.json())).toMatchObject({ status: 429, code: 'TOO_MANY_STREAMS' });
  const other = new AbortController();
  expect((await open(hr.headers, other)).status).toBe(200);
  readers[0]?.abort();
  const last = new AbortController();
  await until('one more stream', async () => (await open(client.headers, last)).status === 200);
  for (const reader of [...readers, other, last]) reader.abort();
});

it('opens no stream for a HEAD, which nobody would read', async () => {
  const no = await world.draft('zheng-shuang');
  const client = await world.as('zheng-shuang');
  await client.does(no, 'submit');
  const asked = Array.from({ length: 8 }, () =>
    fetch(`${service.url}/v1/applications/${no}/events/stream`, { method: 'HEAD', headers: client.headers }),
  );
  for (const { status, headers } of await Promise.all(asked))
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/event-stream']);
});

it('ends when the token of its reader does', async () => {
  const no = await world.draft('wang-qiang');
  const client = await world.as('wang-qiang');
  await client.does(no, 'submit');
  const { services } = service;
  const expiresAt = Date.now() + 1_500;
  const verifier = async (token: string) => ({ ...(await services.verifier(token)), expiresAt });
  const server = createServer(createApp({ ...services, verifier }).app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/v1/applications/${no}/events/stream`, {
    headers: client.headers,
  });
  const text = await response.text();
  expect(text).toContain('event: opened');
  expect(Date.now()).toBeGreaterThanOrEqual(expiresAt);
  server.closeAllConnections();
  server.close();
});
