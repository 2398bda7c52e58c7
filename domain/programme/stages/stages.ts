import type { Text } from '../../text.ts';
import type { Condition } from '../condition.ts';
import type { Role } from '../facts.ts';
import type { ReuseRule } from '../materials/materials.ts';
import type { DeadlineDef, EarlyWarning } from './deadlines.ts';

/** A check that the actor confirms by name: a fact outside the system, or one point of a printed check list. */
export type Check = {
  readonly key: string;
  readonly name: Text;
  readonly clauses: readonly string[];
  readonly when?: Condition;
};

/**
 * Set when the reviewer who passes has received the paper dossier and lists its contents; `clauses` are those of the action (LN-6.1-b, DL-2.2.3-f).
 */
export type DossierRule = { readonly clauses: readonly string[]; readonly readings?: readonly string[] };

/** A window of the timeline outside which the action is refused. */
export type Gate = {
  readonly window: string;
  /** A second window in which the action is possible, for instance the second round of a year (LYG-3.1-c). */
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
  /** The stage that replaces this one for applicants to whom it does not apply; required when another stage leads here for them. */
  readonly otherwise?: string;
  readonly deadlines?: readonly DeadlineDef[];
  /** Early warnings: days of which people are reminded while the case is in this stage; they have no other effect. */
  readonly alarms?: readonly EarlyWarning[];
};

/** The applicant prepares the form and submits it. */
export type FilingStage = StageBase & {
  readonly kind: 'filing';
  readonly next: string;
  readonly gate?: Gate;
  /** The pledges that the applicant confirms with each submission. */
  readonly checks?: readonly Check[];
  /** Steps of the next stage that remain done, for instance the recommendation of an application that is only corrected. */
  readonly keepSteps?: readonly string[];
  /** The stage entered instead when a correction changed one of these parts of the content. */
  readonly ifChanged?: {
    readonly parts: readonly string[];
    readonly next: string;
    readonly clauses: readonly string[];
    readonly readings?: readonly string[];
  };
};

/** Counted submissions: `attempts` in all, inside a window; a `recall` before review is not counted. */
export type CountedSubmission = {
  readonly window: string;
  readonly attempts: number;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  readonly grantedBy: Role;
  /** The clauses by which the content is locked while it is under review (LN-5.5.3-a). */
  readonly lockedBy?: readonly string[];
  /** The pledges that the applicant confirms with each submission. */
  readonly checks?: readonly Check[];
};

/** A printed ground for a return; it leads to one of the stages `to`, or ends the application with `outcome`. */
export type ReturnGround = {
  readonly key: string;
  readonly name: Text;
  readonly to?: readonly string[];
  readonly outcome?: string;
  /** The officer may name the competent committee. */
  readonly elsewhere?: true;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** The rule by which a review returns an application. */
export type Return = {
  /** `fail` when the notice calls the review failed, although the application can still be corrected. */
  readonly action?: 'return' | 'fail';
  /** The stage returned to; with the review's own key the application stays here and awaits the applicant. */
  readonly next: string;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  readonly completeList?: boolean;
  /** Only one list of deficiencies is allowed; a further one needs a recorded reason (LYG-4.3-b). */
  readonly once?: boolean;
  /** Steps of the stage returned to that remain done, for instance seals that were correct. */
  readonly keepSteps?: readonly string[];
  /** The reviewer sets a period in working days within these bounds; without `keepsOpenWithin` it ends before the review itself would lapse. */
  readonly period?: {
    readonly least: number;
    readonly most: number;
    readonly usual: number;
    /** A window that stays open for this application until the end of the period if it would close before. */
    readonly extends?: string;
    /**
     * Set when the window that ends the review stays open for this application alone until what was corrected has arrived, if the period does not end
     * before it; at the latest until the window named here closes.
     */
    readonly keepsOpenWithin?: string;
    readonly clauses: readonly string[];
    readonly readings?: readonly string[];
  };
  /** The grounds, one of which each return must name; it decides the next stage in place of `next`. */
  readonly grounds?: readonly ReturnGround[];
};

/** The rule by which a review refuses: it ends the application with `outcome`, or enters another stage (`next`). */
export type Refuse = {
  readonly action: 'refuse' | 'passOver';
  readonly outcome?: string;
  readonly next?: string;
  /** A refusal lists all deficiencies, as a return does. */
  readonly completeList?: boolean;
  /** The printed grounds, one of which must be named. */
  readonly grounds?: readonly Check[];
  readonly clauses?: readonly string[];
};

/** A person passes, returns or refuses. With `submission`, the applicant submits first and each submission is counted. */
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
  /** The reviewer decides whether achievements are reused and removes those that are; a pass requires that decision. */
  readonly reuse?: ReuseRule;
};

/** A publicity of n full working days on the notice board, with objections. */
export type PublicityStage = StageBase & {
  readonly kind: 'publicity';
  readonly role: Role;
  readonly workingDays: number;
  readonly next: string;
  readonly upheldOutcome: string;
  readonly objectionClauses: readonly string[];
  /** Set when a publicity that was held before the filing may be recorded with its days and its document. */
  readonly heldBefore?: { readonly clauses: readonly string[]; readonly readings?: readonly string[] };
  /** The window in which the next stage must take place; a later posting causes a warning. */
  readonly mustPrecede?: { readonly window: string; readonly clauses: readonly string[] };
  readonly removesItems?: boolean;
  /** What the person who posts confirms about the document and its place. */
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
  /** The printed values, one of which must be chosen; `afterObjection` says whether it fits a publicity with objections (DL-2.2.2-g). */
  readonly choices?: readonly (Check & { readonly afterObjection?: boolean })[];
  readonly clauses: readonly string[];
};

/**
 * The rule for the result of a referral: another authority decides after the application has ended here, and the office that referred the case
 * records it (DL-2.2.4-c, LYG-4.4-e).
 */
export type AwaitedResult = {
  readonly role: Role;
  /** The calendar days after the referral for which the case waits; then it closes without a result. */
  readonly days: number;
  readonly passed: Text;
  readonly notPassed: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** Steps confirmed in order by a deadline; the last one enters `next` or ends the application with `outcome`. */
export type HandoverStage = StageBase & {
  readonly kind: 'handover';
  readonly steps: readonly HandoverStep[];
  readonly next?: string;
  readonly outcome?: string;
  /** The expected result, when the outcome refers the case to another authority. */
  readonly awaits?: AwaitedResult;
};

/** The rule by which the committee hears a case: with or without defence, and the weights of the composite score (LN-7-d to -g). */
export type HearingRule = {
  readonly when?: Condition;
  readonly defence: boolean;
  /** The weights of quantified score and defence in per cent; their sum is 100. */
  readonly weights?: { readonly quantified: number; readonly defence: number };
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** What must precede the meeting: a report the given number of calendar days before it, and consent (LYG-5.2-b, LYG-5.2-c, A-24). */
type OpeningRule = {
  readonly daysBefore: number;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** The application waits for the committee, whose result is recorded. */
export type SessionStage = StageBase & {
  readonly kind: 'session';
  readonly role: Role;
  readonly next: string;
  readonly notPassedOutcome: string;
  /** The rules for the hearing; the first that fits applies. */
  readonly hearing?: readonly HearingRule[];
  /** The window of the meeting; where the notice says 原则上, a later meeting needs a recorded reason and must be inside the window `withReason`. */
  readonly heldWithin?: Gate & { readonly withReason?: Gate };
  readonly opening?: OpeningRule;
  /** The window in which the plan has the meeting; it is shown in forecasts (LYG-7-b). */
  readonly planned?: string;
  /** The outcome and clauses of a veto, when the notice prints one (LYG-5.4-b). */
  readonly veto?: { readonly outcome: string; readonly clauses: readonly string[] };
  /** What the person who records the result confirms about the review. */
  readonly checks?: readonly Check[];
};

/** The certificate is issued and the application ends with a title. */
export type CertificationStage = StageBase & {
  readonly kind: 'certification';
  readonly role: Role;
  readonly outcome: string;
  readonly checks?: readonly Check[];
};

export type StageDef = FilingStage | ReviewStage | PublicityStage | HandoverStage | SessionStage | CertificationStage;
