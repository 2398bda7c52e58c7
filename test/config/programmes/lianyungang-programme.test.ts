import { describe, expect, test } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { programmeProblems } from '../../../config/programme-checks/programme-problems.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import type { StageDef } from '../../../domain/programme/stages/stages.ts';

const knows = (id: string) => clauses.has(id);
const changed = (change: (stage: StageDef) => StageDef) =>
  programmeProblems({ ...lianyungang2024, stages: lianyungang2024.stages.map(change) }, knows);

describe('the Lianyungang programme of 2024', () => {
  test('is right as a whole', () => {
    expect(programmeProblems(lianyungang2024, knows)).toEqual([]);
  });

  test('has the stages L1 to L12 in their printed order, with correction, designation and the way to the province', () => {
    expect(lianyungang2024.stages.map(({ key }) => key)).toEqual([
      ...['ONLINE_FILING', 'UNIT_REVIEW', 'UNIT_PUBLICITY', 'PRELIMINARY_REVIEW', 'CORRECTION', 'OFFICE_RECHECK'],
      ...['INITIAL_DESIGNATION', 'CITY_TITLE_OFFICE_REVIEW', 'PROVINCIAL_REFERRAL', 'PRE_REVIEW_PUBLICITY'],
      ...['COMMITTEE_REVIEW', 'RESULT_PUBLICITY', 'CERTIFIED'],
    ]);
  });

  test('a second round, a later end and a window kept open must be windows of the timeline', () => {
    const round = changed((stage) =>
      stage.kind === 'review' && stage.key === 'INITIAL_DESIGNATION' && stage.pass.gate
        ? { ...stage, pass: { ...stage.pass, gate: { ...stage.pass.gate, orWindow: 'thirdRound' } } }
        : stage,
    );
    expect(round.some((problem) => problem.startsWith('window thirdRound stands 0 times'))).toBe(true);
    const later = changed((stage) =>
      stage.kind === 'session' && stage.heldWithin
        ? { ...stage, heldWithin: { ...stage.heldWithin, withReason: { window: 'nextYear', clauses: [] } } }
        : stage,
    );
    expect(later.some((problem) => problem.startsWith('window nextYear stands 0 times'))).toBe(true);
    const open = changed((stage) =>
      stage.kind === 'review' && stage.return?.period?.extends
        ? { ...stage, return: { ...stage.return, period: { ...stage.return.period, extends: 'never' } } }
        : stage,
    );
    expect(open.some((problem) => problem.startsWith('window never stands 0 times'))).toBe(true);
  });
});
