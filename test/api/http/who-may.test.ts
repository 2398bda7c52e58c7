import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, signedIn, tokenHolder } from '../../../api/http/may.ts';
import type { RouteDef } from '../../../api/http/route.ts';
import { openApiPath } from '../../../api/operations/openapi.ts';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** The values of `may` that allow everybody whom `access` allows. */
const open: readonly RouteDef['may'][] = [anyone, tokenHolder, signedIn as RouteDef['may']];
const nobody = '018f3c1d-3e00-7000-8000-000000000000';
const nameOf = ({ method, path }: RouteDef) => `${method} ${path}`;

/** A path of the route that names what there is where that is everybody's to know, and else what nobody has. */
const pathOf = ({ path }: RouteDef) =>
  path
    .replace(/^\/v1\/programmes\/:id/, '/v1/programmes/lianyungang-2024')
    .replace(':committee', 'row-60')
    .replace(':no', 'LN24-7K3M9QW2X5T8B1CD')
    .replace(':kind', 'evaluationForm')
    .replace(':n/', '1/')
    .replace(':id', nobody);

/** Sends the head of a request whose body never comes, and gives the status of the answer. */
async function withoutBody(route: RouteDef): Promise<number> {
  const headers = {
    Authorization: `Bearer ${await api.token('zhao-min')}`,
    'Content-Type': route.upload ? `${route.upload.type}; boundary=x` : 'application/json',
    'Content-Length': '1000',
    'Idempotency-Key': 'never-sent-01',
  };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${api.url}${pathOf(route)}`, { method: route.method, headers }, (answer) => {
      resolve(answer.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', reject).flushHeaders();
  });
}

describe('who may call a route', () => {
  it('is declared by every route, and the document says it in words', async () => {
    type Paths = Record<string, Record<string, { readonly description?: string }>>;
    const { paths } = (await api.ask<{ paths: Paths }>('GET', '/openapi.json')).body;
    const told = api.routes.map(({ method, path }) => paths[openApiPath(path)]?.[method]?.description);
    expect(told).toEqual(api.routes.map(({ may }) => `Who may call: ${may.who}`));
    expect(api.routes.filter(({ may }) => !/^\p{Lu}.*\.$/u.test(may.who)).map(nameOf)).toEqual([]);
  });

  it('is everybody only where the route says so by name, and a person where they must be signed in', () => {
    const bare = api.routes.filter(({ may }) => !may.check && !may.checkBody);
    const unlike = api.routes.filter(
      ({ access, may }) =>
        (may === anyone && access === 'login') ||
        (may === open[2] && access !== 'login') ||
        (may === tokenHolder && access !== 'token'),
    );
    expect([bare, unlike].map((found) => found.map(nameOf))).toEqual([[], []]);
  });

  it('is judged before anything of the body is read, unless only the body says what it is about', async () => {
    const routes = api.routes.filter(({ method, may }) => method !== 'get' && !open.includes(may));
    const statuses = await Promise.all(
      routes.filter(({ may }) => may.check).map(async (route) => [nameOf(route), await withoutBody(route)] as const),
    );
    expect(statuses.length).toBeGreaterThan(50);
    expect(statuses.filter(([, status]) => status !== 403 && status !== 404)).toEqual([]);
    expect(routes.filter(({ may }) => !may.check).map(nameOf)).toEqual([
      'post /v1/postings',
      'post /v1/batches',
      'post /v1/sessions',
    ]);
  });
});
