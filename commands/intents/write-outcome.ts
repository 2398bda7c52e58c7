import {
  type Intent,
  type Outcome,
  type OutcomeWritten,
  type Pending,
  recordOutcome,
} from '../../db/intents/command-path.ts';
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
    return stands(deps, intent, false, await recordOutcome(deps.db, refused));
  }
  const written = await recordOutcome(deps.db, await answer.outcome(null));
  if (written.status === 'written') {
    const { left } = answer;
    return { accepted: true, outcome: written.outcome, ...(left ? { left } : {}) };
  }
  if (written.status !== 'timelineMoved') return stands(deps, intent, true, written);
  const again = await recordOutcome(deps.db, await answer.outcome(written.timeline));
  return stands(deps, intent, true, again);
}

/**
 * The outcome that stands. A finisher that holds an acceptance where the row says refused raises an alarm and changes nothing. The other way round is
 * ordinary: who comes late to an accepted intent is told that it is stale, or that the case is closed.
 */
function stands(deps: CommandDeps, intent: Intent, accepted: boolean, written: OutcomeWritten): Finished | null {
  if (written.status === 'claimsHeld') return null;
  if (written.status === 'timelineMoved') throw new Error(`the timeline of intent ${intent.id} moved twice`);
  if (written.status === 'already' && accepted && !written.accepted) {
    deps.reportAnomaly('two finishers disagree', {
      intent: intent.id,
      no: intent.no,
      n: intent.n,
      holds: accepted,
      stands: written.accepted,
    });
  }
  return { accepted: written.accepted, outcome: written.outcome };
}
