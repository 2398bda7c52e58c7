import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Retries until the attempt succeeds or the signal ends it: a worker that gave up its first connection would run on without ever working. */
export async function retryForever<T>(
  attempt: () => Promise<T>,
  options: { log: Logger; signal: AbortSignal },
): Promise<T> {
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      return await attempt();
    } catch (error) {
      options.signal.throwIfAborted();
      options.log.warn({ error: String(error), waitMs }, 'not connected yet');
      await pause(waitMs, undefined, { signal: options.signal });
    }
  }
}
