import { isDeepStrictEqual } from 'node:util';

/** Thrown if the service does not do what a life expects. */
export class Unexpected extends Error {}

/** Thrown if a life cannot be played on this service; the message says why. */
export class Skipped extends Error {}

/** Thrown if a life missed the moment it depends on, because the service was down; it must be played again. */
export class Again extends Error {}

/** Throws `Unexpected` unless the service gave exactly this. */
export function expect(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Unexpected(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** Throws `Unexpected` unless the service gave all of `wanted`. */
export function expectAmong(what: string, actual: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((each) => !actual.includes(each));
  if (missing.length === 0) return;
  throw new Unexpected(`${what}: expected ${missing.join(', ')} among ${JSON.stringify(actual)}`);
}
