import type { HearingRule } from '../../programme/stages/stages.ts';
import { compositeScore } from '../../stages/composite-score.ts';

/** What a sheet scores: the achievements by points, or the defence. */
export const sheetKinds = ['quantified', 'defence'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** A sheet that counts: the newest of one expert for one application, in hundredths of a point. */
export type Score = { readonly expert: string; readonly kind: SheetKind; readonly points: number };

/** The averages of the sheets of an application and its composite score, in hundredths; null where there are no sheets, or no weights. */
export type Averages = {
  readonly quantified: number | null;
  readonly defence: number | null;
  readonly composite: number | null;
};

/** The average of scores in hundredths, half up; null where there is none. */
export function averageOf(points: readonly number[]): number | null {
  if (points.length === 0) return null;
  const sum = points.reduce((total, each) => total + each, 0);
  return Math.floor((2 * sum + points.length) / (2 * points.length));
}

/** What the sheets of one application come to: the averages, and by the weights of its hearing the composite score (LN-7-d to -f). */
export function averagesOf(scores: readonly Score[], hearing: Pick<HearingRule, 'weights'> | null): Averages {
  const of = (kind: SheetKind) => averageOf(scores.filter((each) => each.kind === kind).map(({ points }) => points));
  const quantified = of('quantified');
  const defence = of('defence');
  const weights = hearing?.weights;
  const composite =
    weights && quantified !== null && defence !== null ? compositeScore(weights, { quantified, defence }) : null;
  return { quantified, defence, composite };
}

/** How far from the median a score lies when the chair is told of it: more than 20 points. */
const outlierAbove = 2_000;

/** The scores of one application that lie far from the median of their kind. */
export function outliersOf(scores: readonly Score[]): readonly Score[] {
  return sheetKinds.flatMap((kind) => {
    const mine = scores.filter((each) => each.kind === kind);
    const twiceMedian = twiceMedianOf(mine.map(({ points }) => points));
    return mine.filter(({ points }) => Math.abs(2 * points - twiceMedian) > 2 * outlierAbove);
  });
}

/** Twice the median, which is a whole number also where the median is none. */
function twiceMedianOf(points: readonly number[]): number {
  const sorted = points.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return low + high;
}
