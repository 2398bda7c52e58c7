import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { openApiPath } from '../../../api/operations/openapi.ts';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

type Shape = { readonly properties?: Record<string, unknown>; readonly required?: readonly string[] };
type Content = Record<string, { readonly schema?: Shape }>;
type Described = {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Record<string, { readonly headers?: Record<string, unknown>; readonly content?: Content }>;
};
type OpenApi = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Described>>;
};

describe('the OpenAPI document', () => {
  const document = async () => (await api.ask<OpenApi>('GET', '/openapi.json')).body;

  it('names exactly the paths and methods that the router serves (OWASP API9)', async () => {
    const { paths } = await document();
    const layers = createApp(api.services).app.router.stack.flatMap(({ route }) => route ?? []);
    // A path takes one handler for each of its methods, and one for all others, which says 405.
    const refusing = layers.filter(({ stack }) => stack.length > 1).map(({ path }) => openApiPath(path));
    const served = layers
      .filter(({ path, stack }) => stack.length === 1 && path !== '/docs' && path !== '/')
      .map(({ path, stack }) => `${stack[0]?.method} ${openApiPath(path)}`);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(refusing.sort()).toEqual(Object.keys(paths).sort());
    expect(served.length).toBeGreaterThan(40);
    expect(described.sort()).toEqual(served.sort());
  });

  it('is OpenAPI 3.1 and names every operation differently', async () => {
    const { openapi, paths } = await document();
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(openapi).toBe('3.1.0');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to nothing that is not in it', async () => {
    const text = JSON.stringify(await document());
    const found = JSON.parse(text);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(references.length).toBeGreaterThan(20);
    const missing = references.filter((path) => path.split('/').reduce((at, key) => at?.[key], found) === undefined);
    expect(missing).toEqual([]);
  });

  it('describes the headers of conditional requests, of what was made and of receipts', async () => {
    const { paths } = await document();
    const form = paths['/v1/applications/{no}/form'];
    const act = paths['/v1/applications/{no}/actions/submit']?.post;
    const named = (operation: Described | undefined) => operation?.parameters.map(({ name }) => name);
    const headers = (operation: Described | undefined, status: string) =>
      Object.keys(operation?.responses[status]?.headers ?? {});
    expect(named(act)).toContain('If-Match');
    expect(named(form?.put)).toContain('If-Match');
    expect(named(form?.get)).toContain('If-None-Match');
    expect([headers(form?.get, '200'), headers(form?.get, '304')]).toEqual([['ETag'], ['ETag']]);
    expect(headers(act, '202')).toEqual(['Location', 'Retry-After']);
    expect(headers(paths['/v1/applications']?.post, '201')).toEqual(['Location', 'ETag']);
  });

  it('gives every problem its schema', async () => {
    const { paths } = await document();
    const bare = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.entries(responses)
          .filter(([status, { content }]) => status >= '400' && !Object.values(content ?? {})[0]?.schema)
          .map(([status]) => `${method} ${path} ${status}`),
      ),
    );
    expect(bare).toEqual([]);
  });

  it('needs a file in an upload', async () => {
    const upload = (await document()).paths['/v1/applications/{no}/attachments']?.post?.requestBody?.content;
    const { properties, required } = upload?.['multipart/form-data']?.schema ?? {};
    expect(properties?.file).toEqual({ type: 'string', format: 'binary' });
    expect(required).toEqual(expect.arrayContaining(['kind', 'file']));
  });

  it('is readable at /docs, by a page whose scripts its own policy allows', async () => {
    const page = await api.ask<string>('GET', '/docs/');
    const scripts = [...page.body.matchAll(/<script([^>]*)>([^<]*)</g)];
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter(([, attributes, body]) => !attributes?.includes('src=') || body?.trim() !== '')).toEqual([]);
    expect((await api.ask('GET', '/docs')).headers.get('location')).toBe('/docs/');
  });
});

describe('health', () => {
  it('is alive whatever else', async () => {
    expect((await api.ask('GET', '/healthz')).body).toEqual({ status: 'ok' });
  });

  it('is not ready while no worker polls, and says which part it is', async () => {
    const { status, body } = await api.ask('GET', '/readyz');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      ready: false,
      database: { ok: true },
      temporal: { ok: true },
      workers: { ok: false, detail: 'none is running' },
      oldestOpenIntent: { ok: true },
      degraded: false,
      workflows: { ok: true },
    });
  });

  it('counts requests by route template and status, never by address', async () => {
    await api.ask('GET', '/v1/programmes/liaoning-diit-2024');
    await api.ask('GET', '/v1/secret-path');
    const { body } = await api.ask<string>('GET', '/metrics');
    expect(body).toContain('route="/v1/programmes/:id",status="200"');
    expect(body).not.toContain('secret-path');
    expect(body).toMatch(/zhicheng_open_intents 0/);
    expect(body).toMatch(/zhicheng_oldest_open_intent_seconds 0/);
  });
});

describe('what everyone may read', () => {
  it('quotes the printed rule LN-5.5.3-b with its place', async () => {
    type Clause = { readonly quote: readonly string[]; readonly lines: readonly number[] };
    const { body } = await api.ask<Clause>('GET', '/v1/programmes/liaoning-diit-2024/clauses/LN-5.5.3-b');
    expect(body.quote.join('')).toContain('3次提交审核机会');
    expect(body.lines).toEqual([86, 87]);
  });

  it('has every clause that a programme names', async () => {
    const { body } = await api.ask('GET', '/v1/programmes/liaoning-diit-2024');
    const statuses = await Promise.all(
      body.clauses.map(async (id) => (await api.ask('GET', `/v1/programmes/liaoning-diit-2024/clauses/${id}`)).status),
    );
    expect(statuses.length).toBeGreaterThan(50);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('gives no rule of another notice', async () => {
    const { status } = await api.ask('GET', '/v1/programmes/liaoning-diit-2024/clauses/DL-1.0-a');
    expect(status).toBe(404);
  });

  it('explains five working days over the National Day of 2024', async () => {
    const { body } = await api.ask('GET', '/v1/working-days?from=2024-09-27&days=5');
    expect(body).toMatchObject({ due: '2024-10-10', madeUp: ['2024-09-29'], provisional: false });
  });

  it('says where the calendar of a year comes from', async () => {
    type Year = { readonly source: string; readonly provisional: boolean };
    expect((await api.ask<Year>('GET', '/v1/calendars/2024')).body.source).toContain('国办发明电〔2023〕7号');
    expect((await api.ask<Year>('GET', '/v1/calendars/2027')).body.provisional).toBe(true);
    expect((await api.ask<Year>('GET', '/v1/calendars/1999')).status).toBe(404);
  });

  it('names the offices with the rules they rest on', async () => {
    type Offices = {
      readonly items: readonly { readonly id: string; readonly provenance: readonly { readonly id: string }[] }[];
    };
    const { body } = await api.ask<Offices>('GET', '/v1/programmes/liaoning-diit-2024/offices');
    const found = body.items.find(({ id }) => id === 'ln-diit-office');
    expect(found?.provenance.map(({ id }) => id)).toContain('LN-5.7-c');
  });

  it('says where and when an engineer of a provincial enterprise applies, and by when to post', async () => {
    const facts = {
      series: 'engineering',
      specialty: 'robotics',
      level: 'deputySenior',
      employerClass: 'provincialStateOwned',
      asOf: '2024-07-10',
    };
    const { body } = await api.ask('POST', '/v1/programmes/liaoning-diit-2024/eligibility-checks', {
      json: facts,
      key: null,
    });
    expect(body).toMatchObject({
      eligible: 'notToldYet',
      routing: { office: 'ln-diit-office', sealingAuthority: 'ln-sasac' },
      latestPublicityPosting: '2024-07-23',
    });
  });

  it('refers an economist of mid level to the examination (LN-2.2.1-a, LN-2.2.2-a, A-43)', async () => {
    type Eligibility = {
      readonly eligible: string;
      readonly findings: readonly { readonly clause: string; readonly outcome: string }[];
    };
    const facts = { series: 'economics', specialty: 'humanResources', level: 'mid', employerClass: 'private' };
    const { body } = await api.ask<Eligibility>('POST', '/v1/programmes/liaoning-diit-2024/eligibility-checks', {
      json: facts,
    });
    const unmet = body.findings.filter(({ outcome }) => outcome === 'notMet').map(({ clause }) => clause);
    expect([body.eligible, body]).toMatchObject(['no', { routing: null, window: null, latestPublicityPosting: null }]);
    expect(unmet).toEqual(expect.arrayContaining(['LN-2.2.1-a', 'LN-2.2.2-a']));
  });
});
