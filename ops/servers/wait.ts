import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is not `undefined`; after `withinMs` throws with `what` and the last error. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  { withinMs, everyMs = 100 }: { readonly withinMs: number; readonly everyMs?: number },
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    let cause: unknown;
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      cause = error;
    }
    if (performance.now() >= until) {
      const reason = cause instanceof Error ? `: ${cause.message}` : '';
      throw new Error(`${what} did not come within ${withinMs / 1000} s${reason}`, { cause });
    }
    await delay(everyMs);
  }
}
