import type { Text } from '../text.ts';
import type { Condition } from './condition.ts';
import type { DeadlineDef, EarlyWarning } from './deadlines.ts';
import type { Role } from './facts.ts';
import type { ReuseRule } from './materials.ts';

/** What the person who acts confirms by name: a fact outside the system, or one point of a printed check list. */
export type Check = {
  readonly key: string;
  readonly name: Text;
  readonly clauses: readonly string[];
  readonly when?: Condition;
};

/** Whoever passes here has received the paper dossier and lists what lies in it; `clauses` are those of the act (LN-6.1-b, DL-2.2.3-f). */
export type DossierRule = { readonly clauses: readonly string[]; readonly readings?: readonly string[] };

/** An act is possible only inside this window of the timeline. */
export type Gate = {
  readonly window: string;
  /** A second window in which it is possible too, for instance the second round of a year (LYG-3.1-c). */
  readonly orWindow?: string;
  readonly when?: Condition;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

type StageBase = {
  readonly key: string;
  readonly name: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  readonly when?: Condition;
  /** Where those go on whom the stage does not concern; it must be given where a stage leads here that they pass. */
  readonly otherwise?: string;
  readonly deadlines?: readonly DeadlineDef[];
  /** Days of which people are reminded while the case stands here, though nothing ends with them. */
  readonly alarms?: readonly EarlyWarning[];
};

/** The applicant works and submits. */
export type FilingStage = StageBase & {
  readonly kind: 'filing';
  readonly next: string;
  readonly gate?: Gate;
  /** What the applicant pledges with each submission here. */
  readonly checks?: readonly Check[];
  /** Steps of the next stage that stay done from before, for instance the recommendation of what is only corrected. */
  readonly keepSteps?: readonly string[];
  /** A correction that changed one of these parts of the content goes another way. */
  readonly ifChanged?: {
    readonly parts: readonly string[];
    readonly next: string;
    readonly clauses: readonly string[];
    readonly readings?: readonly string[];
  };
};

/** A chance to submit that is counted: `attempts` in all, inside a window, `recall` before review not counted. */
export type CountedSubmission = {
  readonly window: string;
  readonly attempts: number;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  readonly grantedBy: Role;
  /** By what nothing is changed or sent again while it is under review (LN-5.5.3-a). */
  readonly lockedBy?: readonly string[];
  /** What the applicant pledges with each submission. */
  readonly checks?: readonly Check[];
};

/** A printed ground on which an application goes back, and where to: to one of these stages, or to an end of the road. */
export type ReturnGround = {
  readonly key: string;
  readonly name: Text;
  readonly to?: readonly string[];
  readonly outcome?: string;
  /** Whoever returns it may name the committee whose scope it is. */
  readonly elsewhere?: true;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** How a review hands an application back. */
export type Return = {
  /** `fail` where the notice calls the review failed, though the application may yet be corrected. */
  readonly action?: 'return' | 'fail';
  /** The stage gone back to: the review's own key keeps it here, awaiting the applicant. */
  readonly next: string;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  readonly completeList?: boolean;
  /** Only one list is given; a further one needs a recorded reason (LYG-4.3-b). */
  readonly once?: boolean;
  /** Steps of the stage gone back to that stay done, for instance seals that were right. */
  readonly keepSteps?: readonly string[];
  /** The reviewer sets a period in working days, within these bounds and ending before the review itself would lapse. */
  readonly period?: {
    readonly least: number;
    readonly most: number;
    readonly usual: number;
    /** Where a window already closes before the period does, it stays open for this application until then. */
    readonly extends?: string;
    readonly clauses: readonly string[];
    readonly readings?: readonly string[];
  };
  /** With grounds, each return names one of them; it decides where the application goes in place of `next`. */
  readonly grounds?: readonly ReturnGround[];
};

/** How a review says no: an end of the road, or another way (`next`). */
export type Refuse = {
  readonly action: 'refuse' | 'passOver';
  readonly outcome?: string;
  readonly next?: string;
  /** A refusal lists every deficiency, as a return does. */
  readonly completeList?: boolean;
  /** The printed grounds, one of which must be named. */
  readonly grounds?: readonly Check[];
  readonly clauses?: readonly string[];
};

/** A person passes, returns or refuses. With `submission` the applicant first submits, each time counted. */
export type ReviewStage = StageBase & {
  readonly kind: 'review';
  readonly role: Role;
  readonly submission?: CountedSubmission;
  readonly pass: {
    readonly action: 'agree' | 'select' | 'pass' | 'approve' | 'confirmDossier' | 'consent' | 'designate';
    readonly next: string;
    readonly gate?: Gate;
    readonly checks?: readonly Check[];
    readonly dossier?: DossierRule;
  };
  readonly return?: Return;
  readonly refuse?: Refuse;
  /** Whoever reviews decides here whether achievements are used again, and removes those that are; a pass waits for it. */
  readonly reuse?: ReuseRule;
};

/** n full working days on the notice board, with objections. */
export type PublicityStage = StageBase & {
  readonly kind: 'publicity';
  readonly role: Role;
  readonly workingDays: number;
  readonly next: string;
  readonly upheldOutcome: string;
  readonly objectionClauses: readonly string[];
  /** The window into which the next stage must still fit; posting later is warned about. */
  readonly mustPrecede?: { readonly window: string; readonly clauses: readonly string[] };
  readonly removesItems?: boolean;
  /** What whoever posts confirms about the document and its place. */
  readonly checks?: readonly Check[];
};

/** The actions that confirm a physical step. */
export const stepActions = [
  'seal',
  'uploadStampedPage',
  'handOver',
  'receivePaper',
  'attachDelegation',
  'forward',
  'recommend',
  'returnOriginals',
  'report',
] as const;
export type StepAction = (typeof stepActions)[number];

/** One confirmed physical act: a seal, a scan, a delivery. */
export type HandoverStep = {
  readonly key: string;
  readonly action: StepAction;
  readonly role: Role;
  readonly name: Text;
  readonly when?: Condition;
  readonly gate?: Gate;
  readonly checks?: readonly Check[];
  /** The printed values one of which is chosen; `afterObjection` says whether it fits a publicity that had objections (DL-2.2.2-g). */
  readonly choices?: readonly (Check & { readonly afterObjection?: boolean })[];
  readonly clauses: readonly string[];
};

/** What an authority elsewhere decides after the road has ended here: the office that referred the case records it (DL-2.2.4-c, LYG-4.4-e). */
export type AwaitedResult = {
  readonly role: Role;
  /** For how many calendar days after the referral the case waits; then it closes without a result. */
  readonly days: number;
  readonly passed: Text;
  readonly notPassed: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** Steps confirmed in order by a date; the last one enters `next` or ends the road with `outcome`. */
export type HandoverStage = StageBase & {
  readonly kind: 'handover';
  readonly steps: readonly HandoverStep[];
  readonly next?: string;
  readonly outcome?: string;
  /** Where the outcome refers the case elsewhere: what comes back. */
  readonly awaits?: AwaitedResult;
};

/** How the committee hears a case: with a defence or without, and what weighs how much of the composite score (LN-7-d to -g). */
export type HearingRule = {
  readonly when?: Condition;
  readonly defence: boolean;
  /** Per cent of quantified score and defence; they add up to 100. */
  readonly weights?: { readonly quantified: number; readonly defence: number };
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** What must have gone before the meeting: a report so many calendar days ahead, and consent (LYG-5.2-b, LYG-5.2-c, A-24). */
type OpeningRule = {
  readonly daysBefore: number;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** Waits for the committee and records its result. */
export type SessionStage = StageBase & {
  readonly kind: 'session';
  readonly role: Role;
  readonly next: string;
  readonly notPassedOutcome: string;
  /** The first rule that fits says how the case is heard. */
  readonly hearing?: readonly HearingRule[];
  /** The meeting is held inside this window; where the notice says 原则上, later only with a recorded reason and inside the other one. */
  readonly heldWithin?: Gate & { readonly withReason?: Gate };
  readonly opening?: OpeningRule;
  /** What a veto rests on, where the notice prints one (LYG-5.4-b). */
  readonly veto?: { readonly outcome: string; readonly clauses: readonly string[] };
  /** What whoever records the result confirms about the review. */
  readonly checks?: readonly Check[];
};

/** The certificate is issued: the good end. */
export type CertificationStage = StageBase & {
  readonly kind: 'certification';
  readonly role: Role;
  readonly outcome: string;
  readonly checks?: readonly Check[];
};

export type StageDef = FilingStage | ReviewStage | PublicityStage | HandoverStage | SessionStage | CertificationStage;
