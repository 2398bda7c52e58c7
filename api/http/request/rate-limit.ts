import { isIP, SocketAddress } from 'node:net';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../../db/connection.ts';
import { rateLimits } from '../../../db/schema.ts';
import { maxPublicObjections as max } from '../../../domain/case/objections.ts';
import { type Text, text } from '../../../domain/text.ts';
import { HttpError } from '../errors.ts';

/** What is counted, how often one subject may do it, and within how many seconds. */
type RateLimit = {
  readonly name: string;
  readonly atMost: number;
  readonly withinSeconds: number;
  /** What is said after too many, where it is not to try later. */
  readonly tooMany?: { readonly code: string; readonly message: Text };
};

/** Counts an attempt of a subject, or `points` of them. */
export type Counter = (subject: string, points?: number) => Promise<void>;

/**
 * Counts the attempts of each subject in the database, for all API processes at once, so that nobody can find something out by guessing or slow down the others. The returned
 * function throws a 429 with Retry-After after too many. A subject over the limit costs no statement until its time is over.
 */
export function rateLimit({ orm }: Db, { name, atMost, withinSeconds, tooMany }: RateLimit): Counter {
  const limiter = new RateLimiterDrizzle({
    storeClient: orm,
    schema: rateLimits,
    keyPrefix: name,
    points: atMost,
    duration: withinSeconds,
    inMemoryBlockOnConsumed: atMost + 1,
    clearExpiredByTimeout: false,
  });
  return async (subject, points = 1) => {
    await limiter.consume(subject, points).catch((refused: unknown) => {
      throw refused instanceof RateLimiterRes
        ? tooManyRequests(Math.ceil(refused.msBeforeNext / 1000), tooMany)
        : refused;
    });
  };
}

/** How often in an hour a subject may register an identity number, because the answer shows whether it is already registered. */
export const identityTries: RateLimit = { name: 'identity', atMost: 5, withinSeconds: 3_600 };

/** How many codes in an hour an address may ask for that no certificate has: whoever reads one from a paper may mistype it, and nobody finds one by trying. */
export const unknownCertificates: RateLimit = { name: 'certificate', atMost: 20, withinSeconds: 3_600 };

/**
 * How many KiB of bodies an address may send in a minute without a login, each body counted as one at least. An honest question has less than one,
 * so that an office or a school behind one address may ask twenty a second.
 */
export const anonymousBodies: RateLimit = { name: 'anonymous', atMost: 1_200, withinSeconds: 60 };

/** What a body of this size counts. */
export const pointsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

/**
 * An address as it is counted: of IPv6 the network of 64 bits, in which one host has all addresses. Some proxies write the port behind the address, which
 * is another one for each connection; it does not count, and whatever is no address counts as one.
 */
export function networkOf(given: string): string {
  const address = addressIn(given);
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address) ?? [];
  if (mapped ?? !address.includes(':')) return mapped ?? address;
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/** The address, in the one way in which Node writes it; empty where there is none. */
function addressIn(given: string): string {
  const family = isIP(given);
  if (family === 0) return SocketAddress.parse(given)?.address ?? '';
  return new SocketAddress({ address: given, family: family === 4 ? 'ipv4' : 'ipv6' }).address;
}

/** Longer than a publicity lasts. */
const publicitySeconds = 60 * 86_400;

/** How many objections to one application a person who is signed in makes on one posting, and an address. */
export const objectionsOfPerson: RateLimit = {
  name: 'objector',
  atMost: max.person,
  withinSeconds: publicitySeconds,
  tooMany: {
    code: 'TOO_MANY_OBJECTIONS',
    message: text(
      `每人在一次公示期间对同一申报最多网上提出${max.person}项异议；请合并，或向张贴单位以电话、信函、来访方式反映。`,
      `One person makes ${max.person} objections to an application here while it is posted; telephone, write to or visit whoever posted it.`,
    ),
  },
};
export const objectionsOfAddress: RateLimit = {
  name: 'objecting-address',
  atMost: max.unknown,
  withinSeconds: publicitySeconds,
  tooMany: {
    code: 'TOO_MANY_OBJECTIONS',
    message: text(
      `从您所在网络地址对该申报未登录提出的异议已达${max.unknown}项；请登录后提出，或向张贴单位以电话、信函、来访方式反映。`,
      `${max.unknown} objections to this application came from your address without login already; sign in, or telephone, write to or visit whoever posted it.`,
    ),
  },
};

const tooManyRequests = (
  seconds: number,
  {
    code = 'TOO_MANY_TRIES',
    message = text('尝试次数过多，请稍后再试。', 'Too many tries; try again later.'),
  }: Partial<NonNullable<RateLimit['tooMany']>> = {},
) => new HttpError(429, code, message, { headers: { 'Retry-After': String(seconds) } });
