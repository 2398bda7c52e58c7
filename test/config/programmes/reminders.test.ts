import { describe, expect, test } from 'vitest';
import { programmeProblems } from '../../../config/programme-checks/programme-problems.ts';
import { programmeSchema } from '../../../config/programme-schema/programme-schema.ts';
import { dalian2024 as dalian } from '../../../config/programmes/dalian-2024/index.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { ReminderRule } from '../../../domain/programme/stages/deadlines.ts';
import type { StageDef } from '../../../domain/programme/stages/stages.ts';

const problems = (programme: Programme) => programmeProblems(programme, () => true);

/** Liaoning with other reminders of the stamped page. */
const reminding = (reminders: readonly ReminderRule[]): Programme => ({
  ...liaoning,
  stages: liaoning.stages.map((stage) => ({
    ...stage,
    deadlines: (stage.deadlines ?? []).map((each) => (each.key === 'stampedPage' ? { ...each, reminders } : each)),
  })),
});
const rule: ReminderRule = { workingDaysBefore: [2, 1], to: ['committeeOffice'], clauses: ['LN-4.3-d'] };
const fits = (programme: Programme) => programmeSchema.safeParse(programme).success;

describe('the reminders of a programme', () => {
  test('LN-4.3-d: are days in falling order, for somebody', () => {
    expect(fits(reminding([rule]))).toBe(true);
    for (const workingDaysBefore of [[1, 2], [1, 1], [0], [1.5], []])
      expect(fits(reminding([{ ...rule, workingDaysBefore }])), String(workingDaysBefore)).toBe(false);
    expect(fits(reminding([{ ...rule, to: [] }]))).toBe(false);
  });

  test('LN-4.3-d: are for roles that have an office on the path', () => {
    expect(problems(reminding([rule]))).toEqual([]);
    const nobody = reminding([{ ...rule, to: ['cityTitleOffice'] }]);
    expect(problems(nobody)).toContain(
      'no office acts as cityTitleOffice for engineering deputySenior of provincialUniversity',
    );
  });

  test('LN-4.3-d: name clauses that exist', () => {
    const wrong = reminding([{ ...rule, clauses: ['LN-99'] }]);
    expect(programmeProblems(wrong, (id) => id !== 'LN-99')).toEqual(['no clause LN-99']);
  });

  test('DL-2.1.3-b: of a day without a deadline count from a window that the timeline has (A-48)', () => {
    const towards = (window: string): Programme => ({
      ...dalian,
      stages: dalian.stages.map(
        (stage): StageDef =>
          stage.alarms
            ? { ...stage, alarms: stage.alarms.map((each) => ({ ...each, rule: { kind: 'windowClose', window } })) }
            : stage,
      ),
    });
    expect(problems(towards('session'))).toEqual([]);
    expect(problems(towards('never'))[0]).toMatch(/^window never stands 0 times for /);
  });
});
