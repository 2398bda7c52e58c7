import type { Calendar } from './calendar.ts';
import type { IsoDate } from './dates.ts';
import type { Text } from './text.ts';

/** Levels in their order; "level by level" means the next one. */
export const levels = ['technician', 'assistant', 'mid', 'deputySenior', 'fullSenior'] as const;
export type Level = (typeof levels)[number];

/** How an application is made. */
export const tracks = ['standard', 'exceptional', 'greenChannel', 'delegated'] as const;
export type Track = (typeof tracks)[number];

/** Who employs the applicant, as the authority tables distinguish it (model.md 5.4). */
export const employerClasses = [
  'provincialUniversity',
  'provincialStateOwned',
  'provincialHospital',
  'provincialInstitution',
  'provincialSocialOrganisation',
  'cityOrBelow',
  'private',
  'freelance',
  'centralOrOtherProvince',
] as const;
export type EmployerClass = (typeof employerClasses)[number];

/** Where a person stands in working life (LN-1). */
export const personStatuses = ['inService', 'retired', 'civilServant'] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** What a person may be to an application; grants give all but `applicant` and `system`. */
export const roles = [
  'applicant',
  'unitHr',
  'unitAssessmentGroup',
  'sealingAuthority',
  'association',
  'committeeOffice',
  'administrator',
  'auditor',
  'objector',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** A span of whole days, inclusive, for some series and levels. */
export type Window = {
  readonly key: string;
  readonly series: readonly string[];
  readonly levels?: readonly Level[];
  readonly opens: IsoDate;
  readonly closes: IsoDate;
  readonly clauses: readonly string[];
};

/** The last day that counts for something (achievements, seniority), for some series. */
export type CutOff = {
  readonly key: string;
  readonly series: readonly string[];
  readonly date: IsoDate;
  readonly clauses: readonly string[];
};

/** The dates of one year; changed only by a new version. */
export type Timeline = {
  readonly version: number;
  readonly year: number;
  readonly windows: readonly Window[];
  readonly cutOffs: readonly CutOff[];
};

/** Whether something applies to an applicant; every given list must contain the applicant's value. */
export type Condition = {
  readonly series?: readonly string[];
  readonly specialties?: readonly string[];
  readonly levels?: readonly Level[];
  readonly tracks?: readonly Track[];
  readonly employerClasses?: readonly EmployerClass[];
};

/** How a due day follows from an anchor: the rule is kept, the date is computed. */
export type DeadlineRule =
  | { readonly kind: 'windowClose'; readonly window: string }
  | { readonly kind: 'workingDaysAfterWindow'; readonly window: string; readonly days: number }
  | { readonly kind: 'workingDaysAfterEntry'; readonly days: number }
  | { readonly kind: 'lastObjectionDay' }
  | { readonly kind: 'calendarDaysAfterEnd'; readonly days: number };

/** What a lapse means; the first case whose condition holds is taken. */
export type LapseCase = {
  /** `nothingSubmitted`: no submission counts; `attemptsUsed`: all are used and none waits for review. */
  readonly when?: 'nothingSubmitted' | 'attemptsUsed';
  readonly outcome: string;
};

/** A deadline of a stage: rule, clause and consequence. */
export type DeadlineDef = {
  readonly key: string;
  readonly rule: DeadlineRule;
  readonly lapse: readonly LapseCase[];
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

type StageBase = {
  readonly key: string;
  readonly name: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  readonly when?: Condition;
  readonly deadlines?: readonly DeadlineDef[];
};

/** The applicant works and submits. */
export type FilingStage = StageBase & { readonly kind: 'filing'; readonly next: string };

/** A chance to submit that is counted: `attempts` in all, inside a window, `recall` before review not counted. */
export type CountedSubmission = {
  readonly window: string;
  readonly attempts: number;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
  readonly grantedBy: Role;
};

/** A person passes, returns or refuses. With `submission` the applicant first submits, each time counted. */
export type ReviewStage = StageBase & {
  readonly kind: 'review';
  readonly role: Role;
  readonly submission?: CountedSubmission;
  readonly pass: { readonly action: 'agree' | 'select' | 'pass' | 'approve' | 'confirmDossier'; readonly next: string };
  /** `next` is the stage the application goes back to: the review's own key keeps it here, awaiting the applicant. */
  readonly return?: {
    readonly next: string;
    readonly clauses: readonly string[];
    readonly completeList?: boolean;
    /** Steps of the stage gone back to that stay done, for instance seals that were right. */
    readonly keepSteps?: readonly string[];
  };
  readonly refuse?: { readonly action: 'refuse' | 'passOver'; readonly outcome: string };
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
};

/** One confirmed physical act: a seal, a scan, a delivery. */
export type HandoverStep = {
  readonly key: string;
  readonly action: 'seal' | 'uploadStampedPage' | 'handOver' | 'receivePaper' | 'attachDelegation' | 'forward';
  readonly role: Role;
  readonly name: Text;
  readonly when?: Condition;
  readonly clauses: readonly string[];
};

/** Steps confirmed in order by a date. */
export type HandoverStage = StageBase & {
  readonly kind: 'handover';
  readonly steps: readonly HandoverStep[];
  readonly next: string;
};

/** Waits for the committee and records its result. */
export type SessionStage = StageBase & {
  readonly kind: 'session';
  readonly role: Role;
  readonly next: string;
  readonly notPassedOutcome: string;
};

/** The certificate is issued: the good end. */
export type CertificationStage = StageBase & {
  readonly kind: 'certification';
  readonly role: Role;
  readonly outcome: string;
};

export type StageDef = FilingStage | ReviewStage | PublicityStage | HandoverStage | SessionStage | CertificationStage;
export type StageKind = StageDef['kind'];

/** An end of the road and the rules it rests on. */
export type OutcomeDef = {
  readonly label: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
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

/** Something that must be unique across applications, claimed by a `submit` and ended by an outcome before `keptFrom`. */
export type ClaimRule = {
  readonly kind: 'applicationOfYear';
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  /** The first stage from which an ended application still uses up the year. */
  readonly keptFrom: string;
};

/** The part of a programme that decides how a case runs; the same shape before and after it is cut for one applicant. */
export type Process = {
  readonly stages: readonly StageDef[];
  readonly outcomes: Readonly<Record<string, OutcomeDef>>;
  readonly remedyDays: number;
  readonly withdrawUntil: string;
  readonly cancel: { readonly role: Role; readonly outcome: string; readonly clauses: readonly string[] };
  readonly lateAcceptances: readonly LateAcceptance[];
  readonly invalidation?: PublicityInvalidation;
  readonly claims: readonly ClaimRule[];
};

/** A specialty a series offers; `levels` narrows the series' levels. */
export type Specialty = {
  readonly key: string;
  readonly name: Text;
  readonly class: string;
  readonly levels?: readonly Level[];
  readonly clauses: readonly string[];
};

export type Series = {
  readonly key: string;
  readonly name: Text;
  readonly levels: readonly Level[];
  readonly specialties: readonly Specialty[];
  /** Levels the notice does not offer, with where the person is told to go. */
  readonly notOffered?: {
    readonly levels: readonly Level[];
    readonly message: Text;
    readonly clauses: readonly string[];
    readonly readings: readonly string[];
  };
};

/** Who reviews: the first rule that fits the applicant is taken (LN-2, model.md 5.4). */
export type AuthorityRule = {
  readonly specialtyClasses: readonly string[];
  readonly levels: readonly Level[];
  readonly employerClasses: readonly EmployerClass[];
  /** `here`: this programme's committee office; `elsewhere`: refused and referred. */
  readonly decision: 'here' | 'elsewhere' | 'afterDelegation';
  readonly referTo?: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** Which authority seals, by employer class (LN-5.6-c). */
export type SealingRule = {
  readonly employerClasses: readonly EmployerClass[];
  readonly authority: string;
  readonly clauses: readonly string[];
};

/** An authority, committee office or association that acts in a programme. */
export type Office = {
  readonly id: string;
  readonly name: Text;
  readonly address?: Text;
  readonly clauses?: readonly string[];
};

/** What a rule asks of the person; `notOnline` refuses whomever the rule concerns, `attestation` leaves it to the unit to attest. */
export type Requirement =
  | { readonly kind: 'employment' }
  | { readonly kind: 'inService' }
  | { readonly kind: 'status'; readonly not: PersonStatus }
  | { readonly kind: 'yearsInProvince'; readonly years: number }
  | { readonly kind: 'examPassed' }
  | { readonly kind: 'examValid'; readonly years: number }
  | { readonly kind: 'attestation' }
  | { readonly kind: 'notOnline' };

/** One condition of applying: whom it concerns, what it asks, its clause and what is said about it. */
export type EligibilityRule = {
  readonly key: string;
  readonly when?: Condition;
  readonly requires: Requirement;
  readonly message: Text;
  readonly clause: string;
  readonly readings?: readonly string[];
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
  readonly series: readonly Series[];
  /** The rules that say which series and specialties the notice covers at all. */
  readonly scope: readonly string[];
  readonly eligibility: readonly EligibilityRule[];
  readonly authorities: readonly AuthorityRule[];
  readonly sealing: readonly SealingRule[];
  readonly timeline: Timeline;
};

/** What about an applicant decides which parts of a programme apply. No personal data. */
export type ApplicantFacts = {
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly track: Track;
  readonly employerClass: EmployerClass;
};

/** The windows that apply to one applicant, with the calendar they are counted by. */
export type CaseTimeline = {
  readonly version: number;
  readonly windows: Readonly<
    Record<string, { readonly opens: IsoDate; readonly closes: IsoDate; readonly clauses: readonly string[] }>
  >;
  readonly calendar: Calendar;
};

/** A programme compiled for one applicant: what the first submission carries and the case adopts. */
export type Plan = Process &
  ApplicantFacts & {
    readonly programme: string;
    readonly programmeVersion: number;
    readonly year: number;
    readonly timeline: CaseTimeline;
  };
