import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/case/commands/commands.ts';
import { implausibleDay } from '../../../domain/case/commands/plausible-days.ts';
import { availableActions } from '../../../domain/lifecycle/available-actions.ts';
import { instant, Life, reason, untilPosted, untilSubmitted, untilUploaded } from '../../lives/life.ts';

const named = { objection: 'o1', named: true } as const;

describe('a publicity', () => {
  test.each([
    ['2024-07-10T00:00', '2024-07-17'],
    ['2024-07-10T23:59:59.999', '2024-07-17'],
    ['2024-07-13', '2024-07-19'],
    ['2024-06-06', '2024-06-14'],
  ])('LN-5.4-c: posted on %s lasts 5 full working days after the posting day, to %s', (posted, last) => {
    const life = new Life().run([
      ['2024-06-01', 'applicant', 'submit'],
      ['2024-06-02', 'unitHr', 'agree'],
      ['2024-06-03', 'unitAssessmentGroup', 'select'],
      [posted, 'unitHr', 'postPublicity'],
    ]);
    expect(life.due.publicity).toBe(last);
  });

  test.each(['2024-07-16', '2024-07-10', '2024-02-30', 'later'])('LN-5.4-c: a last day of %s is refused', (lastDay) => {
    const life = new Life().run(untilPosted.slice(0, 3));
    expect(life.refused('2024-07-10', 'unitHr', 'postPublicity', { lastDay })).toMatchObject({
      code: 'PUBLICITY_TOO_SHORT',
      clauses: ['LN-5.4-c', 'LN-5.4-d'],
      details: { earliestLastDay: '2024-07-17' },
    });
  });

  test('LN-5.4-c: a longer one is allowed and lasts as long as was posted', () => {
    const life = new Life().run(untilPosted.slice(0, 3));
    life.do('2024-07-10', 'unitHr', 'postPublicity', { lastDay: '2024-07-22' });
    expect(life.refused('2024-07-22', 'applicant', 'submit').code).toBe('ACTION_NOT_HERE');
    life.do('2024-07-23', 'applicant', 'submit');
    expect(life.stage).toBe('ONLINE_REVIEW');
  });

  test('LN-5.4-c: is posted once', () => {
    const life = new Life().run(untilPosted);
    expect(life.refused('2024-07-11', 'unitHr', 'postPublicity').code).toBe('ACTION_NOT_HERE');
  });
});

describe('a mistyped date', () => {
  const typed = (lastDay: string) => ['2024-07-10', 'unitHr', 'postPublicity', { lastDay }] as const;
  const correct = (life: Life, day: string, lastDay: string) =>
    life.do(day, 'unitHr', 'correctPublicity', { lastDay, ...reason });

  test.each(['2042-10-16', '2026-01-01', '0204-07-17'])('LN-5.4-c: a last day of %s is refused', (lastDay) => {
    const life = new Life().run(untilPosted.slice(0, 3));
    expect(life.refused(...typed(lastDay)).code).toMatch(/INVALID_DATA|PUBLICITY_TOO_SHORT/);
  });

  test('is warned of where the publicity lasts much longer than printed', () => {
    const life = new Life().run(untilPosted.slice(0, 3));
    expect(life.do(...typed('2024-12-16')).warnings.map(({ code }) => code)).toContain('LONG_PUBLICITY');
  });

  test('LN-5.4-c: is corrected with a reason, and the publicity then ends on the new day', () => {
    const life = new Life().run([...untilPosted.slice(0, 3), typed('2024-12-16')]);
    correct(life, '2024-07-12', '2024-07-18');
    expect(life.due.publicity).toBe('2024-07-18');
    life.do('2024-07-19', 'applicant', 'submit');
    expect(life.stage).toBe('ONLINE_REVIEW');
  });

  test('LN-5.4-c: is corrected to no day before the fifth working day, nor to one that is over', () => {
    const life = new Life().run([...untilPosted.slice(0, 3), typed('2024-12-16')]);
    for (const [day, lastDay, earliest] of [
      ['2024-07-12', '2024-07-16', '2024-07-17'],
      ['2024-07-25', '2024-07-24', '2024-07-25'],
    ] as const)
      expect(life.refused(day, 'unitHr', 'correctPublicity', { lastDay, ...reason })).toMatchObject({
        code: 'PUBLICITY_TOO_SHORT',
        details: { earliestLastDay: earliest },
      });
  });

  test('LN-A1-e: stays once somebody has objected, and where nothing is posted there is nothing to correct', () => {
    const life = new Life().run([...untilPosted.slice(0, 3), typed('2024-12-16')]);
    life.do('2024-07-12', 'objector', 'recordObjection', named);
    const data = { lastDay: '2024-07-18', ...reason };
    expect(life.refused('2024-07-13', 'unitHr', 'correctPublicity', data).code).toBe('ACTION_NOT_HERE');
    const open = new Life().run(untilPosted.slice(0, 3));
    expect(open.refused('2024-07-10', 'unitHr', 'correctPublicity', data).code).toBe('ACTION_NOT_HERE');
  });

  test.each([
    ['heldOn', '2042-09-20'],
    ['heldOn', '2014-09-20'],
  ])('%s is not %s in a programme of 2024', (field, day) => {
    const refusal = implausibleDay({ year: 2024 }, {
      name: 'recordResult',
      data: { [field]: day },
    } as unknown as Command);
    expect(refusal).toMatchObject({ code: 'INVALID_DATA', errors: [{ path: `/${field}` }] });
    expect(implausibleDay({ year: 2024 }, { name: 'lapse', data: { [field]: day } } as unknown as Command)).toBeNull();
  });
});

describe('an objection', () => {
  test('LN-A1-e: is received until the last day is over', () => {
    const life = new Life().run(untilPosted);
    life.do('2024-07-17T23:59:59.999', 'objector', 'recordObjection', named);
    expect(
      life.refused('2024-07-18T00:00', 'objector', 'recordObjection', { ...named, objection: 'o2' }),
    ).toMatchObject({
      code: 'OBJECTION_LATE',
      clauses: ['LN-5.4-f', 'LN-5.4-g', 'LN-A1-e'],
    });
  });

  test('LN-A1-e: is not received before the posting', () => {
    const life = new Life().run(untilPosted.slice(0, 3));
    expect(life.refused('2024-07-09', 'objector', 'recordObjection', named).code).toBe('ACTION_NOT_HERE');
  });

  test('needs an id of its own', () => {
    const life = new Life().run([...untilPosted, ['2024-07-11', 'objector', 'recordObjection', named]]);
    expect(life.refused('2024-07-12', 'objector', 'recordObjection', named).code).toBe('INVALID_DATA');
    expect(life.refused('2024-07-12', 'objector', 'recordObjection', {}).code).toBe('INVALID_DATA');
  });

  test('LN-5.4-f: with a name keeps the publicity from ending until it is concluded, and the stage counts from then', () => {
    const life = new Life().run([...untilPosted, ['2024-07-11', 'objector', 'recordObjection', named]]);
    expect(life.due).toEqual({ windowClose: '2024-07-31' });
    expect(life.refused('2024-07-20', 'system', 'lapse').code).toBe('NOTHING_DUE');
    expect(life.refused('2024-07-20', 'unitHr', 'concludeObjection', { objection: 'o1', upheld: false }).code).toBe(
      'REASON_MISSING',
    );
    const reply = life.do('2024-07-22T09:00', 'unitHr', 'concludeObjection', {
      objection: 'o1',
      upheld: false,
      ...reason,
    });
    expect(reply.events.map((event) => event.name)).toEqual(['objectionConcluded', 'publicityEnded', 'stageEntered']);
    expect(life.case.stage).toMatchObject({ key: 'ONLINE_REVIEW', enteredAt: instant('2024-07-22T09:00') });
  });

  test('LN-A1-f: without a name is recorded and keeps nothing from ending (A-17)', () => {
    const life = new Life().run([...untilPosted, ['2024-07-11', 'unitHr', 'recordObjection', { objection: 'o1' }]]);
    expect(life.case.objections).toEqual([{ id: 'o1', named: false, item: null, open: true }]);
    life.pass('2024-07-18T00:00');
    expect(life.case).toMatchObject({ stage: { key: 'ONLINE_REVIEW' }, objections: [] });
  });

  test('LN-5.4-g: upheld against an item removes the item, and the application continues', () => {
    const life = new Life().run([
      ...untilPosted,
      ['2024-07-11', 'objector', 'recordObjection', { ...named, item: 'award-1' }],
      ['2024-07-12', 'unitHr', 'concludeObjection', { objection: 'o1', upheld: true, ...reason }],
      ['2024-07-18', 'applicant', 'submit'],
    ]);
    expect(life.case.removedItems).toEqual(['award-1']);
    expect(life.stage).toBe('ONLINE_REVIEW');
  });

  test('LN-5.4-g: upheld against the person ends the application', () => {
    const life = new Life().run([
      ...untilPosted,
      ['2024-07-11', 'objector', 'recordObjection', named],
      ['2024-07-12', 'unitHr', 'concludeObjection', { objection: 'o1', upheld: true, ...reason }],
    ]);
    expect(life.stage).toBe('UNIT_NOT_RECOMMENDED');
  });

  test('LN-5.4-g: the unit removes a disputed item by itself, with a reason', () => {
    const life = new Life().run(untilPosted);
    expect(life.refused('2024-07-11', 'unitHr', 'removeItem', reason).code).toBe('INVALID_DATA');
    expect(life.refused('2024-07-11', 'unitHr', 'removeItem', { item: 'x' }).code).toBe('REASON_MISSING');
    life.do('2024-07-11', 'unitHr', 'removeItem', { item: 'x', ...reason });
    expect(life.case.removedItems).toEqual(['x']);
  });

  test('that nobody made cannot be concluded', () => {
    const life = new Life().run([...untilPosted, ['2024-07-11', 'objector', 'recordObjection', named]]);
    const other = { objection: 'o9', upheld: true, ...reason };
    expect(life.refused('2024-07-12', 'unitHr', 'concludeObjection', other).code).toBe('OBJECTION_UNKNOWN');
  });

  test('LN-4.3-e: still open when the window closes, the application is not filed', () => {
    const life = new Life().run([...untilPosted, ['2024-07-11', 'objector', 'recordObjection', named]]);
    life.pass('2024-08-01T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_FILED', stage: 'UNIT_PUBLICITY', deadline: 'windowClose' });
  });
});

describe('a publicity document found invalid', () => {
  test('LN-5.4-e: goes back to the posting while the window is open, with a new publicity of 5 working days (A-16)', () => {
    const life = new Life().run(untilSubmitted);
    expect(life.refused('2024-07-19', 'committeeOffice', 'invalidatePublicity')).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LN-5.4-e'],
      readings: ['A-16'],
    });
    life.do('2024-07-19', 'committeeOffice', 'invalidatePublicity', reason);
    expect(life.case.stage).toMatchObject({ key: 'UNIT_PUBLICITY', phase: 'open', lastDay: null });
    life.do('2024-07-22', 'unitHr', 'postPublicity');
    expect(life.due.publicity).toBe('2024-07-29');
    life.do('2024-07-30', 'applicant', 'submit');
    expect(life.case.attempts.used).toBe(2);
  });

  test('LN-5.4-e: after the window it is not accepted (A-16)', () => {
    const life = new Life().run([...untilUploaded, ['2024-08-07', 'committeeOffice', 'invalidatePublicity', reason]]);
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_ACCEPTED', deadline: null });
  });

  test('LN-4.3-e: sent back and not filed again by the close, an application once filed is not accepted (A-16)', () => {
    const life = new Life().run([...untilSubmitted, ['2024-07-29', 'committeeOffice', 'invalidatePublicity', reason]]);
    life.pass('2024-08-01T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_ACCEPTED', stage: 'UNIT_PUBLICITY' });
  });

  test('LN-5.4-e: is not found before it is filed', () => {
    const life = new Life().run(untilPosted);
    expect(life.refused('2024-07-11', 'committeeOffice', 'invalidatePublicity', reason).code).toBe('ACTION_NOT_HERE');
  });
});

describe('what stands open', () => {
  test('changes only with time: the publicity ends, and the applicant may submit', () => {
    const life = new Life().run(untilPosted);
    const names = (at: string) => availableActions(life.case, ['applicant'], instant(at)).map((each) => each.name);
    expect(names('2024-07-17T23:59:59.999')).toEqual(['withdraw']);
    expect(names('2024-07-18T00:00')).toEqual(['submit', 'withdraw']);
    expect(names('2024-08-01T00:00')).toEqual([]);
  });

  test('is asked for each role, and labelled in both languages', () => {
    const life = new Life().run(untilSubmitted);
    const office = availableActions(life.case, ['committeeOffice'], instant('2024-07-19'));
    expect(office.map((each) => each.name)).toEqual(['pass', 'return', 'refuse', 'removeItem', 'invalidatePublicity']);
    expect(office[0]?.label).toEqual({ zh: '审核通过', en: 'Pass' });
    expect(availableActions(life.case, ['unitHr', 'auditor'], instant('2024-07-19'))).toEqual([]);
  });
});
