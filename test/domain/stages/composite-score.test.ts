import { describe, expect, test } from 'vitest';
import { compositeScore, isScore } from '../../../domain/stages/composite-score.ts';

describe('the composite score', () => {
  test.each([
    [0, true],
    [10_000, true],
    [10_001, false],
    [-1, false],
    [85.5, false],
  ])('LN-7-d: of %s hundredths is one of 100 points at most: %s', (hundredths, expected) => {
    expect(isScore(hundredths)).toBe(expected);
  });

  test.each([
    [{ quantified: 60, defence: 40 }, { quantified: 8_000, defence: 9_000 }, 8_400],
    [{ quantified: 60, defence: 40 }, { quantified: 10_000, defence: 10_000 }, 10_000],
    [{ quantified: 75, defence: 25 }, { quantified: 8_000, defence: 9_000 }, 8_250],
    [{ quantified: 75, defence: 25 }, { quantified: 8_333, defence: 7_777 }, 8_194],
    [{ quantified: 75, defence: 25 }, { quantified: 8_334, defence: 7_776 }, 8_195],
  ])('by the weights %j of the scores %j is %i, half a hundredth up', (weights, scores, composite) => {
    expect(compositeScore(weights, scores)).toBe(composite);
  });
});
