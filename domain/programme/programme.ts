import type { Text } from '../text.ts';
import type { CommitteeYearRules } from './committee-year.ts';
import type { Condition } from './condition.ts';
import type { EligibilityRule } from './eligibility.ts';
import type { ApplicantFacts, Level, Role, Track } from './facts.ts';
import type { IntegrityRules } from './integrity.ts';
import type { MaterialRule } from './materials.ts';
import type { AuthorityRule, CommitteeDef, Office, SealingRule, Territory } from './offices.ts';
import type { PaperTemplate, PaperWords } from './papers.ts';
import type { Provision } from './provision.ts';
import type { Reference } from './reference-tables.ts';
import type { Check, StageDef } from './stages.ts';
import type { CaseTimeline, Timeline } from './timeline.ts';

/** An end of the road and the rules it rests on. */
export type OutcomeDef = {
  readonly label: Text;
  /** Who has to answer for it, where it is an office’s omission (DL-2.1.3-a). */
  readonly responsible?: Role;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  /** How it reads for those whom another rule brings there, the first that fits; a plan has none left. */
  readonly variants?: readonly {
    readonly when: Condition;
    readonly label: Text;
    readonly clauses: readonly string[];
    readonly readings?: readonly string[];
  }[];
};

/** When an office may take something that came late through no fault of the applicant. */
export type LateAcceptance = {
  readonly stage: string;
  readonly deadline: string;
  readonly role: Role;
  /** What must have reached the office in time. */
  readonly requires: 'submissionUnderReview' | 'nothing';
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** A publicity document found invalid sends the application back. */
export type PublicityInvalidation = {
  readonly from: readonly string[];
  readonly to: string;
  readonly role: Role;
  readonly window: string;
  readonly lateOutcome: string;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/**
 * What may be claimed across applications of one year: one application a person (LYG-2.8.2-b), one committee a person and level (LYG-4.0-c), one
 * committee for those of a unit who apply for the same (LYG-4.0-d).
 */
export const claimKinds = ['applicationOfYear', 'committeeOfLevel', 'committeeOfUnit'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Something that must be the same or unique across applications, claimed by the first `submit` and ended by an outcome before `keptFrom`. */
export type ClaimRule = {
  readonly kind: ClaimKind;
  /** Whom it concerns; everybody where it is left out. */
  readonly when?: Condition;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  /** The first stage from which an ended application still uses up the year. */
  readonly keptFrom: string;
  /** Outcomes that free the claim wherever they come, for instance a return out of scope. */
  readonly freedBy?: readonly string[];
  /** Who may allow an application although another holds the claim, with a reason; nobody where it is left out. */
  readonly overriddenBy?: Role;
  /** How what the claim fixed is changed for all who hold it; it stands where it is left out. */
  readonly changed?: { readonly by: Role; readonly reportedFrom: readonly string[] };
};

/** After which ends of the road the applicant may ask for a recheck, and who decides it. */
export type RecheckRule = {
  readonly role: Role;
  readonly outcomes: readonly string[];
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** A printed irregularity for which an application may be cancelled, and the stages that show it. */
export type CancelGround = Pick<Check, 'key' | 'name' | 'clauses'> & { readonly stages: readonly string[] };

/** How an application is cancelled, and by whom: on these grounds alone, one of which is named; for fraud by its integrity case. */
type CancelRule = {
  readonly role: Role;
  readonly outcome: string;
  readonly clauses: readonly string[];
  /** None where it is left out; only plans compiled before grounds were asked take any reason. */
  readonly grounds?: readonly CancelGround[];
};

/** A stage before approval for which the documents print no last day, and what says so. */
type OpenEnded = Pick<Condition, 'tracks' | 'destinations'> & {
  readonly stage: string;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** The part of a programme that decides how a case runs; the same shape before and after it is cut for one applicant. */
export type Process = {
  readonly stages: readonly StageDef[];
  readonly outcomes: Readonly<Record<string, OutcomeDef>>;
  readonly remedyDays: number;
  readonly withdrawUntil: string;
  readonly cancel: CancelRule;
  readonly lateAcceptances: readonly LateAcceptance[];
  readonly invalidation?: PublicityInvalidation;
  readonly recheck?: RecheckRule;
  readonly claims: readonly ClaimRule[];
};

/** Levels a notice does not offer, with where the person is told to go. */
type NotOffered = {
  readonly levels: readonly Level[];
  readonly message: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A specialty a series offers; `levels` narrows the series' levels. */
export type Specialty = {
  readonly key: string;
  readonly name: Text;
  readonly class: string;
  readonly levels?: readonly Level[];
  readonly notOffered?: NotOffered;
  readonly clauses: readonly string[];
};

export type Series = {
  readonly key: string;
  readonly name: Text;
  readonly levels: readonly Level[];
  readonly specialties: readonly Specialty[];
  readonly notOffered?: NotOffered;
};

/** One authority's review of one year, as data. */
export type Programme = Process & {
  readonly id: string;
  readonly version: number;
  readonly year: number;
  readonly name: Text;
  readonly authority: Text;
  readonly source: string;
  readonly office: string;
  readonly offices: readonly Office[];
  /** Who acts in a role for every application whose road has it, for instance the association that sets a third seal (LN-5.6-e). */
  readonly fixedOffices?: Readonly<Partial<Record<Role, string>>>;
  readonly series: readonly Series[];
  /** How applications are made here; the other ways are not offered. */
  readonly tracks: readonly Track[];
  /** The rules that say which series and specialties the notice covers at all. */
  readonly scope: readonly string[];
  readonly eligibility: readonly EligibilityRule[];
  readonly authorities: readonly AuthorityRule[];
  readonly sealing: readonly SealingRule[];
  /** Absent where the programme's one office serves its one committee. */
  readonly committees?: readonly CommitteeDef[];
  readonly territories?: readonly Territory[];
  readonly timeline: Timeline;
  /** Absent where every stage before approval has a last day. */
  readonly openEnded?: readonly OpenEnded[];
  /** The year of each committee, where the notice prints it (LYG-3.3, LYG-5.2). */
  readonly committeeYear?: CommitteeYearRules;
  /** What follows from proven fraud (model.md 5.6). */
  readonly integrity?: IntegrityRules;
  /** Printed rules that block nothing but that people must find. */
  readonly provisions?: readonly Provision[];
  /** The tables and lists of the document, as printed. */
  readonly reference?: Reference;
  /** What a unit's publicity document must say; absent where the notice prints no template. */
  readonly publicityPaper?: PaperTemplate;
  /** What the notice has printed on the papers; absent, they say only what was filled in. */
  readonly papers?: readonly PaperWords[];
  /** What must be filled in, proved and delivered; absent, only the summary and the pledge are looked at. */
  readonly materials?: readonly MaterialRule[];
};

/** A programme compiled for one applicant: what the first submission carries and the case adopts. */
export type Plan = Process &
  ApplicantFacts & {
    readonly programme: string;
    readonly programmeVersion: number;
    readonly year: number;
    readonly timeline: CaseTimeline;
  };
