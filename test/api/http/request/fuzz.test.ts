import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import type { accountList } from '../../../../api/demo/demo-schemas.ts';
import { openApiPath } from '../../../../api/operations/openapi.ts';
import { type ApiWorld, TestService } from '../../service.ts';
import { type Document, type FuzzRequest, requestsOf } from './fuzz-requests.ts';

const requests = 5_000;
/** How many are sent at once. */
const concurrency = 20;
const accounts = [
  undefined,
  'zhang-wei',
  'li-na',
  'hr-liaobei',
  'group-liaobei',
  'seal-sasac',
  'office-diit',
  'admin',
  'auditor',
];

let service: TestService;
let world: ApiWorld;
const tokens = new Map<string, string>();

beforeAll(async () => {
  service = await TestService.open();
  world = await service.world('2024-07-08T09:00:00');
});
afterAll(() => service.close());

const get = async <T>(path: string) =>
  (await (await fetch(`${service.url}${path}`, { headers: { 'Demo-Clock': world.id } })).json()) as T;

async function tokenOf(account: string, clock: string | undefined): Promise<string> {
  const name = `${account} ${clock}`;
  const known = tokens.get(name);
  if (known) return known;
  const headers = { 'Content-Type': 'application/json', ...(clock ? { 'Demo-Clock': clock } : {}) };
  const body = JSON.stringify({ account });
  const answer = await fetch(`${service.url}/demo/token`, { method: 'POST', headers, body });
  const { token } = (await answer.json()) as { token: string };
  tokens.set(name, token);
  return token;
}

/** The caller signs in to the world that the request names, so that most requests pass authentication. */
async function send({ method, path, as, headers, body }: FuzzRequest): Promise<Response> {
  const clock = headers['Demo-Clock'] === world.id ? world.id : undefined;
  const bearer = as === undefined ? {} : { Authorization: `Bearer ${await tokenOf(as, clock)}` };
  return fetch(`${service.url}${path}`, {
    method,
    headers: { ...bearer, ...headers },
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
}

/** Why an answer is not one that the document promises; null where it is. */
async function fault(document: Document, request: FuzzRequest, response: Response): Promise<string | null> {
  const { template, method } = request;
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return null;
  }
  const text = await response.text();
  const { status } = response;
  if (status >= 500) return `a ${status}: ${text.slice(0, 200)}`;
  const promised = document.paths[template]?.[method.toLowerCase()]?.responses ?? {};
  if (status !== 304 && !(status in promised)) return `${status} is not documented: ${text.slice(0, 200)}`;
  if (status >= 400)
    return type === 'application/problem+json' && JSON.parse(text).code ? null : `a ${status} without a problem`;
  const route = service.routes.find(
    (each) => openApiPath(each.path) === template && each.method === method.toLowerCase(),
  );
  const schema = route?.answers[status]?.schema;
  if (!schema || !/json/.test(type)) return null;
  const checked = schema.safeParse(JSON.parse(text));
  return checked.success ? null : `the ${status} is not as documented: ${checked.error.message.slice(0, 300)}`;
}

it(`${requests} requests made from the OpenAPI document find no 5xx and nothing undocumented`, {
  timeout: 300_000,
}, async () => {
  const document = await get<Document>('/openapi.json');
  const { items } = await get<z.infer<typeof accountList>>('/demo/accounts');
  const person = items.map((each) => each.person);
  const employer = [...new Set(items.flatMap((each) => each.unit?.id ?? []))];
  const drafts = [await world.draft('zhang-wei'), await world.draft('li-na')];
  const known = {
    no: drafts,
    nos: [drafts],
    items: [drafts],
    id: [...employer, 'liaoning-diit-2024', world.id],
    person,
    employer,
    unit: employer,
    programme: ['liaoning-diit-2024'],
    series: ['engineering', 'economics'],
    specialty: ['robotics', 'securityEngineering', 'humanResources'],
    level: ['deputySenior', 'mid'],
    examPassedOn: ['2020-05-01', '9999-12-31', '0001-01-01'],
    account: accounts.filter((account) => account !== undefined),
    year: ['2024', '2027', '1999'],
    clause: ['LN-5.5.3-b', 'DL-1.0-a'],
    from: ['2024-07-10', '2026-12-31', '2097-12-31'],
    days: ['5', '366', '0'],
    limit: ['1', '200', '201'],
    cursor: [...employer, 'eyJhIjoxfQ'],
    startAt: ['2024-07-01T09:00:00+08:00'],
    advanceTo: ['2024-07-09T09:00:00+08:00'],
    'Demo-Clock': [world.id, world.id, world.id],
    '*': ['2024-07-10', drafts[0], employer[0], '说明', 'LN-5.5.3-b'],
  };
  const statuses = new Map<number, number>();
  const batch = fc.array(requestsOf(document, known, accounts), {
    minLength: concurrency,
    maxLength: concurrency,
    size: 'max',
  });
  await fc.assert(
    fc.asyncProperty(batch, async (all) => {
      const faults = await Promise.all(
        all.map(async (request) => {
          const response = await send(request);
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          const why = await fault(document, request, response);
          return why === null ? [] : [`${request.method} ${request.path.slice(0, 120)} as ${request.as}: ${why}`];
        }),
      );
      expect(faults.flat()).toEqual([]);
    }),
    { numRuns: requests / concurrency, endOnFailure: true },
  );
  // Some requests were done and some were refused by rules, so they passed authentication and validation.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 304, 400, 401, 403, 404, 422]));
  console.info(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
});
