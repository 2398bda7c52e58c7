import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVerifier, remoteKeys } from '../../../api/access/authentication.ts';
import { keepingTokens } from '../../../api/access/kept-tokens.ts';

const start = Date.parse('2026-07-01T09:00:00+08:00');
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

describe('a verified token', () => {
  const asked: string[] = [];
  const verifier = (expiresAt: number) =>
    keepingTokens(async (token) => {
      asked.push(token);
      if (token === 'bad') throw new Error('not good');
      return { subject: `subject of ${token}`, expiresAt };
    });
  beforeEach(() => {
    asked.length = 0;
  });

  it('is verified once in half a minute', async () => {
    const verify = verifier(start + 3_600_000);
    for (const token of ['a', 'b', 'a']) expect((await verify(token)).subject).toBe(`subject of ${token}`);
    pass(29);
    await verify('a');
    expect(asked).toEqual(['a', 'b']);
    pass(2);
    await verify('a');
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('is not kept longer than it is good', async () => {
    const verify = verifier(start + 10_000);
    await verify('a');
    pass(11);
    await verify('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('is forgotten when ten thousand others came after it', async () => {
    const verify = verifier(start + 3_600_000);
    await verify('a');
    for (let each = 0; each < 10_000; each += 1) await verify(String(each));
    await verify('a');
    expect(asked).toHaveLength(10_002);
  });

  it('is not kept when it is refused', async () => {
    const verify = verifier(start + 3_600_000);
    for (const _ of [1, 2]) await expect(verify('bad')).rejects.toThrow('not good');
    expect(asked).toEqual(['bad', 'bad']);
  });
});

describe('a key that the issuer withdraws', () => {
  let issuer: Server;
  let published: { keys: JWK[] };
  let down = false;
  let verify: ReturnType<typeof keepingTokens>;
  let token: string;

  beforeEach(async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    published = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] };
    down = false;
    issuer = createServer((_request, response) => {
      response.statusCode = down ? 503 : 200;
      response.end(JSON.stringify(published));
    }).listen(0, '127.0.0.1');
    await once(issuer, 'listening');
    const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/`;
    const rules = { issuer: 'https://issuer.example.org', audience: 'zhicheng', keys: remoteKeys(async () => url) };
    verify = keepingTokens(createVerifier(rules));
    token = await new SignJWT({ sub: 'someone', iss: rules.issuer, aud: rules.audience, exp: start / 1000 + 86_400 })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(privateKey);
  });
  afterEach(() => {
    issuer.closeAllConnections();
    issuer.close();
  });

  it('counts for less than a minute more, though it is used all the time', async () => {
    await verify(token);
    published = { keys: [] };
    const refusedAfter = async () => {
      for (let seconds = 0; seconds <= 120; seconds += 5) {
        const good = await verify(token).then(
          () => true,
          () => false,
        );
        if (!good) return seconds;
        pass(5);
      }
      return null;
    };
    expect(await refusedAfter()).toBeLessThan(60);
  });

  it('is not taken for withdrawn while the issuer does not answer, for ten minutes', async () => {
    await verify(token);
    down = true;
    pass(500);
    expect((await verify(token)).subject).toBe('someone');
    pass(200);
    await expect(verify(token)).rejects.toMatchObject({ status: 503 });
  });
});
