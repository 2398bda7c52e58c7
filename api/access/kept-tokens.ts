import { LRUCache } from 'lru-cache';
import type { Verified, Verifier } from '../http/caller.ts';
import { maxTokens } from '../http/limits.ts';

/** How long a verified token is cached, ms. With the age of the keys (`authentication.ts`) this is less than a minute, the longest that a withdrawn key may count. */
const tokensKeptForMs = 30_000;

/** A verifier that does not check the signature of the same token again for half a minute, or until it expires. The person is still read at every request. */
export function keepingTokens(verify: Verifier): Verifier {
  const kept = new LRUCache<string, Verified>({ max: maxTokens, perf: Date, ttlResolution: 0 });
  return async (token) => {
    const known = kept.get(token);
    if (known) return known;
    const verified = await verify(token);
    const ttl = Math.min(tokensKeptForMs, verified.expiresAt - Date.now());
    if (ttl >= 1) kept.set(token, verified, { ttl });
    return verified;
  };
}
