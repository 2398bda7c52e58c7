import { setTimeout as pause } from 'node:timers/promises';
import { leaseIntents } from '../../db/intents/queue.ts';
import type { CommandDeps } from '../deps.ts';
import { runHousekeeping } from '../housekeeping.ts';
import { finish } from './finish.ts';

/** How many applications the courier works on at once. */
const concurrency = 8;
/** How long it rests when nothing is due, ms. */
const restMs = 500;

/**
 * Finishes what nobody finished: intents of a request that died, of bulk actions, of times when something was down. Runs in the worker process
 * until the signal; what is in hand then is finished first. The lease saves work, correctness never rests on it. Beside it, the hourly housekeeping.
 */
export async function runCourier(deps: CommandDeps, signal: AbortSignal): Promise<void> {
  await Promise.all([runDeliveries(deps, signal), runHousekeeping(deps, signal)]);
}

async function runDeliveries(deps: CommandDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const worked = await round(deps).catch((error: unknown) => {
      deps.reportAnomaly('the courier could not work', { error: String(error) });
      return 0;
    });
    if (worked === 0) await pause(restMs, undefined, { signal }).catch(() => undefined);
  }
}

async function round(deps: CommandDeps): Promise<number> {
  const leased = await leaseIntents(deps.db, concurrency);
  await Promise.all(leased.map((no) => deliver(deps, no)));
  return leased.length;
}

async function deliver(deps: CommandDeps, no: string): Promise<void> {
  try {
    await finish(deps, no, { deadlineAt: Date.now() + 10_000 });
  } catch (error) {
    // The intent stays open and comes again after its back-off; a lasting one shows in the age of the oldest open intent.
    deps.reportAnomaly('an intent could not be finished', { no, error: String(error) });
  }
}
