import type { IsoDate } from '../calendar/dates.ts';
import type { ReminderRule } from './deadlines.ts';
import type { Role } from './facts.ts';
import type { Check } from './stages.ts';

/** What a notice prints about the year of each committee: its own notice, the opening, the results (LYG-3.3, LYG-5.2). */
export type CommitteeYearRules = {
  readonly notice: {
    /** In principle by this day, later only with a recorded reason (LYG-3.3-a). */
    readonly by: IsoDate;
    readonly clauses: readonly string[];
    readonly countersign: readonly string[];
    readonly sites: readonly Check[];
    /** By what the notice sets no period that the plan prints, and none outside the year (LYG-7-b, LYG-3.1-b). */
    readonly printed: readonly string[];
    readonly withinYear: readonly string[];
  };
  /** By what each step is the office's or the title office's (LYG-5.2-d), and a meeting follows the notice (LYG-5.2-a). */
  readonly duties: readonly string[];
  readonly meeting: readonly string[];
  /** The window in which the plan has the meeting of a committee; on another day only with a recorded reason (LYG-7-b, LYG-7-c). */
  readonly planned: string;
  /** By what the opening sets a rate of passing, in hundredths of a percent; the real one is held against it and fails nobody. */
  readonly passRate: { readonly clauses: readonly string[]; readonly readings: readonly string[] };
  /** What is reported with an opening (LYG-5.2-b). */
  readonly report: readonly Check[];
  readonly dataFiling: {
    readonly workingDays: number;
    readonly clauses: readonly string[];
    readonly reminders: readonly ReminderRule[];
    /** Who is alarmed when the last day has passed without the data (LYG-5.2-e). */
    readonly overdue: { readonly to: readonly Role[]; readonly clauses: readonly string[] };
  };
};
