import { planOfApplication } from '../../db/applications/plans.ts';
import {
  type Intent,
  type NewOutcome,
  type Outcome,
  type OutcomeWritten,
  type Pending,
  recordOutcome,
} from '../../db/intents/command-path.ts';
import { compileTimeline } from '../../domain/case/compile.ts';
import { withTimeline } from '../../domain/case/compiled-stages.ts';
import { deadlinesOf } from '../../domain/case/deadlines.ts';
import type { Reply } from '../../domain/lifecycle/command-queue.ts';
import { noticesFor } from '../../domain/lifecycle/notifications.ts';
import { remindersOf } from '../../domain/lifecycle/reminders.ts';
import type { CommandDeps } from '../deps.ts';
import { argumentOf } from './command-of.ts';
import type { Answer } from './send-update.ts';

/** What an intent came to; `left` says how an acceptance left the case, where this very call wrote it down. */
export type Finished = {
  readonly accepted: boolean;
  readonly outcome: Outcome;
  readonly left?: { readonly intent: Intent; readonly reply: Reply };
};

type Dates = Pick<Reply, 'deadlines' | 'reminders' | 'timelineVersion'>;

/**
 * Step 3: writes down what was decided, with the dates of the newest timeline, and gives the outcome that stands; null where a refusal for want of
 * claims does not stand because another finisher has them by now.
 */
export async function writeOutcome(deps: CommandDeps, pending: Pending, answer: Answer): Promise<Finished | null> {
  const { intent } = pending;
  if (answer.kind === 'refused') {
    const { refusal } = answer;
    const forWantOfClaims = refusal.code === 'CLAIM_TAKEN';
    const refused = { intent: intent.id, accepted: false, outcome: { refusal }, forWantOfClaims };
    return stands(deps, intent, false, await recordOutcome(deps.db, refused));
  }
  const { reply } = answer;
  const written = await recordOutcome(deps.db, acceptance(pending, reply, reply));
  if (written.status === 'written') return { accepted: true, outcome: written.outcome, left: { intent, reply } };
  if (written.status !== 'timelineMoved') return stands(deps, intent, true, written);
  // The dates moved while the case was deciding: the same rules and anchors are computed again before they are written.
  const plan = argumentOf(intent).plan ?? (await planOfApplication(deps.db, intent.no));
  const timeline = compileTimeline(written.timeline.body, plan, deps.calendar);
  const state = { ...reply.snapshot, plan: withTimeline(plan, timeline) };
  const dates = { deadlines: deadlinesOf(state), reminders: remindersOf(state), timelineVersion: timeline.version };
  const again = await recordOutcome(deps.db, acceptance(pending, reply, dates));
  return stands(deps, intent, true, again);
}

function acceptance({ intent, case: head }: Pending, reply: Reply, dates: Dates): NewOutcome {
  const { deadlines, reminders = [], timelineVersion } = dates;
  const { plan, route } = argumentOf(intent);
  const { events, snapshot, warnings, claimsEnded } = reply;
  return {
    intent: intent.id,
    accepted: true,
    outcome: { seq: snapshot.seq, warnings },
    events,
    snapshot,
    deadlines,
    reminders,
    timelineVersion,
    ...(plan && (route || !head.opened) ? { plan } : {}),
    ...(route ? { route } : {}),
    notices: noticesFor(events, { snapshot, deadlines }),
    claimsEnded,
  };
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
