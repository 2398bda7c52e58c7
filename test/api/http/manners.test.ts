import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, startApi, type TestApi } from '../../support/api.ts';
import { wholeForm } from '../service.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ PUBLIC_HOST: 'demo.example.org' });
});
afterAll(() => api.close());

const json = { 'Content-Type': 'application/json' };
const person = { name: '张蔚', phone: null, mail: null, language: 'zh' };
const put = (raw: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  api.ask('PUT', '/v1/people/me', { as: 'zhang-wei', raw, headers });

function expectProblem(answer: Answered, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.status).toBe(status);
  expect(answer.body.message.zh).toMatch(/\p{Script=Han}/u);
  expect(answer.body.message.en).toMatch(/[a-z]/);
  expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.ts:\d+|node_modules|stack/);
}

it('a path with a NUL in it names nothing, whatever the route', async () => {
  const paths = new Set(
    api.routes.flatMap(({ method, path }) => (method === 'get' && path.includes(':') ? [path] : [])),
  );
  expect(paths.size).toBeGreaterThan(20);
  for (const path of paths) {
    const { status } = await api.ask('GET', path.replaceAll(/:\w+/g, 'a%00'), { as: 'zhang-wei' });
    expect([401, 404], path).toContain(status);
  }
});

describe('a bad body is a 4xx that says what is wrong', () => {
  const deep = `{"name":${'['.repeat(40)}${']'.repeat(40)}}`;
  const cases: readonly [string, string | Uint8Array<ArrayBuffer>, number, string, string?][] = [
    ['broken JSON', '{"name":', 400, 'BROKEN_JSON'],
    ['text that is not UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'BROKEN_JSON'],
    ['a duplicate key', '{"name":"甲","name":"乙"}', 400, 'DUPLICATE_KEY', 'name'],
    ['a duplicate key written with an escape', '{"name":"甲","n\\u0061me":"乙"}', 400, 'DUPLICATE_KEY', 'name'],
    ['a prototype key', '{"__proto__":{"administrator":true}}', 400, 'DUPLICATE_KEY', '__proto__'],
    ['an object too deep', deep, 400, 'TOO_DEEP'],
    ['a body over 1 MiB', JSON.stringify({ ...person, name: 'x'.repeat(1024 * 1024) }), 413, 'BODY_TOO_LARGE'],
    ['an unknown property', JSON.stringify({ ...person, administrator: true }), 422, 'INVALID_DATA', '/administrator'],
    ['a wrong type', JSON.stringify({ ...person, name: 7 }), 422, 'INVALID_DATA', '/name'],
    ['a control character in a name', JSON.stringify({ ...person, name: '张\u0007蔚' }), 422, 'INVALID_DATA', '/name'],
    [
      'a lone surrogate in a name',
      '{"name":"张\\ud800","phone":null,"mail":null,"language":"zh"}',
      422,
      'INVALID_DATA',
      '/name',
    ],
    [
      'an identity number with a wrong check digit',
      JSON.stringify({ ...person, identityNumber: '210199198203140010' }),
      422,
      'INVALID_DATA',
      '/identityNumber',
    ],
    ['no body', '', 422, 'INVALID_DATA', ''],
    ['a list', '[]', 422, 'INVALID_DATA', ''],
  ];
  it.each(cases)('%s', async (_what, raw, status, code, path) => {
    const answer = await put(raw);
    expectProblem(answer, status, code);
    if (path !== undefined) expect(answer.body.errors.map((error) => error.path)).toContain(path);
  });

  it('gets a plain message about what is missing, of the wrong type, not one of the choices or not known', async () => {
    const { body } = await put(JSON.stringify({ phone: 7, mail: null, language: 'fr', 'a/b': 1 }));
    expect(body.errors).toEqual([
      { path: '/name', message: { zh: '必填', en: 'is required' } },
      { path: '/phone', message: { zh: '须为文本', en: 'must be a string' } },
      { path: '/language', message: { zh: '须为以下之一：zh, en', en: 'must be one of: zh, en' } },
      { path: '/a~1b', message: { zh: '没有此字段', en: 'is not known here' } },
    ]);
  });

  it('gets a plain message about what is too long, too short or of the wrong form', async () => {
    const { body } = await put(JSON.stringify({ ...person, name: '张'.repeat(61), phone: 'abc', mail: 'nowhere' }));
    expect(body.errors).toEqual([
      { path: '/name', message: { zh: '至多60个字符', en: 'must be at most 60 characters' } },
      { path: '/phone', message: { zh: '格式不正确', en: 'must be a telephone number' } },
      { path: '/mail', message: { zh: '格式不正确', en: 'is not of the right form' } },
    ]);
    const short = await put(JSON.stringify({ ...person, name: '' }));
    expect(short.body.errors).toEqual([
      { path: '/name', message: { zh: '至少1个字符', en: 'must be at least 1 character' } },
    ]);
  });

  it('another content type', async () => {
    expectProblem(
      await put('name=x', { 'Content-Type': 'application/x-www-form-urlencoded' }),
      415,
      'WRONG_CONTENT_TYPE',
    );
  });

  it('an unknown content encoding', async () => {
    expectProblem(await put('{}', { ...json, 'Content-Encoding': 'zip' }), 415, 'WRONG_CONTENT_TYPE');
  });
});

describe('a bad address is a 4xx that says what is wrong', () => {
  const cases: readonly [string, string, number, string][] = [
    ['a date that does not exist', '/v1/working-days?from=2024-02-30&days=5', 400, 'INVALID_QUERY'],
    ['more days than allowed', '/v1/working-days?from=2024-02-20&days=367', 400, 'INVALID_QUERY'],
    ['a parameter given twice', '/v1/working-days?from=2024-02-20&days=1&days=2', 400, 'INVALID_QUERY'],
    ['a cursor whose place is not an id', '/v1/postings?cursor=WyJ4Il0', 400, 'INVALID_QUERY'],
    ['an unknown parameter', '/v1/programmes?sort=name;drop', 400, 'INVALID_QUERY'],
    ['a badly encoded path', '/v1/programmes/%zz', 400, 'MALFORMED_REQUEST'],
    ['an unknown programme', '/v1/programmes/nowhere-2024', 404, 'NOT_FOUND'],
    ['an unknown path', '/v1/nothing', 404, 'NOT_FOUND'],
    ['a path with a suffix', '/v1/programmes.js', 404, 'NOT_FOUND'],
    ['a path with another case', '/V1/programmes', 404, 'NOT_FOUND'],
    ['a path with a slash at its end', '/v1/programmes/', 404, 'NOT_FOUND'],
    ['a path with a double slash', '//v1/programmes', 404, 'NOT_FOUND'],
  ];
  it.each(cases)('%s', async (_what, path, status, code) => {
    expectProblem(await api.ask('GET', path), status, code);
  });

  it('a method that the path does not take', async () => {
    const answer = await api.ask('PUT', '/v1/programmes', { json: {} });
    expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers.get('allow')).toBe('GET');
  });

  it('an If-Match that is no ETag of ours', async () => {
    const answer = await put(JSON.stringify(person), { ...json, 'If-Match': 'abc' });
    expectProblem(answer, 400, 'INVALID_HEADER');
  });
});

describe('Idempotency-Key', () => {
  const unit = { name: '某某设计院', employerClass: 'private' };
  // Each key with a name of its own, as a unit is there once.
  const make = (key: string | null, json: unknown = { ...unit, name: `${unit.name}${key}` }) =>
    api.ask('POST', '/v1/units', { as: 'admin', key, json });

  it('is needed', async () => {
    expectProblem(await make(null), 400, 'KEY_MISSING');
  });

  it('gives the first answer again, also to requests at the same time', async () => {
    const answers = await Promise.all(['same-key-01', 'same-key-01', 'same-key-01'].map((key) => make(key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers[2]?.headers.get('location')).toBe(`/v1/units/${answers[0]?.body.id}`);
  });

  it('refuses another payload', async () => {
    await make('same-key-02');
    expectProblem(await make('same-key-02', { ...unit, name: '另一单位' }), 422, 'KEY_REUSED');
  });

  it('may be used again after a refusal', async () => {
    expectProblem(
      await api.ask('POST', '/v1/units', { as: 'zhang-wei', key: 'same-key-03', json: unit }),
      403,
      'NOT_YOURS',
    );
    expect((await make('same-key-03')).status).toBe(201);
  });
});

describe('caching', () => {
  it('answers a matching If-None-Match with 304', async () => {
    const first = await api.ask('GET', '/v1/programmes/liaoning-diit-2024');
    const again = await api.ask('GET', '/v1/programmes/liaoning-diit-2024', {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect([first.status, again.status, again.body]).toEqual([200, 304, '']);
    // The stored answer has the headers for browsers, so the 304 repeats only its own.
    expect([first, again].map(({ headers }) => headers.get('x-content-type-options'))).toEqual(['nosniff', null]);
    expect(['etag', 'cache-control', 'vary'].map((name) => again.headers.get(name))).toEqual(
      ['etag', 'cache-control', 'vary'].map((name) => first.headers.get(name)),
    );
  });

  it('never says 304 of something written: If-None-Match stops a PUT only as `*`, and before it writes', async () => {
    const me = async () => (await api.ask<{ version: number }>('GET', '/v1/people/me', { as: 'li-na' })).body.version;
    const before = await me();
    const put = (tag: string) =>
      api.ask('PUT', '/v1/people/me', {
        as: 'li-na',
        json: { ...person, name: '李娜' },
        headers: { 'If-None-Match': tag },
      });
    expectProblem(await put('*'), 412, 'EXISTS_ALREADY');
    expect(await me()).toBe(before);
    const next = await put(`"${before}", "${before + 1}"`);
    expect([next.status, await me()]).toEqual([200, before + 1]);
    const { headers } = await api.ask('GET', '/v1/people/me', { as: 'li-na' });
    expect((await put(headers.get('etag') ?? '')).status).toBe(200);
  });

  it('stops a PUT of what is there already before it looks who asks for which', async () => {
    const headers = { 'If-None-Match': '*' };
    for (const path of [
      '/v1/units/018f3c1d-3e00-7000-8000-000000000000/members',
      '/v1/applications/LN24-7K3M9QW2X5T8B1CD/form',
    ]) {
      const json = path.endsWith('form') ? wholeForm : { members: [] };
      expectProblem(await api.ask('PUT', path, { as: 'admin', json, headers }), 412, 'EXISTS_ALREADY');
    }
  });

  it('keeps personal answers private, and has nobody store what says who somebody is', async () => {
    const { headers } = await api.ask('GET', '/v1/people/me', { as: 'zhang-wei' });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('etag')).toMatch(/^"\d+\./);
    const units = await api.ask('GET', '/v1/units', { as: 'zhang-wei' });
    expect(units.headers.get('cache-control')).toBe('private, no-cache');
    const releases = await api.ask('GET', '/v1/identity-releases', { as: 'auditor' });
    expect(releases.headers.get('cache-control')).toBe('private, no-store');
  });

  it('serves a demonstration under the names of the machine and PUBLIC_HOST only (DNS rebinding)', async () => {
    const { port } = new URL(api.url);
    const as = (host: string, path = '/demo/accounts') =>
      new Promise<{ status: number | undefined; code: unknown }>((resolve, reject) => {
        get({ port, path, host: '127.0.0.1', headers: { Host: host } }, async (response) => {
          const body = JSON.parse((await text(response)) || '{}') as { code?: unknown };
          resolve({ status: response.statusCode, code: body.code });
        }).on('error', reject);
      });
    for (const host of ['localhost', `LocalHost:${port}`, '127.0.0.1:3000', '[::1]:3000', 'zhicheng.localhost'])
      expect((await as(host)).status, host).toBe(200);
    expect((await as('demo.example.org:8443')).status).toBe(200);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'other.example.org'])
      expect(await as(host), host).toEqual({ status: 421, code: 'UNKNOWN_HOST' });
    expect((await as('pod.cluster', '/healthz')).status).toBe(200);
  });
});

it('says nothing about its software and sets the protective headers', async () => {
  for (const path of ['/healthz', '/v1/nothing', '/v1/people/me', '/openapi.json', '/docs/']) {
    const { headers } = await api.ask('GET', path);
    expect(headers.get('x-powered-by'), path).toBeNull();
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
    expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/);
  }
});

it('leads from its bare address to the documentation', async () => {
  const answer = await fetch(`${api.url}/`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/docs/']);
});

it('answers in English when asked to', async () => {
  const { body } = await api.ask('GET', '/v1/nothing', { headers: { 'Accept-Language': 'en' } });
  expect(body.detail).toBe(body.message.en);
});
