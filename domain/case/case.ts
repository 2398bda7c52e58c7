import type { IsoDate } from '../calendar/dates.ts';
import type { Plan } from '../programme/programme.ts';
import type { Actor } from './actor.ts';
import type { ProvenFraud } from './check-results.ts';

/** One deficiency: the item and the rule it violates. The description is stored encrypted; `text` is its id. */
export type DeficiencyItem = { readonly item: string; readonly clause: string; readonly text?: string };

/** The current stage of an application and its progress in it. */
export type StageState = {
  readonly key: string;
  readonly enteredAt: number;
  /** `awaiting`: the applicant must submit; `underReview`: an office must decide; `posted`: on the notice board; `open`: anything else. */
  readonly phase: 'open' | 'awaiting' | 'underReview' | 'posted';
  readonly steps: readonly string[];
  readonly lastDay: IsoDate | null;
  /** The day of posting and the public posting, while the publicity is posted; absent where it was posted before they were kept here. */
  readonly postedOn?: IsoDate;
  readonly posting?: string | null;
  /** The last day of the period that an officer set for this stage. */
  readonly setDay?: IsoDate;
};

/** A deficiency with the stage that returned it; `attempt` is the number of submissions used at that time. */
export type Deficiency = DeficiencyItem & {
  readonly stage: string;
  readonly attempt: number;
  readonly resolved: boolean;
};

/** An objection as the rules know it; its words and who made it are kept sealed outside the case. */
export type Objection = {
  readonly id: string;
  readonly named: boolean;
  readonly item: string | null;
  readonly open: boolean;
};

/**
 * How many objections ever waited for room, and how many of these were taken up or closed with their publicity. Who they are is read from the events, so
 * that a long queue does not make the state of the case long.
 */
export type ObjectionQueue = { readonly received: number; readonly settled: number; readonly named: number };

/** A window that stays open for one application until a day. */
export type WindowExtension = { readonly window: string; readonly until: IsoDate };

/** The end of an application: the outcome, the stage in which it ended, and the instant `at` from which the end counts. */
export type Ended = {
  readonly outcome: string;
  readonly stage: string;
  readonly phase: StageState['phase'];
  readonly at: number;
  readonly deadline: string | null;
  /** The committee that the office named as the competent one. */
  readonly committee?: string;
};

/** The decision of another authority on a referred case, and the day on which it was last recorded. */
export type ReferralResult = {
  readonly passed: boolean;
  readonly decidedOn: IsoDate;
  readonly documentNo: string;
  readonly certificate: string | null;
  readonly recordedOn: IsoDate;
  readonly corrected: boolean;
};

/**
 * The state of one application, the only input of a decision beside the command. It is JSON without personal data, and small enough to be stored with
 * every action (4 KiB without `plan` and `last`).
 */
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
  /** The objections that waited because there were too many at once; absent where none ever did. */
  readonly queue?: ObjectionQueue;
  readonly removedItems: readonly string[];
  /** Whether objections were raised while the last publicity ran (DL-2.2.2-g). */
  readonly objected?: boolean;
  /** The recheck requested after the end: pending or decided. An applicant may request it once. */
  readonly recheck?: 'open' | 'concluded';
  /** The integrity cases that proved fraud before a title was granted; absent when there are none. */
  readonly fraud?: readonly ProvenFraud[];
  /** Who has acted on the case for its unit or for an office, once for each role; one person reviews a case once (`domain/lifecycle/one-review.ts`). */
  readonly reviewers?: readonly Actor[];
  /** In place of `reviewers` for plans compiled before that rule: the persons who passed the preliminary review. */
  readonly preliminaryBy?: readonly string[];
  /** The highest index in the order of stages that the case has reached; a return does not lower it. */
  readonly furthest?: number;
  /** The window that stays open for this application only, because it was sent back after it had arrived in time (LYG-4.4-b, A-46). */
  readonly extended?: WindowExtension;
  /** Set while the office has reopened the application: the waived deadline no longer applies, and `until` applies instead. */
  readonly reopened: {
    readonly until: number;
    readonly untilDay: IsoDate;
    readonly waived: string;
    readonly outcome: string;
    /** Whether the applicant may submit again: true after a granted attempt, false when an office only completes what arrived in time. */
    readonly maySubmit: boolean;
    /** True when an upheld recheck reopened the application: windows do not apply until the last day. */
    readonly byRecheck?: boolean;
  } | null;
  /** The session on whose roster the office put it last; null where it was taken off, absent before. */
  readonly roster?: string | null;
  /** The result of the committee; `session` is absent where an office recorded it. */
  readonly result: { readonly passed: boolean; readonly reason: string | null; readonly session?: string } | null;
  /** The day on which the certificate was revoked because the session that gave the title was declared void. */
  readonly revokedOn?: IsoDate;
  /** The recorded result of a referral; absent until it is recorded. */
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
