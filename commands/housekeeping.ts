import { setTimeout as pause } from 'node:timers/promises';
import { clearIntentKeys, forgetOldAnswers, forgetRateLimits } from '../db/intents/housekeeping.ts';
import type { CommandDeps } from './deps.ts';

const everyMs = 3_600_000;

/** Forgets old keys and tries of callers, now and every hour until the signal. What could not be done is done an hour later. */
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
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
