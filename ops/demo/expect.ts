import { isDeepStrictEqual } from 'node:util';

/** The service did not do what a life expects of it. */
export class Unexpected extends Error {}

/** The life cannot be played on this service; the message says why. */
export class Skipped extends Error {}

/** The moment that a life depends on was missed, because the service was away; it must be played again. */
export class Again extends Error {}

/** Throws `Unexpected` unless the service gave exactly this. */
export function expect(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Unexpected(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** Throws `Unexpected` unless all of `wanted` are among what the service gave. */
export function expectAmong(what: string, actual: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((each) => !actual.includes(each));
  if (missing.length === 0) return;
  throw new Unexpected(`${what}: expected ${missing.join(', ')} among ${JSON.stringify(actual)}`);
}
