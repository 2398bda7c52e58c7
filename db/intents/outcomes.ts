import type { CaseEvent } from '../../domain/case/events.ts';
import type { Deadline } from '../../domain/case/plan/deadlines.ts';
import type { EntityEvent, EntityState } from '../../domain/entity/decider.ts';
import type { Snapshot } from '../../domain/lifecycle/command-queue.ts';
import type { Reminder } from '../../domain/lifecycle/notices/reminders.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { MovedRoute } from '../../domain/routing/moved-route.ts';
import type { Db } from '../connection.ts';
import type { MovedTimeline, Outcome } from '../intent.ts';
import type { PlanRef } from '../programmes/plans.ts';

/** A notice to be written with an outcome. */
type NoticeDraft = {
  readonly seq: number;
  readonly audience: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** What an acceptance writes for an entity. */
export type EntityOutcome = {
  readonly intent: string;
  readonly accepted: true;
  readonly outcome: Outcome;
  readonly events: readonly EntityEvent[];
  readonly snapshot: EntityState;
} & EntityNews;

/** The notices and reminders of an entity. `acting` has the offices of a committee by role; `notTo` is the person who acted. */
export type EntityNews = {
  readonly notices?: readonly (Omit<NoticeDraft, 'seq'> & { readonly at: number })[];
  readonly reminders?: readonly (Reminder & Pick<NoticeDraft, 'template' | 'params'>)[];
  readonly acting?: Readonly<Record<string, string>>;
  readonly notTo?: string;
};

export type NewOutcome = {
  readonly intent: string;
  readonly accepted: boolean;
  readonly outcome: Outcome;
  readonly events?: readonly CaseEvent[];
  readonly snapshot?: Snapshot;
  readonly deadlines?: readonly Deadline[];
  readonly reminders?: readonly Reminder[];
  readonly timelineVersion?: number;
  readonly plan?: PlanRef;
  /** The roles to which the case has come. */
  readonly comeTo?: readonly Role[];
  /** With a change of the committee: where the application now goes, by the new plan. */
  readonly route?: MovedRoute;
  readonly notices?: readonly NoticeDraft[];
  readonly claimsEnded?: readonly string[];
  /** A refusal because another application holds a claim; it does not count if the intent has obtained its claims since. */
  readonly forWantOfClaims?: boolean;
};

export type OutcomeWritten =
  | { readonly status: 'written' | 'already'; readonly accepted: boolean; readonly outcome: Outcome }
  | { readonly status: 'timelineMoved'; readonly timeline: MovedTimeline }
  | { readonly status: 'claimsHeld' };

/** Step 3: writes what was decided. The first finisher's outcome counts, and every other finisher gets that one. */
export async function recordOutcome(
  { sql }: Pick<Db, 'sql'>,
  outcome: NewOutcome | EntityOutcome,
): Promise<OutcomeWritten> {
  const body = JSON.stringify(outcome);
  const [row] =
    'route' in outcome
      ? await sql<{ answer: OutcomeWritten }[]>`select record_moved_outcome(${body}) as answer`
      : await sql<{ answer: OutcomeWritten }[]>`select record_outcome(${body}) as answer`;
  if (!row) throw new Error('record_outcome gave no row');
  return row.answer;
}
