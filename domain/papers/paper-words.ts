import { applies } from '../programme/condition.ts';
import type { ApplicantFacts } from '../programme/facts.ts';
import { type PaperWords, type WordField, wordFields } from '../programme/materials/papers.ts';

/** The printed texts on the papers of one applicant, in printed order; none where the programme prints none. */
export const paperWords = (words: readonly PaperWords[] | undefined, facts: ApplicantFacts): readonly PaperWords[] =>
  (words ?? []).filter(({ when }) => applies(when, facts));

/** A printed text with its fields filled in; an unknown value stays empty. */
export const filledIn = (says: string, values: Readonly<Partial<Record<WordField, string>>>): string =>
  wordFields.reduce((filled, field) => filled.replaceAll(`{${field}}`, () => values[field] ?? ''), says);
