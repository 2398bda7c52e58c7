import type { Condition, Level, Role } from '../facts.ts';
import type { Text } from '../text.ts';
import type { databases } from './content.ts';

/** Who brings a material or answers for it. */
export const suppliers = ['applicant', 'unit', 'authority', 'committeeOffice', 'system'] as const;
export type Supplier = (typeof suppliers)[number];

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

/** So many conditions of a list must be met: "2 of 1 to 5" (LN-3-b, model.md 8.4). */
export type ConditionGroup = { readonly from: readonly string[]; readonly least: number };

/** What is looked at in the content; each is one function of `content-checks.ts` or `achievement-checks.ts`. */
export type ContentRule =
  | { readonly of: 'summary' }
  | { readonly of: 'parts' }
  | { readonly of: 'gregorianDates' }
  | { readonly of: 'highestEducation' }
  | { readonly of: 'educationReport'; readonly months: number }
  | { readonly of: 'continuingEducation'; readonly certificate?: boolean }
  | { readonly of: 'photo'; readonly months?: number }
  | { readonly of: 'statement'; readonly characters: Readonly<Record<Level, number>>; readonly leastPercent: number }
  | { readonly of: 'pledge'; readonly version?: string; readonly text?: string }
  | { readonly of: 'secrets' }
  | { readonly of: 'cover'; readonly fields: readonly ('series' | 'specialty' | 'level')[]; readonly always?: boolean }
  | { readonly of: 'examination' }
  | { readonly of: 'attachment'; readonly kind: string }
  | { readonly of: 'achievements' }
  | { readonly of: 'paper' }
  | { readonly of: 'cutOff'; readonly cutOff: string }
  | { readonly of: 'afterCurrentTitle' }
  | { readonly of: 'formalDate' }
  | { readonly of: 'publicationDate' }
  | { readonly of: 'searchPage' }
  | { readonly of: 'retrieval'; readonly databases: readonly (typeof databases)[number][]; readonly least: number }
  | { readonly of: 'searchCertificate' }
  | { readonly of: 'contribution' }
  | { readonly of: 'evidenceChain' }
  | { readonly of: 'roleShown' }
  | { readonly of: 'awardClass' }
  | { readonly of: 'relation' }
  | { readonly of: 'representative' }
  | { readonly of: 'monthAndRole' }
  | { readonly of: 'mapped' }
  | {
      readonly of: 'conditions';
      readonly groups: readonly ConditionGroup[];
      readonly oneWorkForSeveral: boolean;
    };

/** Something signed or sealed by hand that a paper must carry (DL-2.3.1-g). */
export type SignatureSlot = { readonly key: string; readonly name: Text };

/**
 * How a material is looked at: `required` in the content before it is sent, `attested` by a named person's act, `delivered` on paper,
 * `shown` as guidance, or not to be demanded by anyone.
 */
export type MaterialCheck =
  | ({ readonly kind: 'required' } & ContentRule)
  | {
      readonly kind: 'attested';
      readonly by: Role;
      readonly act: 'review' | 'handover' | 'publicity';
      /** Concerns only those with such content. */
      readonly concerns?: 'publications' | 'educationOutsideChsi';
    }
  | { readonly kind: 'delivered'; readonly signed?: readonly SignatureSlot[] }
  | { readonly kind: 'shown' }
  | { readonly kind: 'mustNotBeDemanded'; readonly demands: readonly string[] };

/** When the service prints a paper, and which of its columns stay empty. */
export type Printing = {
  readonly document: DocumentKind;
  /** `draft`: at any time; `submitted`: once something was submitted; else once this stage was passed. */
  readonly after: 'draft' | 'submitted' | { readonly passed: string };
  readonly blank?: readonly string[];
};

/** One printed rule about material: what, how many copies, where in the dossier, from whom, and how it is looked at. */
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
  /** The place in the dossier, in printed order: `1.2` is the second of part 1. */
  readonly place?: string;
  readonly check: MaterialCheck;
  readonly prints?: Printing;
};
