import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectionOptions } from '../../commands/temporal/client.ts';
import { whyNoDemo } from '../../config/env/demonstration.ts';
import { describeEnv, EnvError, readEnv, readStartEnv } from '../../config/env/env.ts';
import { keptCertificate } from '../../ops/servers/certificate.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const COMPLETE = {
  DATABASE_URL: 'postgres://user:secret@127.0.0.1:5432/zhicheng',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  DATA_KEYS: `k2:${key(2)},k1:${key(1)}`,
  IDENTITY_KEY: key(3),
};
const ISSUER = { OIDC_ISSUER: 'https://issuer.example.org', OIDC_AUDIENCE: 'zhicheng' };

function problemsOf(read: () => unknown): EnvError {
  try {
    read();
  } catch (error) {
    if (error instanceof EnvError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settings', () => {
  it('have defaults for everything that a server process can do without', () => {
    const env = readEnv(COMPLETE);
    expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', demo: false, taskQueue: 'zhicheng', production: false });
    expect(env.dataKeys.map(({ id }) => id)).toEqual(['k2', 'k1']);
    expect(env.dataKeys[0]?.key).toEqual(Buffer.alloc(32, 2));
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'three thousand'],
    ['DATABASE_URL', 'mysql://127.0.0.1/zhicheng'],
    ['TEMPORAL_ADDRESS', 'http://127.0.0.1'],
    ['DATA_KEYS', `k1:${Buffer.alloc(16).toString('base64')}`],
    ['DATA_KEYS', `k1:${key(1)},k1:${key(2)}`],
    ['IDENTITY_KEY', 'c2hvcnQ='],
    ['METRICS_ADDRESS', 'localhost:9464'],
    ['NODE_ENV', 'prodution'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['CONTINUE_AS_NEW_AFTER_EVENTS', '0'],
    ['WAKE_SPREAD_SECONDS', '14401'],
    ['TEMPORAL_TLS_SERVER_CA_CERT_PATH', '/nowhere/ca.pem'],
    ['TRUSTED_PROXIES', '10.0.0.1,proxy.example.org'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ])('name %s when it is %s', (name, value) => {
    const error = problemsOf(() => readEnv({ ...COMPLETE, [name]: value }));
    expect(error.variables).toEqual([name]);
    expect(error.message).toMatch(new RegExp(`^${name}: `));
  });

  it('name every wrong variable at once', () => {
    expect(problemsOf(() => readEnv({ ...COMPLETE, PORT: 'x', DEMO: 'x' })).variables).toEqual(['PORT', 'DEMO']);
  });

  it('that a server process needs are named when they are missing or empty', () => {
    expect(problemsOf(() => readEnv({ DATA_KEYS: '' })).variables).toEqual(Object.keys(COMPLETE));
  });

  it('refuse demonstration mode in production, where tokens need an issuer', () => {
    const production = { ...COMPLETE, NODE_ENV: 'production' };
    expect(problemsOf(() => readEnv({ ...production, DEMO: '1' })).variables).toEqual(['DEMO']);
    expect(problemsOf(() => readEnv(production)).variables).toEqual(Object.keys(ISSUER));
    expect(problemsOf(() => readStartEnv({ NODE_ENV: 'production' })).variables).toEqual(Object.keys(ISSUER));
    expect(readEnv({ ...production, ...ISSUER }).production).toBe(true);
  });

  it('take in production no issuer whose keys could be changed on the way', () => {
    const production = { ...COMPLETE, ...ISSUER, NODE_ENV: 'production' };
    for (const name of ['OIDC_ISSUER', 'OIDC_JWKS_URL'])
      expect(problemsOf(() => readEnv({ ...production, [name]: 'http://issuer.example.org' })).variables).toEqual([
        name,
      ]);
    expect(readEnv({ ...COMPLETE, OIDC_ISSUER: 'http://issuer.example.org' }).oidcIssuer).toContain('http:');
  });

  it('reach Temporal over TLS by a certificate and its key, by the certificates of the system, or by an API key', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhicheng-env-'));
    try {
      const { certificate, key } = keptCertificate(folder);
      const own = { TEMPORAL_TLS_CLIENT_CERT_PATH: certificate, TEMPORAL_TLS_CLIENT_KEY_PATH: key };
      expect(readEnv({ ...COMPLETE, ...own, TEMPORAL_TLS_SERVER_CA_CERT_PATH: certificate }).temporalTls).toEqual({
        serverRootCACertificate: readFileSync(certificate),
        clientCertPair: { crt: readFileSync(certificate), key: readFileSync(key) },
      });
      for (const [one, other] of [Object.keys(own), Object.keys(own).toReversed()] as [string, string][])
        expect(problemsOf(() => readEnv({ ...COMPLETE, [one]: certificate })).variables).toEqual([other]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(readEnv({ ...COMPLETE, TEMPORAL_TLS: '1' }).temporalTls).toEqual({});
    expect(readEnv(COMPLETE).temporalTls).toBeNull();
    const byKey = connectionOptions(readEnv({ ...COMPLETE, TEMPORAL_API_KEY: 'secret' }));
    expect(byKey).toEqual({ address: COMPLETE.TEMPORAL_ADDRESS, tls: true, apiKey: 'secret' });
  });

  it('of npm start are a demonstration unless told otherwise', () => {
    expect(readStartEnv({}).demo).toBe(true);
    expect(readStartEnv({ DEMO: '0' }).demo).toBe(false);
    expect(readStartEnv({ HOST: '127.0.0.1' }).demo).toBe(true);
    expect(readStartEnv({ HOST: 'localhost' }).demo).toBe(true);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'HOST is 0.0.0.0'],
    [{ HOST: '::' }, 'HOST is ::'],
    [{ HOST: '127.0.0.1.example.org' }, 'HOST'],
    [{ DATABASE_URL: COMPLETE.DATABASE_URL }, 'DATABASE_URL'],
    [{ NODE_ENV: 'production', ...ISSUER }, 'NODE_ENV'],
  ])('of npm start with %o are no demonstration unless DEMO says so, and it can be told why', (source, why) => {
    expect(readStartEnv(source).demo).toBe(false);
    expect(whyNoDemo(source)).toContain(why);
    expect(whyNoDemo({ ...source, DEMO: '1' })).toBeNull();
    if (!('NODE_ENV' in source)) expect(readStartEnv({ ...source, DEMO: '1' }).demo).toBe(true);
  });

  it('are all in the table of docs/operations.md, as they are described in the code', () => {
    // The formatter aligns the columns.
    const narrow = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
    const page = narrow(readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8'));
    for (const row of describeEnv().split('\n')) expect(page).toContain(narrow(row));
  });
});
