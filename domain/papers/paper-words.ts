import { applies } from '../programme/condition.ts';
import type { ApplicantFacts } from '../programme/facts.ts';
import { type PaperWords, type WordField, wordFields } from '../programme/materials/papers.ts';

/** The printed texts on the papers of one applicant, in printed order; none where the programme prints none. */
export const paperWords = (words: readonly PaperWords[] | undefined, facts: ApplicantFacts): readonly PaperWords[] =>
  (words ?? []).filter(({ when }) => applies(when, facts));

/** Fields whose values may bring the word that the text prints behind them: 总经理办公会议 before 会议, 工程类专业 before 专业. */
const mayRepeat: readonly WordField[] = ['meeting', 'specialty'];

/** A printed text with its fields filled in; an unknown value stays empty, and a word that a value shares with the text stands there once. */
export const filledIn = (says: string, values: Readonly<Partial<Record<WordField, string>>>): string =>
  wordFields.reduce((filled, field) => {
    const [first = '', ...rest] = filled.split(`{${field}}`);
    const value = values[field] ?? '';
    return rest.reduce((text, next) => text + (mayRepeat.includes(field) ? before(value, next) : value) + next, first);
  }, says);

/** A value without the longest end with which the text goes on. */
function before(value: string, next: string): string {
  for (let at = Math.max(0, value.length - next.length); at < value.length; at += 1)
    if (next.startsWith(value.slice(at))) return value.slice(0, at);
  return value;
}
