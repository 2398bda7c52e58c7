import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const path = '/v1/programmes/liaoning-diit-2024/eligibility-checks';
const unknownKeys = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`unknown-${n}`, n])));
const send = (json: string, as?: string) => api.ask('POST', path, { raw: json, headers, ...(as ? { as } : {}) });
const headers = { 'Content-Type': 'application/json' };

/** The same request from another address of this machine. */
async function fromElsewhere(json: string): Promise<number | undefined> {
  const sent = request(`${api.url}${path}`, { method: 'POST', localAddress: '127.0.0.2', headers });
  sent.end(json);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

it('a body on a public route has 64 KiB at most', async () => {
  const { status, body } = await send(unknownKeys(45_000));
  expect([status, body.code]).toEqual([413, 'BODY_TOO_LARGE']);
});

it('many unknown keys are refused before a problem is made of each, few are named, fifty at most', async () => {
  const many = await send(unknownKeys(1_001));
  expect([many.status, many.body.code]).toEqual([400, 'TOO_MANY_PARTS']);
  const list = await api.ask('PUT', '/v1/people/me', { as: 'li-na', json: { name: Array(1_001).fill(1) } });
  expect([list.status, list.body.code]).toEqual([400, 'TOO_MANY_PARTS']);
  const some = await send(unknownKeys(60));
  expect([some.status, some.body.errors.length]).toEqual([422, 50]);
});

it('an address that sends very much without a login waits; others, the signed-in and unchanged reads go on', async () => {
  const large = JSON.stringify({ unknown: 'x'.repeat(64_000) });
  const statuses: number[] = [];
  for (let n = 0; n < 25; n++) statuses.push((await send(large)).status);
  expect(statuses.indexOf(429)).toBeGreaterThan(10);
  const refused = await send('{}');
  expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_TRIES']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await fromElsewhere('{}')).toBe(422);
  expect((await send('{}', 'li-na')).status).toBe(422);
  const polled = await api.ask('GET', '/v1/programmes/liaoning-diit-2024');
  const etag = polled.headers.get('etag') ?? '';
  const storm = await Promise.all(
    Array.from({ length: 300 }, () =>
      api.ask('GET', '/v1/programmes/liaoning-diit-2024', { headers: { 'If-None-Match': etag } }),
    ),
  );
  expect(new Set(storm.map(({ status }) => status))).toEqual(new Set([304]));
});

it('behind a proxy that is trusted a caller is the one it names, and nobody is who only says so', async () => {
  const behind = await startApi({ TRUSTED_PROXIES: '127.0.0.1' });
  try {
    const large = JSON.stringify({ unknown: 'x'.repeat(64_000) });
    const from = async (at: TestApi, forwarded: string, raw: string) =>
      (await at.ask('POST', path, { raw, headers: { ...headers, 'X-Forwarded-For': forwarded } })).status;
    const much = async (at: TestApi) => {
      const statuses: number[] = [];
      for (let n = 0; n < 25; n++) statuses.push(await from(at, '198.51.100.7', large));
      return statuses.at(-1);
    };
    expect([await much(behind), await from(behind, '198.51.100.8', '{}')]).toEqual([429, 422]);
    // What the caller writes before the address that the proxy adds counts for nothing.
    expect(await from(behind, '203.0.113.1, 198.51.100.7', '{}')).toBe(429);
    // Without the setting all are the one who connects.
    expect([await much(api), await from(api, '198.51.100.9', '{}')]).toEqual([429, 429]);
  } finally {
    await behind.close();
  }
});
