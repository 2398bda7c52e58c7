import type { Condition } from '../condition.ts';
import type { Role } from '../facts.ts';

/** The rule by which a due day is computed from an anchor; the rule is stored, not the day. */
export type DeadlineRule =
  | { readonly kind: 'windowClose'; readonly window: string }
  | { readonly kind: 'workingDaysAfterWindow'; readonly window: string; readonly days: number }
  | { readonly kind: 'workingDaysAfterEntry'; readonly days: number }
  /** The last day that an officer set when the stage was entered. */
  | { readonly kind: 'setDay' }
  | { readonly kind: 'lastObjectionDay' }
  | { readonly kind: 'calendarDaysAfterEnd'; readonly days: number };

/** The effect of a lapse; the first case whose condition is satisfied applies. */
export type LapseCase = {
  /**
   * `nothingSubmitted`: there is no submission; `attemptsUsed`: all submissions are used and none is under review; `deficienciesOpenOf`: a deficiency
   * listed by that stage is open. `deficienciesOpen` means any stage and occurs only in plans compiled before the stage was named.
   */
  readonly when?: 'nothingSubmitted' | 'attemptsUsed' | 'deficienciesOpen' | { readonly deficienciesOpenOf: string };
  readonly outcome: string;
};

/**
 * How many working days before a last day somebody is reminded; 1 is the last working day that ends before the due day begins. Of the deadline of a
 * stage, whoever can act then is reminded; `to` answers for it where nobody can, and with `anyDesk` also while others must act.
 */
export type ReminderRule = {
  readonly workingDaysBefore: readonly number[];
  readonly to: readonly Role[];
  readonly anyDesk?: true;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A deadline of a stage: its rule, its clauses and the effect of its lapse. */
export type DeadlineDef = {
  readonly key: string;
  readonly when?: Condition;
  readonly rule: DeadlineRule;
  readonly lapse: readonly LapseCase[];
  readonly reminders?: readonly ReminderRule[];
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** An early warning: a day without any effect of its own, with those who are reminded of it. */
export type EarlyWarning = {
  readonly key: string;
  readonly rule: DeadlineRule;
  readonly reminders: readonly ReminderRule[];
};
