import type { Condition } from './condition.ts';
import type { DocumentKind } from './materials.ts';

/** Where on a paper the words of a programme stand. */
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

/** What of an application words may name in braces: `{name}`. */
export const wordFields = ['name', 'unit', 'series', 'specialty', 'level', 'year', 'meeting', 'until', 'ways'] as const;
export type WordField = (typeof wordFields)[number];

/** Words that a notice has printed on a paper, by the rules that print them, quoted (LN-A1-a, DL-2.3.1-f): no paper prints those of another notice. */
export type PaperWords = {
  readonly on: DocumentKind;
  readonly place: PaperPlace;
  readonly says: string;
  readonly clauses: readonly string[];
  /** Whose papers have them, where not everybody’s. */
  readonly when?: Condition;
};

/** What a programme asks a unit's publicity document to say. */
export const paperDemands = ['meeting', 'contact', 'lastDay', 'summaries', 'contents'] as const;

/** One printed point of a publicity document, which is refused by its own rule where it is not kept (LN-A1-a to LN-A1-g, DL-2.2.2-f). */
export type PaperRule = { readonly asks: (typeof paperDemands)[number]; readonly clause: string };

/** The template of a notice, and its points in printed order (LN-5.4-b, DL-2.2.2-f). */
export type PaperTemplate = { readonly clauses: readonly string[]; readonly points: readonly PaperRule[] };
