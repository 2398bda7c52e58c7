import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { compile } from '../../../domain/case/plan/compile.ts';
import { arrivalWarnings, timeFindings, tooLateToBegin } from '../../../domain/eligibility/in-time.ts';
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { senior } from '../../lives/dalian.ts';
import { courier, designee } from '../../lives/lianyungang.ts';
import { economist, engineer } from '../../lives/life.ts';

type Case = readonly [
  programme: Programme,
  facts: ApplicantFacts,
  clause: string,
  first: string,
  last: string,
  after: string,
];

const cases: readonly Case[] = [
  [dalian2024, senior, 'DL-2.1.1-a', '2024-06-03', '2024-06-28', '2024-06-29'],
  [lianyungang2024, courier, 'LYG-7-b', '2024-06-01', '2024-06-30', '2024-07-01'],
  [lianyungang2024, designee, 'LYG-7-g', '2024-05-01', '2024-12-31', '2025-01-01'],
  [liaoningDiit2024, engineer, 'LN-4.3-a', '2024-07-01', '2024-07-31', '2024-08-01'],
  [liaoningDiit2024, economist, 'LN-4.3-b', '2024-08-12', '2024-08-30', '2024-08-31'],
];

describe.each(cases)('the time for applying', (programme, facts, clause, first, last, after) => {
  const plan = compile(programme, facts, calendar);
  const outcomes = (asOf: string) => timeFindings(plan, asOf).map((each) => [each.clause, each.outcome]);

  test(`${clause}: in ${programme.id} from ${first} to ${last}; on ${after} the answer is no`, () => {
    expect(outcomes(first)).toEqual([[clause, 'met']]);
    expect(outcomes(last)).toEqual([[clause, 'met']]);
    expect(outcomes(after)).toEqual([[clause, 'notMet']]);
    expect(tooLateToBegin(plan, last)).toBeNull();
    expect(tooLateToBegin(plan, after)).toMatchObject({ code: 'WINDOW_CLOSED', clauses: [clause] });
  });
});

describe('a submission that can no longer arrive', () => {
  test.each([
    ['DL-2.2.2-c', dalian2024, senior, '2024-06-20', '2024-06-21', '2024年6月20日'],
    ['LYG-4.2-c', lianyungang2024, courier, '2024-06-20', '2024-06-29', '2024年6月2'],
    ['LN-5.4-c', liaoningDiit2024, engineer, '2024-07-23', '2024-07-24', '2024年7月23日'],
  ] as const)('%s: is warned of before it is sent (A-07, A-46)', (clause, programme, facts, inTime, late, day) => {
    const plan = compile(programme, facts, calendar);
    expect(arrivalWarnings(plan, inTime)).toEqual([]);
    const [warning] = arrivalWarnings(plan, late);
    expect(warning).toMatchObject({ code: 'TOO_LATE_TO_ARRIVE', clauses: expect.arrayContaining([clause]) });
    expect(warning?.message.zh).toContain(day);
  });

  test('DL-2.2.2-c: in Dalian the warning says that a publicity held before can be recorded (A-07)', () => {
    const [warning] = arrivalWarnings(compile(dalian2024, senior, calendar), '2024-06-26');
    expect(warning?.message.zh).toContain('由单位登记公示时间和公示文件');
    expect(warning?.readings).toContain('A-07');
  });

  test('is not warned of where the window is over, which is said instead', () => {
    expect(arrivalWarnings(compile(liaoningDiit2024, engineer, calendar), '2024-08-01')).toEqual([]);
  });
});
