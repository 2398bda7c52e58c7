import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiClient, type ApiWorld, TestService } from './service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open();
  world = await service.world('2024-07-01T09:00');
});
afterAll(() => service.close());

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
