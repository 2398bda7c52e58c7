import type { Condition } from './condition.ts';
import type { Role } from './facts.ts';

/** How a due day follows from an anchor: the rule is kept, the date is computed. */
export type DeadlineRule =
  | { readonly kind: 'windowClose'; readonly window: string }
  | { readonly kind: 'workingDaysAfterWindow'; readonly window: string; readonly days: number }
  | { readonly kind: 'workingDaysAfterEntry'; readonly days: number }
  /** The day that the officer set when the stage was entered. */
  | { readonly kind: 'setDay' }
  | { readonly kind: 'lastObjectionDay' }
  | { readonly kind: 'calendarDaysAfterEnd'; readonly days: number };

/** What a lapse means; the first case whose condition holds is taken. */
export type LapseCase = {
  /**
   * `nothingSubmitted`: no submission counts; `attemptsUsed`: all are used and none waits for review; `deficienciesOpenOf`: what a list of that stage
   * named is not settled. `deficienciesOpen` asks it of any stage and stands only in plans compiled before the stage was named.
   */
  readonly when?: 'nothingSubmitted' | 'attemptsUsed' | 'deficienciesOpen' | { readonly deficienciesOpenOf: string };
  readonly outcome: string;
};

/** Who is reminded of a last day, and on which working days before it; 1 is the last working day that ends before it begins. */
export type ReminderRule = {
  readonly workingDaysBefore: readonly number[];
  readonly to: readonly Role[];
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A deadline of a stage: rule, clause and consequence. */
export type DeadlineDef = {
  readonly key: string;
  readonly when?: Condition;
  readonly rule: DeadlineRule;
  readonly lapse: readonly LapseCase[];
  readonly reminders?: readonly ReminderRule[];
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A day that ends nothing by itself, with who is reminded of it. */
export type EarlyWarning = {
  readonly key: string;
  readonly rule: DeadlineRule;
  readonly reminders: readonly ReminderRule[];
};
