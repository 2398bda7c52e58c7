import type { Text } from '../text.ts';
import type { Condition } from './condition.ts';
import type { EligibilityRule } from './eligibility.ts';
import type { ApplicantFacts, Level, Role, Track } from './facts.ts';
import type { IntegrityRules } from './integrity.ts';
import type { MaterialRule } from './materials/materials.ts';
import type { PaperTemplate, PaperWords } from './materials/papers.ts';
import type { AuthorityRule, CommitteeDef, Office, SealingRule, Territory } from './offices.ts';
import type { Provision } from './provision.ts';
import type { Reference } from './reference-tables.ts';
import type { CommitteeYearRules } from './stages/committee-year.ts';
import type { SessionRules } from './stages/session.ts';
import type { Check, StageDef } from './stages/stages.ts';
import type { CaseTimeline, Timeline } from './timeline.ts';

/** An outcome and the rules on which it is based. */
export type OutcomeDef = {
  readonly label: Text;
  /** The responsible role, where the outcome is an office's omission (DL-2.1.3-a). */
  readonly responsible?: Role;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  /** Variants for applicants to whom another rule applies; the first that fits is used. A compiled plan has none. */
  readonly variants?: readonly {
    readonly when: Condition;
    readonly label: Text;
    readonly clauses: readonly string[];
    readonly readings?: readonly string[];
  }[];
};

/** When an office may accept what came late through no fault of the applicant. */
export type LateAcceptance = {
  readonly stage: string;
  readonly deadline: string;
  readonly role: Role;
  /** What must have reached the office in time. */
  readonly requires: 'submissionUnderReview' | 'nothing';
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** The rule by which an invalid publicity document sends the application back. */
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
 * The kinds of claims across the applications of one year: one application per person, or one series and specialty (LYG-2.8.2-b); one application per
 * person, specialty and level, and one committee per person and level (LYG-4.0-c); one committee for all applicants of a unit who apply for the same
 * (LYG-4.0-d).
 */
export const claimKinds = ['applicationOfYear', 'applicationOfLevel', 'committeeOfLevel', 'committeeOfUnit'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** A claim rule: the first `submit` acquires the claim; an outcome before the stage `keptFrom` releases it. */
export type ClaimRule = {
  readonly kind: ClaimKind;
  /** Set when the applications of a person in one series and specialty share the claim, so that another level may follow. */
  readonly sharedWithin?: 'specialty';
  /** The applicants to whom it applies; all when omitted. */
  readonly when?: Condition;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  /** The first stage from which an ended application has used up the year. */
  readonly keptFrom: string;
  /** Outcomes that release the claim in any stage, for instance a return out of scope. */
  readonly freedBy?: readonly string[];
  /** The role that may allow an application although another one holds the claim, with a reason; nobody when omitted. */
  readonly overriddenBy?: Role;
  /** The rule by which the claimed value is changed for all holders; it cannot be changed when omitted. */
  readonly changed?: { readonly by: Role; readonly reportedFrom: readonly string[] };
};

/** After which outcomes the applicant may request a recheck, and who decides it. */
export type RecheckRule = {
  readonly role: Role;
  readonly outcomes: readonly string[];
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** A printed irregularity for which an application may be cancelled, and the stages that show it. */
export type CancelGround = Pick<Check, 'key' | 'name' | 'clauses'> & { readonly stages: readonly string[] };

/** Who cancels an application and on which grounds, one of which must be named. Fraud is handled by an integrity case instead. */
type CancelRule = {
  readonly role: Role;
  readonly outcome: string;
  readonly clauses: readonly string[];
  /** The printed grounds. Only plans compiled before grounds existed accept any reason. */
  readonly grounds?: readonly CancelGround[];
};

/** A stage before approval for which the documents print no last day, with the clauses that show it. */
type OpenEnded = Pick<Condition, 'tracks' | 'destinations'> & {
  readonly stage: string;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** Who supervises the whole process of every case, and checks material at random (LYG-4.4-c, LYG-5.2-d). */
export type Supervision = {
  readonly role: Role;
  readonly clauses: readonly string[];
  readonly spotCheck: readonly string[];
  /** The rule by which results of a meeting are void and set aside, if one is printed (LYG-5.3-b). */
  readonly voidResults?: readonly string[];
};

/** The part of a programme that controls a case; it has the same shape before and after compilation for one applicant. */
export type Process = {
  readonly stages: readonly StageDef[];
  readonly outcomes: Readonly<Record<string, OutcomeDef>>;
  readonly remedyDays: number;
  readonly withdrawUntil: string;
  readonly cancel: CancelRule;
  readonly lateAcceptances: readonly LateAcceptance[];
  readonly invalidation?: PublicityInvalidation;
  readonly recheck?: RecheckRule;
  readonly supervision?: Supervision;
  readonly claims: readonly ClaimRule[];
};

/** Levels that a notice does not offer, and where such applicants are referred to. */
type NotOffered = {
  readonly levels: readonly Level[];
  readonly message: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A specialty of a series; `levels` restricts the series' levels. */
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

/** The review of one authority in one year, as data. */
export type Programme = Process & {
  readonly id: string;
  readonly version: number;
  readonly year: number;
  readonly name: Text;
  readonly authority: Text;
  readonly source: string;
  readonly office: string;
  readonly offices: readonly Office[];
  /** The office in charge of a role for every application that has the role, for instance the association that sets a third seal (LN-5.6-e). */
  readonly fixedOffices?: Readonly<Partial<Record<Role, string>>>;
  /** The names of roles where the document prints others than the usual ones. */
  readonly roleNames?: Readonly<Partial<Record<Role, Text>>>;
  readonly series: readonly Series[];
  /** The tracks on which applications can be made; the others are not offered. */
  readonly tracks: readonly Track[];
  /** The clauses that define which series and specialties the notice covers. */
  readonly scope: readonly string[];
  readonly eligibility: readonly EligibilityRule[];
  readonly authorities: readonly AuthorityRule[];
  readonly sealing: readonly SealingRule[];
  /** The printed rule that an employer's place decides who reviews first, for whoever has not told the place (DL-1.2-c, LYG-4.0-a). */
  readonly placeRule?: Text;
  /** Absent when the programme's one office serves its one committee. */
  readonly committees?: readonly CommitteeDef[];
  readonly territories?: readonly Territory[];
  readonly timeline: Timeline;
  /** Absent when every stage before approval has a last day. */
  readonly openEnded?: readonly OpenEnded[];
  /** The rules for the year of each committee, when the notice prints them (LYG-3.3, LYG-5.2). */
  readonly committeeYear?: CommitteeYearRules;
  /** The rules for the meetings of its committees. */
  readonly session?: SessionRules;
  /** The rules for proven fraud. */
  readonly integrity?: IntegrityRules;
  /** Printed rules without effect on a case that people must be able to find. */
  readonly provisions?: readonly Provision[];
  /** The tables and lists of the document, as printed. */
  readonly reference?: Reference;
  /** The requirements for a unit's publicity document; absent when the notice prints no template. */
  readonly publicityPaper?: PaperTemplate;
  /** The texts that the notice requires on papers; without them papers show only what was filled in. */
  readonly papers?: readonly PaperWords[];
  /** The rules about what must be filled in, proved and delivered; when absent, only the summary and the pledge are checked. */
  readonly materials?: readonly MaterialRule[];
};

/** A programme compiled for one applicant: the first submission brings it and the case keeps it. */
export type Plan = Process &
  ApplicantFacts & {
    readonly programme: string;
    readonly programmeVersion: number;
    readonly year: number;
    readonly timeline: CaseTimeline;
    /** One person reviews a case once; absent in plans compiled before this rule existed, which part only preliminary review and re-review. */
    readonly oneReview?: true;
  };
