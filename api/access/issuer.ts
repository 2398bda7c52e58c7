import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Issuer } from '../http/caller.ts';

const name = 'urn:zhicheng:demonstration';
const audience = 'zhicheng';
const algorithm = 'ES256';
const lifetimeS = 8 * 3600;

/** Opens the built-in issuer with the key in a folder; the key is created if it is missing, and several processes share it. */
export async function openIssuer(folder: string): Promise<Issuer> {
  const secret = await keptKey(folder);
  const { kty, crv, x, y, kid } = secret;
  const key = await importJWK(secret, algorithm);
  return {
    issuer: name,
    audience,
    jwks: { keys: [{ kty, crv, x, y, kid, alg: algorithm, use: 'sig' } as JWK] },
    sign: async (subject) => {
      const token = await new SignJWT()
        .setProtectedHeader({ alg: algorithm, kid: kid ?? '', typ: 'at+jwt' })
        .setIssuer(name)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(`${lifetimeS}s`)
        .setJti(randomUUID())
        .sign(key);
      return { token, expiresIn: lifetimeS };
    },
  };
}

async function keptKey(folder: string): Promise<JWK> {
  const path = join(folder, 'issuer.json');
  const found = read(path);
  if (found) return found;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = await exportJWK(privateKey);
  const made = { ...key, kid: await calculateJwkThumbprint(key) };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `issuer-${randomUUID()}.json`);
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
  try {
    // A link appears whole or not at all, and never replaces the key of another process.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return read(path) ?? made;
}

function read(path: string): JWK | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
