import type { Condition } from '../condition.ts';
import type { DocumentKind } from './materials.ts';

/** The places on a paper at which a programme can print a text. */
export const paperPlaces = [
  'title',
  'note',
  'photo',
  'remarks',
  'proof',
  'pledgesTitle',
  'applicantPledge',
  'unitPledge',
  'unitReview',
  'label',
  'preamble',
  'column',
  'achievementsNote',
  'objections',
  'unitName',
] as const;
export type PaperPlace = (typeof paperPlaces)[number];

/** The fields that a printed text can name in braces: `{name}`. */
export const wordFields = ['name', 'unit', 'series', 'specialty', 'level', 'year', 'meeting', 'until', 'ways'] as const;
export type WordField = (typeof wordFields)[number];

/**
 * A text that a notice requires on a paper, quoted, with the rules that print it (LN-A1-a, DL-2.3.1-f); a paper never has texts of another notice.
 */
export type PaperWords = {
  readonly on: DocumentKind;
  readonly place: PaperPlace;
  readonly says: string;
  readonly clauses: readonly string[];
  /** The applicants on whose papers it appears; all when omitted. */
  readonly when?: Condition;
};

/** The requirements that a programme can set for a unit's publicity document. */
export const paperDemands = ['meeting', 'contact', 'lastDay', 'summaries', 'contents'] as const;

/** One printed requirement for a publicity document; a document that violates it is refused by its clause (LN-A1-a to LN-A1-g, DL-2.2.2-f). */
export type PaperRule = { readonly asks: (typeof paperDemands)[number]; readonly clause: string };

/** The template of a notice with its requirements in printed order (LN-5.4-b, DL-2.2.2-f). */
export type PaperTemplate = { readonly clauses: readonly string[]; readonly points: readonly PaperRule[] };
