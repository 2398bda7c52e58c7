import type { Problem } from '../../../api/http/common-schemas.ts';
import type { Answer } from './client.ts';
import { Unexpected } from './expect.ts';

/** The body of an answer that had to succeed; the shape is the contract's. Throws `Unexpected` for any error. */
export function ok<T>(what: string, { status, body }: Answer): T {
  if (status >= 200 && status < 300) return body as T;
  throw new Unexpected(`${what}: ${status} ${JSON.stringify(body)}`);
}

/** The problem of an answer that had to be a refusal. Throws `Unexpected` where it was none. */
export function problemOf(what: string, { status, body }: Answer): Problem {
  if (status >= 400 && status < 500) return body as Problem;
  throw new Unexpected(`${what}: expected a refusal, got ${status} ${JSON.stringify(body)}`);
}
