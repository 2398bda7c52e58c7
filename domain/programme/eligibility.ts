import type { IsoDate } from '../calendar/dates.ts';
import type { Text } from '../text.ts';
import type { Condition } from './condition.ts';
import type { EmployerClass, Level, PersonStatus, Role } from './facts.ts';

/** What a rule requires of the applicant. Each kind is answered by one function in `domain/eligibility/`. */
export type Requirement =
  | { readonly kind: 'employment' }
  | { readonly kind: 'inService' }
  | { readonly kind: 'status'; readonly not: readonly PersonStatus[] }
  /** No measure of discipline from `from` on is in effect; with `institutions` it bars their staff, and others by attestation. */
  | {
      readonly kind: 'noDiscipline';
      readonly from: Discipline;
      readonly institutions?: readonly EmployerClass[];
    }
  | { readonly kind: 'origin'; readonly origin: Origin; readonly documents?: readonly ForeignerDocument[] }
  | { readonly kind: 'yearsInProvince'; readonly years: number }
  /** The years of work in units of the city: they are shown, attested in any case, and bar nobody. */
  | { readonly kind: 'yearsInCity'; readonly years: number }
  /** A freedom that the notice gives to whoever has worked in the city for these years; for others the authority decides (DL-1.2-b, A-45). */
  | { readonly kind: 'freedomAfterYears'; readonly years: number }
  /** The notice prints that this excludes nobody. */
  | { readonly kind: 'noBar' }
  /** An applicant of this path: what the documents named there ask is attested, or it is not accepted in this process (LYG-2.4, LYG-2.5). */
  | { readonly kind: 'specialPath'; readonly path: SpecialPath; readonly elsewhere?: true }
  /** No achievement was used in an application of another year or of another system, which the service cannot see (LYG-2.2-d, LN-5.2.3-a). */
  | { readonly kind: 'notUsedBefore' }
  /** A named person attests it, whatever facts are stated. */
  | { readonly kind: 'attestation' }
  /** An applicant to whom the rule applies cannot apply in this way. */
  | { readonly kind: 'notHere' }
  | { readonly kind: 'levelByLevel' }
  | { readonly kind: 'directTitle'; readonly backgrounds: readonly Background[] }
  /**
   * Years since the title: by calendar years (LN-4.2), or full years up to a cut-off (LYG-2.2-a). Without printed `years` the standard gives them.
   * `held` is the level of the title that must be held.
   */
  | {
      readonly kind: 'seniority';
      readonly counting: 'calendarYears' | 'fullYears';
      readonly cutOff?: string;
      readonly years?: number;
      readonly held?: Level;
    }
  /** The same years without those of a bad assessment (LYG-2.2-b). */
  | { readonly kind: 'seniorityLessBadYears'; readonly cutOff: string }
  /** A number of years after a transfer, from which the years in both series are joined (LYG-2.8.1-b). */
  | { readonly kind: 'yearsAfterTransfer'; readonly years: number }
  | { readonly kind: 'joinedYears'; readonly cutOff: string }
  | { readonly kind: 'transferAssessed' }
  /** The years for which a local title must have been held (LYG-2.10-a). */
  | {
      readonly kind: 'localTitle';
      readonly years: { readonly junior: number; readonly mid: number; readonly senior: number };
      readonly to: Level;
      readonly cutOff: string;
    }
  | { readonly kind: 'titleFromElsewhere' }
  | { readonly kind: 'educationAs'; readonly tiers: Readonly<Partial<Record<Schooling, Tier>>> }
  | { readonly kind: 'educationLowered'; readonly schooling: Schooling; readonly by: number }
  | { readonly kind: 'educationRecognised'; readonly schooling: Schooling; readonly years?: number }
  | { readonly kind: 'notEducation'; readonly schooling: Schooling }
  | { readonly kind: 'educationEqual'; readonly schoolings: readonly Schooling[] }
  | { readonly kind: 'educationBy'; readonly cutOff: string }
  /** The education that the standard requires. */
  | { readonly kind: 'educationOfStandard' }
  /** The major may differ from the work, except in these series and specialties, which concern safety or health (DL-1.3-a). */
  | { readonly kind: 'majorMayDiffer'; readonly exceptIn: readonly string[] }
  /** The specialties, by their complete names, that are examined instead of reviewed. */
  | { readonly kind: 'examinationList'; readonly names: readonly string[] }
  /** A series or specialty that is reviewed even when the list of examinations names it. */
  | { readonly kind: 'alwaysReviewed'; readonly names: readonly string[] }
  | { readonly kind: 'notExamined' }
  /** With `certificate` the notice asks for the pass certificate itself, so that a stated day alone is not enough (LN-2.2.2-c). */
  | { readonly kind: 'examPassed'; readonly names?: readonly string[]; readonly certificate?: true }
  | { readonly kind: 'examValid'; readonly years?: number; readonly names?: readonly string[] }
  | { readonly kind: 'examSpecialty'; readonly names?: readonly string[] }
  | { readonly kind: 'examCertificate'; readonly names?: readonly string[] }
  | { readonly kind: 'learningHours'; readonly least: number }
  /** The share of professional hours is at least `parts` of `of`; from `leaveToAuthority` hours on the authority decides. */
  | {
      readonly kind: 'professionalHours';
      readonly parts: number;
      readonly of: number;
      readonly leaveToAuthority: number;
    }
  /** With `afterTitle` only achievements obtained after the present title count (LN-6.3.2-a, DL-2.3.3-d). */
  | { readonly kind: 'conditionsOfStandard'; readonly cutOff: string; readonly afterTitle?: true }
  /** The applicants subject to the designation rules by their education (LYG-2.11-a); others follow the transition until its last day (LYG-2.11-g). */
  | { readonly kind: 'designationScope'; readonly fromYear: number }
  | { readonly kind: 'transition'; readonly until: IsoDate }
  /** Series whose own conditions take precedence over the designation rules (LYG-2.11-b). */
  | { readonly kind: 'designationByStandard'; readonly names: readonly string[] }
  | {
      readonly kind: 'designation';
      readonly tiers: readonly Tier[];
      readonly level: Level;
      readonly probationYears: number;
    }
  /** Only for applicants who do not meet the standard conditions (LYG-2.6-d). */
  | { readonly kind: 'notNormallyEligible' };

/** One condition of applying: to whom it applies, its requirement, its clause and its message. */
export type EligibilityRule = {
  readonly key: string;
  readonly when?: Condition;
  readonly requires: Requirement;
  readonly message: Text;
  readonly clause: string;
  readonly readings?: readonly string[];
  /** The role that attests what the service cannot know. */
  readonly attestedBy?: Role;
  /** Set when the fact must be stated before a draft can be created. */
  readonly mustBeTold?: boolean;
};

/** Tiers of education in rising order; `none` is below all tiers. */
export const tiers = [
  'none',
  'vocationalSecondary',
  'college',
  'bachelor',
  'secondBachelor',
  'master',
  'doctor',
] as const;
export type Tier = (typeof tiers)[number];

/** The kinds of schooling that the notices distinguish (LYG-2.3, DL-1.4-e). */
export const schoolings = [
  'fullTime',
  'partTime',
  'vocational',
  'military',
  'partySchool',
  'technicianMid',
  'technicianSenior',
  'technicianPreparatory',
  'withoutDiploma',
  'trainingClass',
] as const;
export type Schooling = (typeof schoolings)[number];

/** The origin of a person, by the documents that permit them to work (LYG-1.2). */
export const origins = ['mainland', 'hkMacaoTaiwan', 'foreigner'] as const;
export type Origin = (typeof origins)[number];

/** The three documents of which a foreigner must hold one (LYG-1.2-b), or `none`. */
export const foreignerDocuments = ['workPermit', 'permanentResidence', 'overseasTalentPermit', 'none'] as const;
export type ForeignerDocument = (typeof foreignerDocuments)[number];

/** The backgrounds with which a first application may skip levels (LYG-2.1-c). */
export const backgrounds = ['overseasReturnee', 'partyOrGovernment', 'army', 'none'] as const;
export type Background = (typeof backgrounds)[number];

/**
 * Ways into a title beside the usual one: by a vocational qualification, an international one, as a high-skilled talent, or in a directed post of the
 * grass roots (LYG-2.4, LYG-2.5).
 */
export const specialPaths = [
  'vocationalQualification',
  'internationalQualification',
  'highSkilled',
  'threeDirected',
  'none',
] as const;
export type SpecialPath = (typeof specialPaths)[number];

/** Measures of discipline in rising order (党纪、政务、行政处分); `warning` is 警告, `demerit` 记过. */
export const disciplines = ['none', 'warning', 'demerit', 'seriousDemerit', 'demotion', 'dismissal'] as const;
export type Discipline = (typeof disciplines)[number];
