import { describe, expect, test } from 'vitest';
import { eligibilityProblems } from '../../../config/programme-checks/eligibility-problems.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';

describe('the rules of applying as data', () => {
  test.each([dalian2024, lianyungang2024, liaoningDiit2024])('are right as a whole in $id', (programme) => {
    expect(eligibilityProblems(programme)).toEqual([]);
  });

  test.each([dalian2024, lianyungang2024, liaoningDiit2024])(
    'leave to the timeline of $id every date that may move: LN-4.1-a, LYG-2.2-a, LYG-2.2-c, DL-2.2.1-b',
    ({ eligibility, materials = [] }) => {
      const said = [...eligibility.map(({ message }) => message), ...materials.map(({ name }) => name)];
      for (const { zh, en } of said) expect(`${zh} ${en}`).not.toMatch(/20\d\d年\d+月|20\d\d-\d\d-\d\d/);
      const rooms = eligibility.filter(({ message }) => /\{/.test(message.zh + message.en));
      expect(rooms.every(({ requires }) => 'cutOff' in requires)).toBe(true);
    },
  );

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
