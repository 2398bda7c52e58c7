import { setTimeout as pause } from 'node:timers/promises';
import { clearIntentKeys, forgetOldAnswers, forgetRateLimits } from '../db/intents/housekeeping.ts';
import type { CommandDeps } from './deps.ts';
import { housekeepingIntervalMs } from './limits.ts';

/** Deletes old idempotency keys and counts of attempts, now and every hour until the signal. After a failure it tries again an hour later. */
export async function runHousekeeping(
  deps: Pick<CommandDeps, 'db' | 'reportAnomaly'>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const clear of [clearIntentKeys, forgetOldAnswers, forgetRateLimits]) {
      await clear(deps.db).catch((error: unknown) => {
        deps.reportAnomaly('old keys could not be forgotten', { error: String(error) });
      });
    }
    await pause(housekeepingIntervalMs, undefined, { signal }).catch(() => undefined);
  }
}
