import { clauseSatisfied } from '../clause.ts';

/** Whether this is a score in hundredths of a point, 0.00 to 100.00 (LN-7-d). */
export const isScore = (hundredths: number): boolean =>
  clauseSatisfied('LN-7-d', Number.isInteger(hundredths) && hundredths >= 0 && hundredths <= 10_000);

type Parts = { readonly quantified: number; readonly defence: number };

/** The composite score in hundredths, half up, from scores in hundredths and weights in per cent (LN-7-e, LN-7-f). */
export function compositeScore(weights: Parts, scores: Parts): number {
  return Math.floor((weights.quantified * scores.quantified + weights.defence * scores.defence + 50) / 100);
}
