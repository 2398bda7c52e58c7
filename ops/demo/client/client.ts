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
  /** Whether a receipt (202) is the wanted answer, and not the decision. */
  readonly receiptWanted?: boolean;
};

/** An answer. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** Sends a request until there is a final answer; throws `Unexpected` after the time limit. */
export type Client = (ask: Ask) => Promise<Answer>;

/** The address of the service, how long one request may take in all (ms), and a function that is called when it takes long. */
export type ClientOptions = {
  readonly base: string;
  readonly patienceMs: number;
  readonly waiting: (why: string) => void;
};

const ONE_TRY_MS = 30_000;
const TELL_AFTER_MS = 3_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Statuses after which the same request with the same key may be sent again, since nothing was decided. */
const AGAIN: readonly number[] = [429, 502, 503, 504];

/**
 * A client that survives restarts of the service: every POST has an Idempotency-Key and is sent again with it after a lost connection or a 503. After a
 * receipt (202) it reads the Location until the intent is decided.
 */
export function createClient(options: ClientOptions): Client {
  return async (ask) => {
    const key = randomUUID();
    const rest = createPatience(
      options,
      `${ask.method} ${ask.path.replaceAll(/(?<=[0-9a-f]{8}-)[0-9a-f-]{27}/g, '…')}`,
    );
    for (let now = ask; ; ) {
      const answer = await sendOnce(options.base, now, key).catch(lost);
      if (typeof answer === 'string') await rest(answer, 500);
      else if (AGAIN.includes(answer.status)) await rest(`${answer.status}`, retryAfterMs(answer));
      else if (answer.status !== 202 || ask.receiptWanted) return answer;
      else {
        now = following(now, answer);
        await rest('202', retryAfterMs(answer));
      }
    }
  };
}

/** The next request after a 202: the intent that it names, or the same request. */
function following(ask: Ask, { headers }: Answer): Ask {
  const path = headers.get('location');
  if (path === null) return ask;
  const { body: _sent, ...who } = ask;
  return { ...who, method: 'GET', path };
}

/** Waits between attempts, and reports once if it takes long. */
function createPatience({ patienceMs, waiting }: ClientOptions, what: string) {
  const begunAt = performance.now();
  let reported = false;
  return async (why: string, ms: number): Promise<void> => {
    const passedMs = performance.now() - begunAt;
    if (passedMs > patienceMs) throw new Unexpected(`${what}: no final answer within ${patienceMs / 1000} s (${why})`);
    if (!reported && passedMs > TELL_AFTER_MS) waiting(`${what}: ${why}，等待中 waiting`);
    reported ||= passedMs > TELL_AFTER_MS;
    await pause(Math.min(Math.max(ms, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS));
  };
}

async function sendOnce(base: string, ask: Ask, key: string): Promise<Answer> {
  const { method, path, body } = ask;
  const response = await fetch(new URL(path, base), {
    method,
    headers: headersOf(ask, key),
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(ONE_TRY_MS),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

const headersOf = ({ method, body, token, clock }: Ask, key: string): Record<string, string> => ({
  ...(method === 'POST' ? { 'Idempotency-Key': key } : {}),
  ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  ...(clock === undefined ? {} : { 'Demo-Clock': clock }),
  ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
});

/** Why there was no answer; an error that is not of the connection is thrown again. */
function lost(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return '超时 no answer in time';
  if (error instanceof TypeError || error instanceof SyntaxError) return '连接中断 connection lost';
  throw error;
}

const retryAfterMs = ({ headers }: Answer): number => Number(headers.get('retry-after') ?? 1) * 1000;
