import type { IsoDate } from '../calendar/dates.ts';
import type { databases } from '../programme/materials/materials.ts';

/** Achievement categories of annex 1 (LN-A1-d); the list is open (等), so `other` is one of them. */
export const achievementCategories = [
  'project',
  'work',
  'patent',
  'softwareCopyright',
  'standard',
  'award',
  'technicalReport',
  'monograph',
  'paper',
  'talentRecognition',
  'other',
] as const;

/** The role of the applicant in an achievement: 主持, 参与, 独立 (LN-A1-c, LN-6.1-c). */
export const achievementRoles = ['lead', 'participant', 'sole'] as const;

/** The kinds of proof; a letter of acceptance and a statement of the applicant's own prove nothing by themselves (LN-4.1-d, LN-6.3.1-a). */
export const proofKinds = [
  'projectInitiation',
  'contract',
  'assignment',
  'draft',
  'drawing',
  'acceptance',
  'certificate',
  'awardCertificate',
  'publication',
  'otherOriginal',
  'acceptanceLetter',
  'statement',
] as const;

/** Classes of awards (LN-6.2-a); `other` meets no condition (LN-6.2-b). */
export const awardClasses = ['national', 'provincialOrMinisterial', 'listedSocialForce', 'other'] as const;

/** The kinds of files (annex 2). */
export const attachmentKinds = [
  'evidence',
  'educationCertificate',
  'titleCertificate',
  'photo',
  'employmentProof',
  'examResult',
  'searchPage',
  'educationProof',
  'continuingEducationProof',
  'expertOpinion',
  'publicityDocument',
  'stampedPage',
  'other',
] as const;

/** Tiers of education in rising order. */
export const educationTiers = ['secondary', 'vocationalSecondary', 'college', 'bachelor', 'master', 'doctor'] as const;

/** Original evidence with the date of its formal signature and seal (LN-4.1-c), and the role it shows (LN-6.1-c). */
export type Proof = {
  readonly kind: (typeof proofKinds)[number];
  readonly sealedOn?: IsoDate | undefined;
  readonly roleShown?: (typeof achievementRoles)[number] | undefined;
  readonly file?: string | undefined;
};

/** One achievement as it is filled in; months are `YYYY-MM`. */
export type Achievement = {
  readonly id: string;
  readonly title: string;
  readonly category: (typeof achievementCategories)[number];
  readonly role: (typeof achievementRoles)[number];
  readonly from: string;
  readonly to: string;
  readonly content: string;
  readonly proofs?: readonly Proof[] | undefined;
  /** The conditions of the standard that it is stated to meet (DL-1.9-b, LN-3-b). */
  readonly conditions?: readonly string[] | undefined;
  /** Whether it is joint work; the applicant's own part must then be stated (LN-5.2.3-b). */
  readonly joint?: boolean | undefined;
  readonly contribution?: string | undefined;
  readonly representative?: boolean | undefined;
  readonly relation?: 'same' | 'close' | 'other' | undefined;
  readonly awardClass?: (typeof awardClasses)[number] | undefined;
  readonly publishedOn?: IsoDate | undefined;
  readonly publishedIn?: string | undefined;
  readonly searchPage?: string | undefined;
  readonly retrievals?: readonly (typeof databases)[number][] | undefined;
  readonly international?: boolean | undefined;
  readonly searchCertificate?: string | undefined;
  readonly secrecy?: 'none' | 'declassified' | undefined;
};

/** One education; the graduation register verifies one that CHSI does not cover (DL-1.4-c). */
export type EducationRecord = {
  readonly tier: (typeof educationTiers)[number];
  readonly institution: string;
  readonly graduatedOn: IsoDate;
  readonly degree?: string | undefined;
  readonly mode: 'fullTime' | 'partTime';
  readonly recognised: boolean;
  readonly verifiedBy: 'chsi' | 'graduationRegister';
  /** The day of the CHSI report. */
  readonly reportedOn?: IsoDate | undefined;
};

/** The continuing education of a year, in class hours. */
export type ContinuingEducation = {
  readonly year: number;
  readonly publicHours: number;
  readonly professionalHours: number;
  /** The number of the certificate of the examination passed (LYG-2.9-b). */
  readonly certificate?: string | undefined;
};

/** The content that material rules check; the form of the API has this shape. */
export type MaterialContent = {
  readonly summary?: {
    readonly gender: 'male' | 'female';
    readonly bornOn: IsoDate;
    readonly education: string;
    readonly highestTier?: (typeof educationTiers)[number] | undefined;
    readonly degree?: string | undefined;
    readonly graduatedFrom?: string | undefined;
    readonly graduatedOn?: IsoDate | undefined;
    readonly currentTitle?: string | undefined;
    readonly currentTitleSince?: IsoDate | undefined;
    readonly position: string;
  };
  readonly achievements: readonly Achievement[];
  readonly education?: readonly EducationRecord[] | undefined;
  readonly experience?: readonly { readonly from: string; readonly to?: string | undefined; readonly what: string }[];
  readonly continuingEducation?: readonly ContinuingEducation[] | undefined;
  readonly examination?: { readonly name: string; readonly specialty: string; readonly passedOn: IsoDate } | undefined;
  readonly honours?: readonly { readonly title: string; readonly awardedOn: IsoDate; readonly by: string }[];
  readonly contribution?: string | undefined;
  /** 专业技术工作述评 (DL-2.3.1-l). */
  readonly statement?: string | undefined;
  /** The entries on the covers and the bag (DL-2.3.2-b, LN-A2.3.1). */
  readonly cover?: {
    readonly unitName: string;
    readonly series: string;
    readonly specialty: string;
    readonly level: string;
  };
  readonly photo?: { readonly takenOn: IsoDate; readonly file?: string | undefined } | undefined;
  readonly secrets?: 'declassified' | 'none' | undefined;
  readonly standard?: string | undefined;
  /** `true` accepts the pledge as shown; otherwise its words (LN-6.5-a). */
  readonly pledge?: true | { readonly version?: string | undefined; readonly text: string } | undefined;
  readonly documents?: readonly string[];
};

/** Whether it is a paper or a book, which counts from its publication (LN-4.1-d). */
export const isPublication = ({ category }: Pick<Achievement, 'category'>): boolean =>
  category === 'paper' || category === 'monograph';
