import type { Intent, Outcome, Pending } from '../../db/intent.ts';
import { type OutcomeWritten, recordOutcome } from '../../db/intents/outcomes.ts';
import type { EntityState } from '../../domain/entity/decider.ts';
import type { Answer, ApplicationLeft, CommandDeps } from '../deps.ts';

/** The outcome of an intent. `left` is the application after an acceptance, if this call wrote it. */
export type Finished = {
  readonly accepted: boolean;
  readonly outcome: Outcome;
  readonly left?: ApplicationLeft;
  /** The same of an entity. */
  readonly after?: EntityState;
};

/**
 * Step 3: writes what was decided, with the dates of the newest timeline, and returns the outcome that counts. Null if a refusal for a taken claim does
 * not count, because another finisher has obtained the claim since.
 */
export async function writeOutcome(
  deps: CommandDeps,
  { intent }: Pick<Pending, 'intent'>,
  answer: Answer,
): Promise<Finished | null> {
  if (answer.kind === 'refused') {
    const { refusal } = answer;
    const forWantOfClaims = refusal.code === 'CLAIM_TAKEN';
    const refused = { intent: intent.id, accepted: false, outcome: { refusal }, forWantOfClaims };
    return finalOutcome(await recordOutcome(deps.db, refused));
  }
  const written = await recordOutcome(deps.db, await answer.outcome(null));
  if (written.status === 'written') {
    const { left, after } = answer;
    return { accepted: true, outcome: written.outcome, ...(left ? { left } : {}), ...(after ? { after } : {}) };
  }
  const last =
    written.status === 'timelineMoved' ? await recordOutcome(deps.db, await answer.outcome(written.timeline)) : written;
  if (answer.byWorkflow) reportDisagreement(deps, intent, last);
  return finalOutcome(last);
}

/** Null if a refusal for a taken claim does not count. */
function finalOutcome(written: OutcomeWritten): Finished | null {
  if (written.status === 'claimsHeld') return null;
  if (written.status === 'timelineMoved') throw new Error(`the timeline moved twice, to ${written.timeline.version}`);
  return { accepted: written.accepted, outcome: written.outcome };
}

/**
 * Reports that a workflow accepted an intent whose row says refused, and changes nothing. The opposite is ordinary: a late finisher of an accepted
 * intent is told by the workflow that it is stale or closed.
 */
function reportDisagreement(deps: CommandDeps, { id, no, n }: Intent, written: OutcomeWritten): void {
  if (written.status !== 'already' || written.accepted) return;
  deps.reportAnomaly('two finishers disagree', { intent: id, no, n, decided: 'accepted', recorded: 'refused' });
}
