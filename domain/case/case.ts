import type { IsoDate } from '../calendar/dates.ts';
import type { Plan } from '../programme/programme.ts';
import type { Refusal } from '../refusal.ts';
import type { Text } from '../text.ts';
import type { Actor } from './actor.ts';
import type { ClaimAllowance, DossierCheck, FraudFound, ProvenFraud, ReuseCheck } from './check-results.ts';

/** One numbered intent of the line, as the workflow decides it. `receivedAt` is the only clock of a decision. */
export type Command = {
  readonly intent: string;
  readonly n: number;
  readonly name: string;
  readonly by: Actor;
  readonly data: CommandData;
  readonly receivedAt: number;
  /** The `seq` the caller saw, when an `If-Match` was given. */
  readonly expectedSeq?: number;
  /** With the first submission: the programme compiled for this applicant; with a change of the committee: compiled for the new one. */
  readonly plan?: Plan;
  /** A timeline newer than the case's, adopted before anything else. */
  readonly timeline?: Plan['timeline'];
};

/** Codes, ids and dates of an action; free text stays behind the id `text`. */
export type CommandData = {
  readonly contentVersion?: number;
  readonly text?: string;
  readonly textHash?: string;
  readonly posting?: string;
  readonly lastDay?: IsoDate;
  readonly objection?: string;
  readonly named?: boolean;
  readonly upheld?: boolean;
  readonly item?: string;
  readonly step?: string;
  readonly file?: string;
  readonly passed?: boolean;
  readonly reason?: string;
  readonly certificate?: string;
  readonly deficiencies?: readonly DeficiencyItem[];
  /** The keys of the checks that the actor confirms by name. */
  readonly checked?: readonly string[];
  /** One of the printed values a step offers, or the printed ground of a return or refusal. */
  readonly choice?: string;
  /** The committee whose scope it is, where an application is returned as out of scope (LYG-4.4-b). */
  readonly committee?: string;
  /** Where a return goes, where its ground leaves the choice. */
  readonly to?: string;
  /** The working days a reviewer sets for a correction. */
  readonly days?: number;
  /** The parts of the content that differ from what was submitted before; written by the server. */
  readonly changed?: readonly string[];
  /** The version of the content that was compared; another one counts as changed throughout. */
  readonly changedIn?: number;
  /** The version of the content that was looked at before it was submitted; another one is not taken. */
  readonly checkedIn?: number;
  /** How achievements stand that were submitted elsewhere too; written by the server with a pass, null where it did not look. */
  readonly reuse?: ReuseCheck | null;
  /** What lay in the paper dossier and what it lacks; compared by the server with the list of what was submitted. */
  readonly dossier?: DossierCheck;
  /** The integrity case that ends the application; written by the server with its decision (model.md 5.6). */
  readonly fraud?: FraudFound;
  /** Who allowed this application although another holds a claim, written by the server. */
  readonly allowed?: readonly ClaimAllowance[];
  /** The day of the meeting, and the days of its opening report and of the consent to it; written by the server where it knows the session. */
  readonly heldOn?: IsoDate;
  readonly reportedOn?: IsoDate;
  readonly approvedOn?: IsoDate;
  /** Scores in hundredths of a point, 0 to 10,000 (model.md 8.2). */
  readonly quantified?: number;
  readonly defence?: number;
  /** The applicant did not come to the defence. */
  readonly absent?: boolean;
  /** The day on which an authority elsewhere decided, and the number of the document that says so. */
  readonly decidedOn?: IsoDate;
  readonly documentNo?: string;
  /** The committee vetoes for fraud or misconduct (LYG-5.4-b). */
  readonly veto?: boolean;
};

/** One point of a list of deficiencies: which item, by which rule; the wording stays behind `text`. */
export type DeficiencyItem = { readonly item: string; readonly clause: string; readonly text?: string };

/** What happened. `at` is the instant it counts from: a lapse counts from its due instant. */
export type CaseEvent = {
  readonly seq: number;
  readonly name: EventName;
  readonly at: number;
  readonly stage: string | null;
  readonly by: Actor;
  readonly data: Readonly<Record<string, unknown>>;
};

export type EventName =
  | 'opened'
  | 'timelineAdopted'
  | 'claimAllowed'
  | 'committeeMoved'
  | 'submitted'
  | 'recalled'
  | 'passed'
  | 'returned'
  | 'declined'
  | 'posted'
  | 'objectionRecorded'
  | 'objectionConcluded'
  | 'itemRemoved'
  | 'publicityEnded'
  | 'publicityInvalidated'
  | 'stepDone'
  | 'resultRecorded'
  | 'attemptGranted'
  | 'recheckRequested'
  | 'recheckConcluded'
  | 'referralDecided'
  | 'referralCorrected'
  | 'fraudProven'
  | 'reopened'
  | 'stageEntered'
  | 'ended'
  | 'closed';

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
  /** A window that stays open for this application alone: sent back after it had arrived in time (LYG-4.4-b, A-46). */
  readonly extended?: { readonly window: string; readonly until: IsoDate };
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

/** A hint that goes with an accepted action, for instance a posting too late to file. */
export type Warning = {
  readonly code: string;
  readonly message: Text;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** What a command leads to: events and the state after them, or the reason why not. */
export type Decision =
  | {
      readonly kind: 'accepted';
      readonly events: readonly CaseEvent[];
      readonly state: CaseState;
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

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
