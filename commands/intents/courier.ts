import { setTimeout as pause } from 'node:timers/promises';
import { leaseIntents } from '../../db/intents/queue.ts';
import type { CommandDeps } from '../deps.ts';
import { runHousekeeping } from '../housekeeping.ts';
import { answerTimeoutMs, courierConcurrency, courierPauseMs } from '../limits.ts';
import { watchWorkflows } from '../lost-workflows.ts';
import { finish } from './finish.ts';

/**
 * Finishes the intents that nobody has finished: of a bulk request, of a process that died, of a time when Temporal was down. It runs in every worker
 * process until the signal, and finishes what it has begun. Temporal cannot do this work, because it has never heard of such an intent: only
 * PostgreSQL has it. The lease only saves work: two finishers of one intent come to the same outcome. The hourly housekeeping and the
 * search for cases without their workflow run here too.
 */
export async function runCourier(deps: CommandDeps, signal: AbortSignal): Promise<void> {
  await Promise.all([runDeliveries(deps, signal), runHousekeeping(deps, signal), watchWorkflows(deps, signal)]);
}

async function runDeliveries(deps: CommandDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const worked = await round(deps).catch((error: unknown) => {
      deps.reportAnomaly('the courier could not work', { error: String(error) });
      return 0;
    });
    if (worked === 0) await pause(courierPauseMs, undefined, { signal }).catch(() => undefined);
  }
}

async function round(deps: CommandDeps): Promise<number> {
  const leased = await leaseIntents(deps.db, courierConcurrency);
  await Promise.all(leased.map((no) => deliver(deps, no)));
  return leased.length;
}

async function deliver(deps: CommandDeps, no: string): Promise<void> {
  try {
    await finish(deps, no, { deadlineAt: Date.now() + answerTimeoutMs });
  } catch (error) {
    // The intent stays open and is due again after its back-off. If it never succeeds, the metric of the oldest open intent shows it.
    deps.reportAnomaly('an intent could not be finished', { no, error: String(error) });
  }
}
