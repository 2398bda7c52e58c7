import type { IsoDate } from '../../calendar/dates.ts';
import type { Role } from '../facts.ts';
import type { ReminderRule } from './deadlines.ts';
import type { Check } from './stages.ts';

/** What may be taken against a committee's office by gravity: 限期纠正, 停止评审, 宣布评审结果无效, 取消评审权 (LYG-5.3-b). */
export const measureKeys = ['correctBy', 'stopReview', 'voidResults', 'removeRight'] as const;
export type MeasureKey = (typeof measureKeys)[number];

/** The rules of a notice for the year of each committee: its own notice, the opening, the results (LYG-3.3, LYG-5.2). */
export type CommitteeYearRules = {
  readonly notice: {
    /** The last day in principle; later only with a recorded reason (LYG-3.3-a). */
    readonly by: IsoDate;
    readonly clauses: readonly string[];
    readonly countersign: readonly string[];
    readonly sites: readonly Check[];
    /** The rules by which the notice sets no period that the plan prints already, and none outside the year (LYG-7-b, LYG-3.1-b). */
    readonly printed: readonly string[];
    readonly withinYear: readonly string[];
  };
  /** The rules that assign each step to the office or the title office (LYG-5.2-d), and by which a meeting follows the notice (LYG-5.2-a). */
  readonly duties: readonly string[];
  readonly meeting: readonly string[];
  /** The window that the plan prints for the meeting of a committee; another day needs a recorded reason (LYG-7-b, LYG-7-c). */
  readonly planned: string;
  /**
   * The rules by which the opening sets a pass rate, in hundredths of a percent; the real rate is compared with it and has no effect on results
   * (A-36).
   */
  readonly passRate: { readonly clauses: readonly string[]; readonly readings: readonly string[] };
  /** The rule by which the title office takes measures against an office; absent when none are printed (LYG-5.3-b). */
  readonly measures?: { readonly clauses: readonly string[] };
  /** The contents of the report of an opening (LYG-5.2-b). */
  readonly report: readonly Check[];
  readonly dataFiling: {
    readonly workingDays: number;
    readonly clauses: readonly string[];
    readonly reminders: readonly ReminderRule[];
    /** Who receives an early warning when the last day has passed without the data (LYG-5.2-e). */
    readonly overdue: { readonly to: readonly Role[]; readonly clauses: readonly string[] };
  };
};
