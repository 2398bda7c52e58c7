import { LRUCache } from 'lru-cache';
import type { Verified, Verifier } from '../http/caller.ts';

/** How long a verified token is kept, ms. With the age of the keys (`authentication.ts`) less than a minute, the longest that a withdrawn key may count. */
const tokensKeptForMs = 30_000;
/** How many tokens one process keeps; the one used longest ago goes first. */
const mostTokens = 10_000;

/** A verifier that does not look at the signature of the same token again for half a minute, nor longer than the token is good; who holds it is read at every request all the same. */
export function keepingTokens(verify: Verifier): Verifier {
  const kept = new LRUCache<string, Verified>({ max: mostTokens, perf: Date, ttlResolution: 0 });
  return async (token) => {
    const known = kept.get(token);
    if (known) return known;
    const verified = await verify(token);
    const ttl = Math.min(tokensKeptForMs, verified.expiresAt - Date.now());
    if (ttl >= 1) kept.set(token, verified, { ttl });
    return verified;
  };
}
