import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../db/connection.ts';
import { rateLimits } from '../../db/schema.ts';
import { text } from '../../domain/text.ts';
import { HttpError } from '../http/errors.ts';

/** What is counted, how often one subject may do it, and within how many seconds. */
type RateLimit = { readonly name: string; readonly atMost: number; readonly withinSeconds: number };

/**
 * Counts the attempts of each subject in the database, for all API processes at once, so that nobody can find something out by guessing. The returned
 * function throws a 429 with Retry-After after too many. A subject over the limit costs no statement until its time is over.
 */
export function rateLimit({ orm }: Db, { name, atMost, withinSeconds }: RateLimit): (subject: string) => Promise<void> {
  const limiter = new RateLimiterDrizzle({
    storeClient: orm,
    schema: rateLimits,
    keyPrefix: name,
    points: atMost,
    duration: withinSeconds,
    inMemoryBlockOnConsumed: atMost + 1,
    clearExpiredByTimeout: false,
  });
  return async (subject) => {
    await limiter.consume(subject).catch((refused: unknown) => {
      throw refused instanceof RateLimiterRes ? tooManyRequests(Math.ceil(refused.msBeforeNext / 1000)) : refused;
    });
  };
}

/** How often in an hour a subject may register an identity number, because the answer shows whether it is already registered. */
export const identityTries: RateLimit = { name: 'identity', atMost: 5, withinSeconds: 3_600 };

const tooManyRequests = (seconds: number) =>
  new HttpError(429, 'TOO_MANY_TRIES', text('尝试次数过多，请稍后再试。', 'Too many tries; try again later.'), {
    headers: { 'Retry-After': String(seconds) },
  });
