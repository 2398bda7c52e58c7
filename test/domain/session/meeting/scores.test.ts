import { describe, expect, it } from 'vitest';
import { averageOf, averagesOf, outliersOf, type Score } from '../../../../domain/session/meeting/scores.ts';

const scores = (kind: Score['kind'], points: readonly number[]): Score[] =>
  points.map((each, place) => ({ expert: `expert-${place + 1}`, kind, points: each }));

describe('the scores of an application (LN-7-d to -f)', () => {
  it('are averaged half up', () => {
    expect(averageOf([])).toBeNull();
    expect(averageOf([8000, 8001])).toBe(8001);
    expect(averageOf([8000, 8000, 8001])).toBe(8000);
    expect(averageOf([8000, 8001, 8001])).toBe(8001);
  });

  it('make the composite score from the averages by the weights of the hearing', () => {
    const all = [...scores('quantified', [7900, 8100]), ...scores('defence', [9000, 9000])];
    expect(averagesOf(all, { weights: { quantified: 60, defence: 40 } })).toEqual({
      quantified: 8000,
      defence: 9000,
      composite: 8400,
    });
    expect(averagesOf(all, { weights: { quantified: 75, defence: 25 } }).composite).toBe(8250);
    expect(averagesOf(all, null).composite).toBeNull();
    expect(averagesOf(scores('quantified', [8000]), { weights: { quantified: 60, defence: 40 } })).toEqual({
      quantified: 8000,
      defence: null,
      composite: null,
    });
  });

  it('stand out where they lie more than 20 points from the median of their kind', () => {
    const far = outliersOf([...scores('quantified', [8000, 8200, 8100, 6099, 6100]), ...scores('defence', [1000])]);
    expect(far).toEqual([]);
    expect(outliersOf(scores('quantified', [8000, 8200, 8100, 5999, 8150]))).toEqual([
      { expert: 'expert-4', kind: 'quantified', points: 5999 },
    ]);
    expect(outliersOf(scores('defence', [5000, 9001]))).toHaveLength(2);
    expect(outliersOf(scores('defence', [5000, 9000]))).toEqual([]);
  });
});
