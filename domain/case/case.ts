import type { IsoDate } from '../calendar/dates.ts';
import type { Plan } from '../programme/programme.ts';
import type { ProvenFraud } from './check-results.ts';

/** One point of a list of deficiencies: which item, by which rule; the wording stays behind `text`. */
export type DeficiencyItem = { readonly item: string; readonly clause: string; readonly text?: string };

/** Where the application stands within its stage. */
export type StageState = {
  readonly key: string;
  readonly enteredAt: number;
  /** `awaiting`: the applicant must submit; `underReview`: an office must decide; `posted`: on the notice board; `open`: anything else. */
  readonly phase: 'open' | 'awaiting' | 'underReview' | 'posted';
  readonly steps: readonly string[];
  readonly lastDay: IsoDate | null;
  /** The last day of the period that an officer set for this stage. */
  readonly setDay?: IsoDate;
};

/** A point on a list of deficiencies: `stage` returned it, `attempt` says how many submissions were used by then. */
export type Deficiency = DeficiencyItem & {
  readonly stage: string;
  readonly attempt: number;
  readonly resolved: boolean;
};

type Objection = {
  readonly id: string;
  readonly named: boolean;
  readonly item: string | null;
  readonly open: boolean;
};

/** A window that stays open for one application until a day. */
export type WindowExtension = { readonly window: string; readonly until: IsoDate };

/** The end of the road; `stage` is where it came, `at` since when it counts. */
export type Ended = {
  readonly outcome: string;
  readonly stage: string;
  readonly phase: StageState['phase'];
  readonly at: number;
  readonly deadline: string | null;
  /** The committee that was named as the right one. */
  readonly committee?: string;
};

/** What an authority elsewhere decided of a case that was referred to it, and the day it was last recorded. */
export type ReferralResult = {
  readonly passed: boolean;
  readonly decidedOn: IsoDate;
  readonly documentNo: string;
  readonly certificate: string | null;
  readonly recordedOn: IsoDate;
  readonly corrected: boolean;
};

/** All that a decision may know of one application. JSON, no personal data, small enough to be written with every action (4 KiB without `plan` and `last`). */
export type CaseState = {
  readonly no: string;
  readonly seq: number;
  readonly lastAt: number;
  readonly plan: Plan | null;
  readonly stage: StageState | null;
  readonly ended: Ended | null;
  readonly closed: boolean;
  readonly attempts: { readonly used: number; readonly granted: number };
  readonly submission: { readonly contentVersion: number; readonly at: number } | null;
  readonly deficiencies: readonly Deficiency[];
  readonly objections: readonly Objection[];
  readonly removedItems: readonly string[];
  /** Whether objections were raised while the last publicity ran (DL-2.2.2-g). */
  readonly objected?: boolean;
  /** A recheck asked for after the end: waiting, or decided; it is asked for once. */
  readonly recheck?: 'open' | 'concluded';
  /** The integrity cases that proved fraud before a title was obtained; absent where none did. */
  readonly fraud?: readonly ProvenFraud[];
  /** Who passed the preliminary review, by id: the review after it is another person's. */
  readonly preliminaryBy?: readonly string[];
  /** How far along the printed order of stages the case ever came; a return does not take it back. */
  readonly furthest?: number;
  /** The window that stays open for this application alone: sent back after it had arrived in time (LYG-4.4-b, A-46). */
  readonly extended?: WindowExtension;
  /** A road reopened by the office: the lapsed deadline no longer counts, but this instant does. */
  readonly reopened: {
    readonly until: number;
    readonly untilDay: IsoDate;
    readonly waived: string;
    readonly outcome: string;
    /** Whether the applicant may submit again: after a granted attempt, not where an office only finishes what came in time. */
    readonly maySubmit: boolean;
    /** Reopened by a recheck that was upheld: no window stands in its way until its last day. */
    readonly byRecheck?: boolean;
  } | null;
  readonly result: { readonly passed: boolean; readonly reason: string | null } | null;
  /** What came back of a case that was referred; absent until it is recorded. */
  readonly referral?: ReferralResult;
};

/** A case before its first submission. */
export function emptyCase(no: string): CaseState {
  return {
    no,
    seq: 0,
    lastAt: 0,
    plan: null,
    stage: null,
    ended: null,
    closed: false,
    attempts: { used: 0, granted: 0 },
    submission: null,
    deficiencies: [],
    objections: [],
    removedItems: [],
    reopened: null,
    result: null,
  };
}
