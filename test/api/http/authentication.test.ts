import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  base64url,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSubject, seedDemo } from '../../../db/worlds/demo-worlds.ts';
import { startApi, type TestApi } from '../../support/api.ts';

const now = () => Math.floor(Date.now() / 1000);

describe('tokens of the built-in issuer', () => {
  let api: TestApi;
  let good: string;
  beforeAll(async () => {
    api = await startApi();
    good = await api.token('zhang-wei');
  });
  afterAll(() => api.close());

  const whoAmI = async (token: string) => (await api.ask('GET', '/v1/people/me', { token })).status;

  it('are good', async () => {
    expect(await whoAmI(good)).toBe(200);
  });

  it('are refused when signed with nothing (alg none)', async () => {
    const unsigned = new UnsecuredJWT({})
      .setIssuer('urn:zhicheng:demonstration')
      .setAudience('zhicheng')
      .setSubject(demoSubject('admin', null))
      .setExpirationTime('1h')
      .encode();
    expect(await whoAmI(unsigned)).toBe(401);
  });

  it('are refused when another subject is written into them', async () => {
    const [head, body, sign] = good.split('.');
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString());
    const changed = base64url.encode(JSON.stringify({ ...claims, sub: demoSubject('admin', null) }));
    expect(await whoAmI(`${head}.${changed}.${sign}`)).toBe(401);
  });

  it('are refused when the public key was used as a shared secret', async () => {
    const { body } = await api.ask<{ keys: { kid: string }[] }>('GET', '/demo/jwks');
    const secret = new TextEncoder().encode(JSON.stringify(body.keys[0]));
    const forged = await new SignJWT({ sub: demoSubject('admin', null) })
      .setProtectedHeader({ alg: 'HS256', kid: body.keys[0]?.kid, typ: 'at+jwt' })
      .setIssuer('urn:zhicheng:demonstration')
      .setAudience('zhicheng')
      .setExpirationTime('1h')
      .sign(secret);
    expect(await whoAmI(forged)).toBe(401);
  });

  it('the published key holds nothing secret', async () => {
    const { body } = await api.ask<{ keys: { kid: string }[] }>('GET', '/demo/jwks');
    expect(Object.keys(body.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it.each(['', 'Bearer', 'Bearer x', 'Bearer a.b', 'Basic YTpi', 'Bearer ..', 'Bearer a.b.c.d.e'])(
    'an Authorization of %j is a 401',
    async (authorization) => {
      const { status, headers } = await api.ask('GET', '/v1/people/me', { headers: { Authorization: authorization } });
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    },
  );

  it('a bad token is not taken for nobody on a public path', async () => {
    expect((await api.ask('GET', '/v1/programmes', { token: 'a.b.c' })).status).toBe(401);
  });

  it('are needed on every path that is not public, before anything else is looked at', async () => {
    const guarded = api.routes.filter(({ access }) => access === 'login' || access === 'token');
    const open = api.routes.filter(({ access }) => access === 'none' || access === 'public' || access === 'clock');
    const answers = await Promise.all(
      guarded.map(({ method, path }) => api.ask(method.toUpperCase(), path, { key: null })),
    );
    expect(guarded.length).toBeGreaterThan(30);
    expect(answers.filter(({ status, body }) => status !== 401 || body.code !== 'NOT_SIGNED_IN')).toEqual([]);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'get /demo/accounts',
      'get /demo/clocks/:id',
      'get /demo/jwks',
      'get /healthz',
      'get /metrics',
      'get /openapi.json',
      'get /readyz',
      'get /v1/calendars/:year',
      'get /v1/certificates/:code',
      'get /v1/postings',
      'get /v1/postings/:id',
      'get /v1/programmes',
      'get /v1/programmes/:id',
      'get /v1/programmes/:id/clauses/:clause',
      'get /v1/programmes/:id/committees/:committee',
      'get /v1/programmes/:id/offices',
      'get /v1/programmes/:id/provisions',
      'get /v1/working-days',
      'post /demo/clocks',
      'post /demo/clocks/:id',
      'post /demo/token',
      'post /demo/worker',
      'post /v1/postings/:id/objections',
      'post /v1/programmes/:id/eligibility-checks',
    ]);
  });

  it('belong to one clock world', async () => {
    const world = await api.world('2024-07-01T09:00:00+08:00');
    const inWorld = await api.token('zhang-wei', world);
    expect((await api.ask('GET', '/v1/people/me', { token: inWorld, world })).status).toBe(200);
    expect((await api.ask('GET', '/v1/people/me', { token: inWorld })).body.code).toBe('OTHER_WORLD');
    expect((await api.ask('GET', '/v1/people/me', { token: good, world })).body.code).toBe('OTHER_WORLD');
  });
});

describe('tokens of a configured issuer', () => {
  const issuer = 'https://identity.example.org';
  let api: TestApi;
  let keys: Server;
  let privateKey: CryptoKey;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    privateKey = pair.privateKey;
    const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }] };
    keys = createServer((_request, response) => response.end(JSON.stringify(jwks))).listen(0, '127.0.0.1');
    await once(keys, 'listening');
    api = await startApi({
      DEMO: '0',
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: 'zhicheng-test',
      OIDC_JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
    });
  });
  afterAll(async () => {
    await api.close();
    keys.close();
  });

  const claims: JWTPayload = { iss: issuer, aud: 'zhicheng-test', sub: 'someone', exp: now() + 600 };
  const sign = (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}, key: CryptoKey = privateKey) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);
  const answer = async (token: string) => {
    const { status, body } = await api.ask('GET', '/v1/people/me', { token });
    return [status, body.code];
  };

  it('are good, and an unknown person is asked to register', async () => {
    expect(await answer(await sign(claims))).toEqual([403, 'NOT_INTRODUCED']);
  });

  it('do not make someone whom the issuer calls admin an administrator, although a demonstration’s admin is in the database', async () => {
    await seedDemo(api.services.db, api.services.vault, null);
    expect(await answer(await sign({ ...claims, sub: 'admin' }))).toEqual([403, 'NOT_INTRODUCED']);
  });

  const confused: readonly [string, JWTPayload, Partial<JWTHeaderParameters>?][] = [
    ['another issuer', { ...claims, iss: 'https://other.example.org' }],
    ['another audience', { ...claims, aud: 'other' }],
    ['no audience', { ...claims, aud: undefined }],
    ['an expiry that has passed', { ...claims, exp: now() - 60 }],
    ['no expiry', { ...claims, exp: undefined }],
    ['a beginning still to come', { ...claims, nbf: now() + 600 }],
    ['no subject', { ...claims, sub: undefined }],
    ['a list for a subject', { ...claims, sub: ['demo:admin'] as unknown as string }],
    ['a number for a subject', { ...claims, sub: 5 as unknown as string }],
    ['an object for a subject', { ...claims, sub: {} as unknown as string }],
    ['a subject with NUL in it', { ...claims, sub: 'some\0one' }],
    ['an empty subject', { ...claims, sub: '' }],
    ['a list for a type', claims, { typ: ['at+jwt'] as unknown as string }],
    ['the type of a logout token', claims, { typ: 'logout+jwt' }],
    ['an unknown key', claims, { kid: 'two' }],
  ];
  it.each(confused)('are refused with %s', async (_what, payload, header) => {
    const given = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
    await seedDemo(api.services.db, api.services.vault, null);
    expect(await answer(await sign(given, header))).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it('are refused when signed with another key of the same name', async () => {
    const other = (await generateKeyPair('RS256')).privateKey;
    expect(await answer(await sign(claims, {}, other))).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it('are refused when signed by an algorithm that is not allowed', async () => {
    const { privateKey: short } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS512', kid: 'one' }).sign(short);
    expect(await answer(token)).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it('whoever registers is known from then on', async () => {
    const token = await sign({ ...claims, sub: 'newcomer' });
    const me = { name: '新人', phone: null, mail: null, language: 'zh', identityNumber: '11010519491231002X' };
    expect((await api.ask('PUT', '/v1/people/me', { token, json: me })).status).toBe(200);
    expect((await api.ask<{ identityNumber: string }>('GET', '/v1/people/me', { token })).body.identityNumber).toBe(
      '110105********002X',
    );
    const other = await sign({ ...claims, sub: 'double' });
    expect((await api.ask('PUT', '/v1/people/me', { token: other, json: me })).body.code).toBe('IDENTITY_TAKEN');
  });

  it('whoever registers twice at the same time with If-None-Match: * is written once', async () => {
    const token = await sign({ ...claims, sub: 'twice' });
    const me = { name: '新人', phone: null, mail: null, language: 'zh', identityNumber: '440308199901101512' };
    const put = (headers: Record<string, string>) => api.ask('PUT', '/v1/people/me', { token, json: me, headers });
    expect((await put({ 'If-Match': '"1.x"' })).body.code).toBe('VERSION_MOVED');
    const answers = await Promise.all([1, 2, 3].map(() => put({ 'If-None-Match': '*' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await api.ask<{ version: number }>('GET', '/v1/people/me', { token })).body.version).toBe(1);
  });

  it('there is no demonstration', async () => {
    const paths = ['/demo/accounts', '/demo/token', '/demo/clocks', '/demo/jwks', '/demo/worker'];
    const answers = await Promise.all(paths.map((path) => api.ask('POST', path, { json: {} })));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    const withClock = await api.ask('GET', '/v1/programmes', { world: '01a1fbf5-6354-79db-abc6-1da368362cb0' });
    expect([withClock.status, withClock.body.code]).toEqual([400, 'INVALID_HEADER']);
  });
});
