import type { IsoDate } from '../calendar/dates.ts';
import type { Text } from '../text.ts';
import type { Condition } from './condition.ts';
import type { EmployerClass, Level, PersonStatus, Role } from './facts.ts';

/** What a rule requires of the applicant. Each kind is answered by one function in `domain/eligibility/`. */
export type Requirement =
  | { readonly kind: 'employment' }
  | { readonly kind: 'inService' }
  | { readonly kind: 'status'; readonly not: readonly PersonStatus[] }
  /** No discipline in effect; with `institutions` only a measure from `from` on, and surely only there. */
  | {
      readonly kind: 'noDiscipline';
      readonly from: Discipline;
      readonly institutions?: readonly EmployerClass[];
    }
  | { readonly kind: 'origin'; readonly origin: Origin; readonly documents?: readonly ForeignerDocument[] }
  | { readonly kind: 'yearsInProvince'; readonly years: number }
  /** Years of work in units of the city: shown beside what is asked, attested in any case, a bar to nobody. */
  | { readonly kind: 'yearsInCity'; readonly years: number }
  /** It is printed that this excludes nobody. */
  | { readonly kind: 'noBar' }
  /** Somebody attests it, whatever is told. */
  | { readonly kind: 'attestation' }
  /** Whom the rule concerns, cannot apply in this way here. */
  | { readonly kind: 'notHere' }
  | { readonly kind: 'levelByLevel' }
  | { readonly kind: 'directTitle'; readonly backgrounds: readonly Background[] }
  /**
   * Years since the title: by calendar years (LN-4.2), or full years up to a cut-off (LYG-2.2-a). `years` is printed; where it is not, the standard
   * says it. `held` is the title that must be held.
   */
  | {
      readonly kind: 'seniority';
      readonly counting: 'calendarYears' | 'fullYears';
      readonly cutOff?: string;
      readonly years?: number;
      readonly held?: Level;
    }
  /** The same years less those of a bad assessment (LYG-2.2-b). */
  | { readonly kind: 'seniorityLessBadYears'; readonly cutOff: string }
  /** From so many years after a transfer on, the years in both series are joined (LYG-2.8.1-b). */
  | { readonly kind: 'yearsAfterTransfer'; readonly years: number }
  | { readonly kind: 'joinedYears'; readonly cutOff: string }
  | { readonly kind: 'transferAssessed' }
  /** Years a local title must have been held (LYG-2.10-a). */
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
  /** The education that the standard asks. */
  | { readonly kind: 'educationOfStandard' }
  /** The major may differ from the work, but in these series and specialties, which concern safety or health (DL-1.3-a). */
  | { readonly kind: 'majorMayDiffer'; readonly exceptIn: readonly string[] }
  /** The specialties, by their whole names, that are examined instead of reviewed. */
  | { readonly kind: 'examinationList'; readonly names: readonly string[] }
  /** A series or specialty that is reviewed whatever the list of examinations says. */
  | { readonly kind: 'alwaysReviewed'; readonly names: readonly string[] }
  | { readonly kind: 'notExamined' }
  | { readonly kind: 'examPassed'; readonly names?: readonly string[] }
  | { readonly kind: 'examValid'; readonly years?: number; readonly names?: readonly string[] }
  | { readonly kind: 'examSpecialty'; readonly names?: readonly string[] }
  | { readonly kind: 'examCertificate'; readonly names?: readonly string[] }
  | { readonly kind: 'learningHours'; readonly least: number }
  /** So many parts of so many of the hours told are professional; at `leaveToAuthority` hours the authority decides. */
  | {
      readonly kind: 'professionalHours';
      readonly parts: number;
      readonly of: number;
      readonly leaveToAuthority: number;
    }
  | { readonly kind: 'conditionsOfStandard'; readonly cutOff: string }
  /** Whose education puts them under the designation rules (LYG-2.11-a); the others follow the transition until its last day (LYG-2.11-g). */
  | { readonly kind: 'designationScope'; readonly fromYear: number }
  | { readonly kind: 'transition'; readonly until: IsoDate }
  /** Series whose own conditions go before the designation rules (LYG-2.11-b). */
  | { readonly kind: 'designationByStandard'; readonly names: readonly string[] }
  | {
      readonly kind: 'designation';
      readonly tiers: readonly Tier[];
      readonly level: Level;
      readonly probationYears: number;
    }
  /** Only for those who do not meet the normal conditions (LYG-2.6-d). */
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

/** Measures of discipline in rising order (党纪、政务、行政处分); `warning` is 警告, `demerit` 记过. */
export const disciplines = ['none', 'warning', 'demerit', 'seriousDemerit', 'demotion', 'dismissal'] as const;
export type Discipline = (typeof disciplines)[number];
