import type { Text } from '../../text.ts';
import type { Condition } from '../condition.ts';
import type { Level, Role } from '../facts.ts';

/** Who supplies a material or is responsible for it. */
export const suppliers = ['applicant', 'unit', 'authority', 'committeeOffice', 'system'] as const;
type Supplier = (typeof suppliers)[number];

/** The papers the service prints. */
export const documentKinds = [
  'evaluationForm',
  'recommendationForm',
  'exceptionalForm',
  'declarationForm',
  'continuingEducationForm',
  'bagLabel',
  'publicityDocument',
  'dossierChecklist',
  'stampedPage',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The minimum number of conditions of a list that must be met: "2 of 1 to 5" (LN-3-b). */
export type ConditionGroup = { readonly from: readonly string[]; readonly least: number };

/** Rules about the content without parameters; each is one function of the `…-checks.ts` files. */
export const plainRules = [
  'summary',
  'parts',
  'gregorianDates',
  'highestEducation',
  'educationFormOfYear',
  'secrets',
  'examination',
  'achievements',
  'paper',
  'afterCurrentTitle',
  'formalDate',
  'publicationDate',
  'searchPage',
  'searchCertificate',
  'contribution',
  'evidenceChain',
  'roleShown',
  'awardClass',
  'awardWithoutCondition',
  'relation',
  'publicationRelation',
  'representative',
  'monthAndRole',
  'mapped',
] as const;

/** The fields of a cover that must match the online filing. */
export const coverFields = ['series', 'specialty', 'level'] as const;

/** A rule about the content of the form. */
export type ContentRule =
  | { readonly of: (typeof plainRules)[number] }
  | { readonly of: 'educationReport'; readonly months: number }
  | { readonly of: 'continuingEducation'; readonly certificate?: boolean }
  | { readonly of: 'photo'; readonly months?: number }
  | { readonly of: 'statement'; readonly characters: Readonly<Record<Level, number>>; readonly leastPercent: number }
  | { readonly of: 'pledge'; readonly version?: string; readonly text?: string }
  | { readonly of: 'cover'; readonly fields: readonly (typeof coverFields)[number][]; readonly always?: boolean }
  | { readonly of: 'attachment'; readonly file: string }
  | { readonly of: 'cutOff'; readonly cutOff: string }
  | { readonly of: 'retrieval'; readonly databases: readonly (typeof databases)[number][]; readonly least: number }
  | {
      readonly of: 'conditions';
      readonly groups: readonly ConditionGroup[];
      readonly oneWorkForSeveral: boolean;
    };

/** The parts of the content to which an attestation may be limited. */
export const attestedContents = ['publications', 'educationOutsideChsi'] as const;

/** The parts of the content to which the delivery of a paper may be limited. */
export const deliveredContents = ['papers', 'books', 'examination', 'educationOutsideChsi', 'honours'] as const;

/** A place for a handwritten signature or a seal on a paper (DL-2.3.1-g). */
export type SignatureSlot = { readonly key: string; readonly name: Text };

/**
 * How a material is checked: `required` in the content before submission, `attested` by a named person through a check with its clause, `delivered`
 * on paper, `shown` as guidance, or `mustNotBeDemanded`.
 */
export type MaterialCheck =
  | ({ readonly kind: 'required' } & ContentRule)
  | {
      readonly kind: 'attested';
      readonly by: Role;
      /** Concerns only those with such content. */
      readonly concerns?: (typeof attestedContents)[number];
    }
  | {
      readonly kind: 'delivered';
      readonly signed?: readonly SignatureSlot[];
      /** Concerns only those with such content. */
      readonly only?: (typeof deliveredContents)[number];
    }
  | { readonly kind: 'shown' }
  | { readonly kind: 'mustNotBeDemanded'; readonly demands: readonly string[] };

/** When the service prints a paper, and which of its columns stay empty. */
export type Printing = {
  readonly document: DocumentKind;
  /** `draft`: at any time; `submitted`: once something was submitted; else once this stage was passed. */
  readonly after: 'draft' | 'submitted' | { readonly passed: string };
  readonly blank?: readonly string[];
};

/** One printed rule about material: the document, the copies, its place in the dossier, who supplies it, and how it is checked. */
export type MaterialRule = {
  readonly key: string;
  readonly name: Text;
  readonly clause: string;
  readonly readings?: readonly string[];
  readonly when?: Condition;
  readonly suppliedBy: Supplier;
  readonly copies?: number;
  /** How many of the copies are bound into the dossier. */
  readonly bound?: number;
  /** The place in the dossier: `1.2` is the second document of part 1. */
  readonly place?: string;
  readonly check: MaterialCheck;
  readonly prints?: Printing;
};

/** The databases in which a publication can be looked up (DL-1.8-a, DL-1.8-b, LN-6.4-b). */
export const databases = ['pressAdministration', 'wanfang', 'cnki', 'vip', 'publicityPublications'] as const;

/**
 * The scope in which a notice forbids reuse of an achievement: `samePersonPassed` in an earlier application of the same person that passed
 * (LYG-2.2-d), `anyone` in another year or by another applicant (LN-5.2.3-a).
 */
export const reuseScopes = ['samePersonPassed', 'anyone'] as const;
type ReuseScope = (typeof reuseScopes)[number];

/** The rule of a notice against the reuse of an achievement. */
export type ReuseRule = {
  readonly among: ReuseScope;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};
