import { describe, expect, test } from 'vitest';
import { eligibilityProblems } from '../../config/eligibility-problems.ts';
import { dalian2024 } from '../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../config/programmes/liaoning-diit-2024/index.ts';

describe('the rules of applying as data', () => {
  test.each([dalian2024, lianyungang2024, liaoningDiit2024])('are right as a whole in $id', (programme) => {
    expect(eligibilityProblems(programme)).toEqual([]);
  });

  test('do not count up to a day that the timeline lacks for a series', () => {
    const timeline = { ...lianyungang2024.timeline, cutOffs: [] };
    expect(eligibilityProblems({ ...lianyungang2024, timeline })).toContain(
      'seniority counts up to seniority, which is no cut-off of every series',
    );
  });

  test('say who attests what is only attested', () => {
    const rules = dalian2024.eligibility.map(({ attestedBy: _who, ...rule }) => rule);
    expect(eligibilityProblems({ ...dalian2024, eligibility: rules })).toContain(
      'yearInTheCity does not say who attests it',
    );
  });
});
