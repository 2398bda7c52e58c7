import type { Pending } from '../../db/intent.ts';
import { conflictingClaim, nextIntent, noteIntentError, takeClaims } from '../../db/intents/queue.ts';
import { outcomeOf } from '../../db/intents/receipts.ts';
import { type LapseRecorded, recordLapse } from '../../db/intents/recording.ts';
import { claimTaken } from '../../domain/claims/claims.ts';
import { versionConflict } from '../../domain/lifecycle/decide.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Answer, type CommandDeps, crashPoint, type DecideOptions } from '../deps.ts';
import { kindOf } from '../kind-of.ts';
import { argumentOf, wentElsewhere } from './command-of.ts';
import { OtherAnswer } from './same-command.ts';
import { type Finished, writeOutcome } from './write-outcome.ts';

/** `depth` counts the queues that wait for each other through a claim. */
export type FinishOptions = DecideOptions & { readonly depth?: number };

/** Finishes the open intents of one queue in order of their numbers; the outcome of each is written before the next is decided. Nothing else sends an update to a workflow. */
export async function finish(deps: CommandDeps, no: string, options: FinishOptions): Promise<void> {
  for (let pending = await nextIntent(deps.db, no); pending; pending = await nextIntent(deps.db, no)) {
    const finished = await processIntent(deps, pending, options);
    if (!finished) return;
  }
}

/** Decides one intent and writes its outcome; null when it must wait for a claim held by an open intent elsewhere. */
export async function processIntent(
  deps: CommandDeps,
  pending: Pending,
  options: FinishOptions,
): Promise<Finished | null> {
  const { intent } = pending;
  if (intent.outcome && intent.accepted !== null) return { accepted: intent.accepted, outcome: intent.outcome };
  try {
    const refusal = await missingClaim(deps, pending, options);
    if (refusal === 'waiting') return null;
    const answer: Answer = refusal
      ? { kind: 'refused', refusal }
      : await kindOf(deps, pending).decide(deps, pending, options);
    crashPoint(deps, 'after-decide');
    const written = await writeOutcome(deps, pending, answer);
    crashPoint(deps, 'after-outcome');
    return written ?? (await processIntent(deps, { ...pending, claims: { state: 'held' } }, options));
  } catch (error) {
    if (error instanceof OtherAnswer) {
      // Another finisher was faster: the outcome is written, and the workflow has gone on since. Temporal keeps no answer to a refused update.
      const known = await outcomeOf(deps.db, intent.id);
      if (known) return known;
      deps.reportAnomaly('an answer is not about what was asked', {
        intent: intent.id,
        no: intent.no,
        error: String(error),
      });
    }
    await noteIntentError(deps.db, intent.id, String(error)).catch(() => undefined);
    throw error;
  }
}

/** If an open or lapsed intent of another application holds a claim, that intent is finished first; if it cannot be, this one waits. Returns the refusal if the claim is taken. */
async function missingClaim(
  deps: CommandDeps,
  pending: Pending,
  options: FinishOptions,
): Promise<Refusal | 'waiting' | null> {
  // Only applications make claims.
  if (!('case' in pending)) return null;
  const { intent, claims, case: head } = pending;
  let state = claims;
  for (let round = 0; round < 3 && (state.state === 'retry' || state.state === 'waiting'); round++) {
    if (state.state === 'waiting' && state.holder && (options.depth ?? 0) < 2) {
      await finishWithDueLapse(deps, state.holder, { ...options, depth: (options.depth ?? 0) + 1 });
    }
    state = await takeClaims(deps.db, intent.id);
  }
  if (state.state === 'held') return null;
  // If the intent has its outcome by now, the refusal is not written and the caller gets that outcome.
  if (state.state !== 'taken' && state.state !== 'settled') return 'waiting';
  const claim = (await conflictingClaim(deps.db, intent.id)) ?? intent.claims?.[0];
  if (!claim) throw new Error(`intent ${intent.id} lacks a claim it does not make`);
  // If the unit has changed its committee since, the claim is lost for that reason, and submitting again is enough.
  return !head.opened && wentElsewhere(argumentOf(intent), head) ? versionConflict() : claimTaken(claim);
}

/**
 * Finishes the open intents of a queue, and records and finishes a lapse whose deadline has passed, without waiting for its timer; gives what was
 * recorded. If nothing is open, one statement records the lapse and reads all that is needed to decide it.
 */
export async function finishWithDueLapse(
  deps: CommandDeps,
  no: string,
  options: FinishOptions,
): Promise<LapseRecorded> {
  let lapse = await recordLapse(deps.db, no);
  if (lapse.status === 'open') {
    await finish(deps, no, options);
    lapse = await recordLapse(deps.db, no, { behindOpen: true });
  }
  crashPoint(deps, 'after-lapse-intent');
  if (lapse.status === 'recorded' && lapse.ahead === 0) await processIntent(deps, lapse, options);
  else if (lapse.status === 'recorded' || lapse.status === 'open') await finish(deps, no, options);
  return lapse;
}
