import type { IsoDate } from '../calendar/dates.ts';
import type {
  Background,
  Discipline,
  ForeignerDocument,
  Origin,
  Schooling,
  SpecialPath,
  Tier,
} from '../programme/eligibility.ts';
import type { Level, PersonStatus } from '../programme/facts.ts';
import type { RoutingFacts } from '../routing/facts.ts';

/** The issuer of a title: the nation or province, a place for itself (地方职称), or another place (LYG-2.10). */
export const titleIssuers = ['national', 'local', 'elsewhere'] as const;
type TitleIssuer = (typeof titleIssuers)[number];

/** The countable part of an achievement: the conditions of the standard it is mapped to, and the day that counts for it. */
export type CountedAchievement = { readonly conditions: readonly string[]; readonly on?: IsoDate | undefined };

/** The facts stated about an applicant; facts not stated are open. Codes, years and dates only, no personal data. */
export type EligibilityFacts = RoutingFacts & {
  readonly status?: PersonStatus | undefined;
  /** Whether the person has a personnel or labour relation, or a contract, with the employer. */
  readonly hasEmployment?: boolean | undefined;
  readonly yearsInProvince?: number | undefined;
  readonly yearsInCity?: number | undefined;
  readonly origin?: Origin | undefined;
  readonly foreignerDocument?: ForeignerDocument | undefined;
  readonly background?: Background | undefined;
  /** By a vocational or international qualification, as a high-skilled talent, or in a directed post (LYG-2.4, LYG-2.5). */
  readonly specialPath?: SpecialPath | undefined;
  /** Whether the person has never applied for a title before. */
  readonly firstApplication?: boolean | undefined;
  /** The heaviest measure of discipline, and the days on which it takes and loses effect. */
  readonly discipline?:
    | { readonly measure: Discipline; readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined }
    | undefined;
  /** The title held; its level is `none` when there is none. */
  readonly heldTitle?:
    | {
        /** Undefined when a form names a title and its day but no level was stated. */
        readonly level?: Level | 'none' | undefined;
        readonly obtainedOn?: IsoDate | undefined;
        readonly obtainedYear?: number | undefined;
        readonly issuer?: TitleIssuer | undefined;
        readonly series?: string | undefined;
      }
    | undefined;
  /** Years whose annual assessment was 基本合格 (基本称职) or 不合格 (不称职). */
  readonly badAssessmentYears?: readonly number[] | undefined;
  /** When the title was transferred to this series at the same level, and whether the post-change assessment was passed. */
  readonly transfer?: { readonly on?: IsoDate | undefined; readonly assessed?: boolean | undefined } | undefined;
  readonly education?:
    | {
        /** Not needed when the schooling implies the tier. */
        readonly tier?: Tier | undefined;
        readonly schooling?: Schooling | undefined;
        readonly obtainedOn?: IsoDate | undefined;
        readonly obtainedYear?: number | undefined;
        /** Whole years of a party school's long-term class. */
        readonly years?: number | undefined;
        /** Whether the education authority recognises it. */
        readonly recognised?: boolean | undefined;
        /** Whether the major matches the work. */
        readonly majorMatches?: boolean | undefined;
      }
    | undefined;
  readonly examPassedOn?: IsoDate | undefined;
  /** The year of the examination, if its day is unknown. */
  readonly examYear?: number | undefined;
  /** The last day of validity printed on the result. */
  readonly examValidUntil?: IsoDate | undefined;
  /** The specialty examined, by its key. */
  readonly examSpecialty?: string | undefined;
  /** Whether the applicant has the pass certificate. */
  readonly examCertificate?: boolean | undefined;
  /** Class hours of the year. */
  readonly continuingEducation?: { readonly total: number; readonly professional: number } | undefined;
  /** The day on which the probation in the post began, and whether it was assessed as qualified. */
  readonly probation?: { readonly from?: IsoDate | undefined; readonly assessed?: boolean | undefined } | undefined;
  /** The requirements of the standard of the series, as the applicant read them. */
  readonly standard?:
    | {
        readonly years?: number | undefined;
        readonly education?: Tier | undefined;
        readonly conditions?: { readonly least: number; readonly of: readonly string[] } | undefined;
        readonly oneWorkForSeveral?: boolean | undefined;
      }
    | undefined;
  readonly achievements?: readonly CountedAchievement[] | undefined;
  /** Whether an achievement was used before in a way that the notice forbids, in another year or in another system too. */
  readonly usedBefore?: boolean | undefined;
};

/** The facts that an answer can ask for. */
export const askable = [
  'territory',
  'status',
  'yearsInProvince',
  'foreignerDocument',
  'firstApplication',
  'discipline',
  'heldTitle',
  'badAssessmentYears',
  'transfer',
  'education',
  'examPassedOn',
  'examSpecialty',
  'continuingEducation',
  'probation',
  'standard',
  'achievements',
  'usedBefore',
] as const;
export type Askable = (typeof askable)[number];
