import type { Intent, Outcome, Pending } from '../../db/intents/intent.ts';
import { type OutcomeWritten, recordOutcome } from '../../db/intents/outcomes.ts';
import type { Answer, ApplicationLeft, CommandDeps } from '../deps.ts';

/** What an intent came to; `left` says how an acceptance left an application, where this very call wrote it down. */
export type Finished = {
  readonly accepted: boolean;
  readonly outcome: Outcome;
  readonly left?: ApplicationLeft;
};

/**
 * Step 3: writes down what was decided, with the dates of the newest timeline, and gives the outcome that stands; null where a refusal for want of
 * claims does not stand because another finisher has them by now.
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
    return outcomeThatStands(await recordOutcome(deps.db, refused));
  }
  const written = await recordOutcome(deps.db, await answer.outcome(null));
  if (written.status === 'written') {
    const { left } = answer;
    return { accepted: true, outcome: written.outcome, ...(left ? { left } : {}) };
  }
  const last =
    written.status === 'timelineMoved' ? await recordOutcome(deps.db, await answer.outcome(written.timeline)) : written;
  if (answer.byWorkflow) reportDisagreement(deps, intent, last);
  return outcomeThatStands(last);
}

/** Null where a refusal for want of claims does not stand. */
function outcomeThatStands(written: OutcomeWritten): Finished | null {
  if (written.status === 'claimsHeld') return null;
  if (written.status === 'timelineMoved') throw new Error(`the timeline moved twice, to ${written.timeline.version}`);
  return { accepted: written.accepted, outcome: written.outcome };
}

/**
 * A workflow accepted what the row says was refused: an anomaly is reported and nothing is changed. The other way round is ordinary: a finisher that
 * comes late to an accepted intent is answered that it is stale, or that the thing is closed.
 */
function reportDisagreement(deps: CommandDeps, { id, no, n }: Intent, written: OutcomeWritten): void {
  if (written.status !== 'already' || written.accepted) return;
  deps.reportAnomaly('two finishers disagree', { intent: id, no, n, holds: true, stands: false });
}
