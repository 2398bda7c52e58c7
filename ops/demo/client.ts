import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Unexpected } from './expect.ts';

/** A request of the HTTP contract; `body` is sent as JSON, a `FormData` as it is. */
export type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly clock?: string;
  /** A 202 is an answer like any other: neither followed nor repeated. */
  readonly receiptIsAnswer?: boolean;
};

/** What came back, when the service had decided. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** Asks until there is a final answer, or throws `Unexpected` when the patience is at its end. */
export type Client = (ask: Ask) => Promise<Answer>;

/** Where the service is, how long one request may take in all (ms), and whom to tell of waiting. */
export type ClientOptions = {
  readonly base: string;
  readonly patienceMs: number;
  readonly waiting: (why: string) => void;
};

const ONE_TRY_MS = 30_000;
const TELL_AFTER_MS = 3_000;
const LONGEST_PAUSE_MS = 5_000;
/** Nobody decided, or nobody was there: the same request with the same key may be sent again. */
const AGAIN: readonly number[] = [429, 502, 503, 504];

/**
 * A client that outlives restarts of the service: every request has one Idempotency-Key and is sent again with it after lost connections
 * and 503; a receipt (202) is followed to its Location until the intent is decided, and the same key then fetches the answer.
 */
export function createClient(options: ClientOptions): Client {
  return async (ask) => {
    const key = randomUUID();
    const patience = createPatience(options, `${ask.method} ${ask.path}`);
    for (;;) {
      const answer = await sendOnce(options.base, ask, key).catch((error: unknown) => lost(error));
      if (typeof answer === 'string') await patience.rest(answer, 500);
      else if (AGAIN.includes(answer.status)) await patience.rest(`${answer.status}`, retryAfterMs(answer));
      else if (answer.status !== 202 || ask.receiptIsAnswer) return answer;
      else await patience.rest('202', retryAfterMs(answer));
    }
  };
}

/** How often and how long to try; says so once when it takes long. */
function createPatience({ patienceMs, waiting }: ClientOptions, what: string) {
  const begunAt = performance.now();
  let told = false;
  return {
    rest: async (why: string, ms: number) => {
      const passedMs = performance.now() - begunAt;
      if (passedMs > patienceMs)
        throw new Unexpected(`${what}: no final answer within ${patienceMs / 1000} s (${why})`);
      if (!told && passedMs > TELL_AFTER_MS) waiting(`${what}: ${why}, trying again / 重试`);
      told ||= passedMs > TELL_AFTER_MS;
      await pause(Math.min(Math.max(ms, 100), LONGEST_PAUSE_MS));
    },
  };
}

async function sendOnce(base: string, ask: Ask, key: string): Promise<Answer> {
  const { method, path, body, token, clock } = ask;
  const json = body !== undefined && !(body instanceof FormData);
  const response = await fetch(new URL(path, base), {
    method,
    headers: {
      'Accept-Language': 'zh',
      ...(method === 'POST' ? { 'Idempotency-Key': key } : {}),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(clock === undefined ? {} : { 'Demo-Clock': clock }),
      ...(json ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(ONE_TRY_MS),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Why there was no answer at all; whatever is not of the connection is a bug here and thrown. */
function lost(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  if (error instanceof TypeError || error instanceof SyntaxError) return 'connection lost';
  throw error;
}

const retryAfterMs = ({ headers }: Answer): number => Number(headers.get('retry-after') ?? 1) * 1000;
