import { describe, expect, test } from 'vitest';
import { compositeScore, isScore } from '../../domain/composite-score.ts';

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
    ['LN-7-e', { quantified: 60, defence: 40 }, { quantified: 8_000, defence: 9_000 }, 8_400],
    ['LN-7-e', { quantified: 60, defence: 40 }, { quantified: 10_000, defence: 10_000 }, 10_000],
    ['LN-7-f', { quantified: 75, defence: 25 }, { quantified: 8_000, defence: 9_000 }, 8_250],
    ['LN-7-f', { quantified: 75, defence: 25 }, { quantified: 8_333, defence: 7_777 }, 8_194],
    ['LN-7-f', { quantified: 75, defence: 25 }, { quantified: 8_334, defence: 7_776 }, 8_195],
  ])('%s: with weights %j of %j is %i, half a hundredth up', (_, weights, scores, composite) => {
    expect(compositeScore(weights, scores)).toBe(composite);
  });
});
