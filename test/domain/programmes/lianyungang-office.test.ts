import { describe, expect, test } from 'vitest';
import { noticesFor } from '../../../domain/lifecycle/notices/notifications.ts';
import {
  courier,
  ground,
  lianyungangLife,
  meeting,
  planFor,
  prelim,
  seniorCourier,
  untilArrived,
  untilResult,
  untilSession,
} from '../../lives/lianyungang.ts';
import { reason } from '../../lives/life.ts';

describe('the re-check by the committee office (L5)', () => {
  test('LYG-4.4-a: nobody is publicised or reviewed whom the committee office has not re-checked', () => {
    const life = lianyungangLife().run(untilArrived);
    expect(life.stage).toBe('OFFICE_RECHECK');
    for (const name of ['postPublicity', 'recordResult'])
      expect(life.refused('2024-06-25', 'committeeOffice', name).clauses).toContain('LYG-4.4-a');
    life.do('2024-06-25', 'committeeOffice', 'pass');
    expect(life.stage).toBe('PRE_REVIEW_PUBLICITY');
  });

  test('LYG-4.4-b: it goes back on one of the three printed grounds, and on no other', () => {
    const life = lianyungangLife().run(untilArrived);
    expect(life.refused('2024-06-25', 'committeeOffice', 'return', ground('dislike', 'a'))).toMatchObject({
      code: 'CHOICE_UNKNOWN',
      clauses: ['LYG-4.4-b'],
      details: { choices: ['conditionsOrProcedure', 'outOfScope', 'delegationBreached'] },
    });
  });

  test.each([
    [undefined, 'PRELIMINARY_REVIEW'],
    ['PRELIMINARY_REVIEW', 'PRELIMINARY_REVIEW'],
    ['UNIT_REVIEW', 'UNIT_REVIEW'],
  ])(
    'LYG-4.4-b: conditions or procedure not met: back along the channel (%s), as the same application',
    (to, stage) => {
      const life = lianyungangLife().run(untilArrived);
      life.do('2024-06-25', 'committeeOffice', 'return', {
        ...ground('conditionsOrProcedure', 'seal'),
        ...(to ? { to } : {}),
      });
      expect(life.stage).toBe(stage);
      expect(life.case.ended).toBeNull();
      expect(life.case.deficiencies).toMatchObject([{ item: 'seal', stage: 'OFFICE_RECHECK', resolved: false }]);
    },
  );

  test('LYG-4.4-b: the ground of conditions does not lead to a stage outside the channel', () => {
    const life = lianyungangLife().run(untilArrived);
    const data = { ...ground('conditionsOrProcedure', 'seal'), to: 'COMMITTEE_REVIEW' };
    expect(life.refused('2024-06-25', 'committeeOffice', 'return', data)).toMatchObject({
      code: 'CHOICE_UNKNOWN',
      details: { choices: ['PRELIMINARY_REVIEW', 'UNIT_REVIEW'] },
    });
  });

  test.each(['outOfScope', 'delegationBreached'])('LYG-4.4-b: %s ends the application as returned', (choice) => {
    const life = lianyungangLife().run(untilArrived);
    life.do('2024-06-25', 'committeeOffice', 'return', ground(choice, 'scope'));
    expect(life.case.ended).toMatchObject({ outcome: 'RETURNED', deadline: null });
    expect(life.events.at(-1)?.data).toMatchObject({ reason: choice, text: 'text-1' });
  });

  test('LYG-4.4-b: names the right committee with the return as out of scope, and with no other ground', () => {
    const life = lianyungangLife().run(untilArrived);
    const breached = { ...ground('delegationBreached', 'scope'), committee: 'row-54' };
    expect(life.refused('2024-06-25', 'committeeOffice', 'return', breached)).toMatchObject({
      code: 'INVALID_DATA',
      clauses: ['LYG-4.4-b'],
    });
    life.do('2024-06-25', 'committeeOffice', 'return', { ...ground('outOfScope', 'scope'), committee: 'row-54' });
    expect(life.case.ended).toMatchObject({ outcome: 'RETURNED', committee: 'row-54' });
  });

  test('LYG-4.4-b: what had arrived in time and goes back after the period has closed gets days to arrive again (A-46)', () => {
    const life = lianyungangLife().run(untilArrived);
    life.do('2024-07-01', 'committeeOffice', 'return', { ...ground('conditionsOrProcedure', 'seal'), days: 10 });
    expect(life.stage).toBe('PRELIMINARY_REVIEW');
    expect(life.due.acceptance).toBe('2024-07-15');
    life.do('2024-07-15T23:59', 'preliminaryAuthority', 'pass', prelim);
    expect(life.stage).toBe('OFFICE_RECHECK');
    const late = lianyungangLife().run(untilArrived);
    late.do('2024-07-01', 'committeeOffice', 'return', {
      ...ground('conditionsOrProcedure', 'seal'),
      to: 'UNIT_REVIEW',
    });
    expect(late.due.acceptance).toBe('2024-07-08');
    late.pass('2024-07-09T00:00');
    expect(late.stage).toBe('NOT_FILED');
  });

  test.each(['conditionsOrProcedure', 'outOfScope', 'delegationBreached'])(
    'LYG-4.4-b: the applicant is told of a return because of %s',
    (choice) => {
      const life = lianyungangLife().run(untilArrived);
      const { events } = life.do('2024-06-25', 'committeeOffice', 'return', ground(choice, 'scope'));
      const told = noticesFor(events).filter(({ audience }) => audience === 'applicant');
      expect(told.map(({ template }) => template)).toContain('returned');
    },
  );

  test('LYG-4.4-b: sent back while the period is open, the printed end of the period stays', () => {
    const life = lianyungangLife().run(untilArrived);
    life.do('2024-06-21', 'committeeOffice', 'return', { ...ground('conditionsOrProcedure', 'seal'), days: 3 });
    expect(life.due.acceptance).toBe('2024-06-30');
  });
});

describe('the publicity before the review (L6)', () => {
  test('LYG-4.4-d: the committee office posts for five working days, and the review does not open earlier', () => {
    const life = lianyungangLife().run([...untilArrived, ['2024-06-25', 'committeeOffice', 'pass']]);
    const short = life.refused('2024-06-26', 'committeeOffice', 'postPublicity', { lastDay: '2024-07-02' });
    expect(short).toMatchObject({ code: 'PUBLICITY_TOO_SHORT', clauses: ['LYG-4.4-d'] });
    life.do('2024-06-26', 'committeeOffice', 'postPublicity');
    expect(life.due.publicity).toBe('2024-07-03');
    const early = life.refused('2024-07-03T23:59', 'committeeOffice', 'recordResult', { passed: true });
    expect(early.code).toBe('ACTION_NOT_HERE');
    life.pass('2024-07-04T00:00');
    expect(life.stage).toBe('COMMITTEE_REVIEW');
  });

  test('LYG-4.4-d: an objection that is upheld takes this person out before the opening (A-40)', () => {
    const life = lianyungangLife().run([
      ...untilSession.slice(0, -1),
      ['2024-06-27', 'objector', 'recordObjection', { objection: 'o1', named: true }],
      ['2024-06-28', 'committeeOffice', 'concludeObjection', { objection: 'o1', upheld: true, ...reason }],
    ]);
    expect(life.stage).toBe('PRELIM_REJECTED');
  });
});

describe('senior titles that the province reviews (L7S)', () => {
  const untilRechecked = [...untilArrived, ['2024-06-25', 'committeeOffice', 'pass']] as const;

  test('LYG-4.4-e: the committee office, then the city title office, then the report to the province, without a publicity (A-49)', () => {
    const life = lianyungangLife(seniorCourier).run(untilRechecked);
    expect(life.stage).toBe('CITY_TITLE_OFFICE_REVIEW');
    expect(life.refused('2024-06-26', 'committeeOffice', 'consent').code).toBe('NOT_YOURS');
    life.do('2024-06-26', 'cityTitleOffice', 'consent');
    expect(life.refused('2024-06-27', 'cityTitleOffice', 'report').code).toBe('NOT_YOURS');
    life.do('2024-06-27', 'committeeOffice', 'report');
    expect(life.stage).toBe('REFERRED');
    expect(life.plan.stages.map(({ key }) => key)).not.toContain('PRE_REVIEW_PUBLICITY');
  });

  test('LYG-4.4-e: the city title office hands back to the committee office what is not in order', () => {
    const life = lianyungangLife(seniorCourier).run([
      ...untilRechecked,
      ['2024-06-26', 'cityTitleOffice', 'return', { deficiencies: [{ item: 'form', clause: 'LYG-4.4-e' }] }],
    ]);
    expect(life.stage).toBe('OFFICE_RECHECK');
  });

  test('LYG-4.4-e: a senior title that the province left to the city has a session here (A-41)', () => {
    const delegated = { ...courier, series: 'statistics', specialty: 'statistics', committee: 'row-1' };
    const keys = planFor({ ...delegated, level: 'deputySenior' }).stages.map(({ key }) => key);
    expect(keys).toContain('COMMITTEE_REVIEW');
    expect(keys).not.toContain('CITY_TITLE_OFFICE_REVIEW');
  });
});

describe('the session (L8 to L10)', () => {
  test('LYG-5.2-b: the opening is reported ten calendar days before the meeting: by 10-05 for 10-15 (A-24)', () => {
    const life = lianyungangLife().run(untilSession);
    const late = life.refused('2024-10-15', 'committeeOffice', 'recordResult', meeting('2024-10-15', '2024-10-06'));
    expect(late).toMatchObject({
      code: 'NOT_OPENED',
      clauses: ['LYG-5.2-b', 'LYG-5.2-c'],
      readings: ['A-24'],
      details: { reportedOn: '2024-10-06', heldOn: '2024-10-15' },
    });
    life.do('2024-10-15', 'committeeOffice', 'recordResult', meeting('2024-10-15', '2024-10-05'));
    expect(life.stage).toBe('RESULT_PUBLICITY');
  });

  test('LYG-5.2-b: for the last ordinary meeting, 11-30, the report comes by 11-20 (A-24)', () => {
    const life = lianyungangLife().run(untilSession);
    const late = life.refused('2024-11-30', 'committeeOffice', 'recordResult', meeting('2024-11-30', '2024-11-21'));
    expect(late.code).toBe('NOT_OPENED');
    life.do('2024-11-30', 'committeeOffice', 'recordResult', meeting('2024-11-30', '2024-11-20'));
    expect(life.stage).toBe('RESULT_PUBLICITY');
  });

  test('LYG-5.2-c: nobody is reviewed without the consent of the city title office, nor before it', () => {
    const life = lianyungangLife().run(untilSession);
    const { approvedOn: _, ...unapproved } = meeting('2024-10-15', '2024-10-05');
    expect(life.refused('2024-10-15', 'committeeOffice', 'recordResult', unapproved).code).toBe('NOT_OPENED');
    const afterwards = meeting('2024-10-15', '2024-10-05', '2024-10-16');
    expect(life.refused('2024-10-17', 'committeeOffice', 'recordResult', afterwards)).toMatchObject({
      code: 'NOT_OPENED',
      clauses: expect.arrayContaining(['LYG-5.2-c']),
    });
    const thatDay = meeting('2024-10-15', '2024-10-05', '2024-10-15');
    life.do('2024-10-17', 'committeeOffice', 'recordResult', thatDay);
    expect(life.stage).toBe('RESULT_PUBLICITY');
  });

  test('LYG-3.1-a: the review is held by 11-30; later only with a recorded reason', () => {
    const life = lianyungangLife().run(untilSession);
    const late = meeting('2024-12-01', '2024-11-01');
    expect(life.refused('2024-12-01', 'committeeOffice', 'recordResult', late)).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-3.1-a'],
    });
    life.do('2024-12-01', 'committeeOffice', 'recordResult', { ...late, ...reason });
    expect(life.events.find(({ name }) => name === 'resultRecorded')?.data).toMatchObject({ text: 'text-1' });
    const last = lianyungangLife().run(untilSession);
    last.do('2024-11-30', 'committeeOffice', 'recordResult', meeting('2024-11-30', '2024-11-01'));
    expect(last.stage).toBe('RESULT_PUBLICITY');
  });

  test('LYG-3.1-b: no review crosses the year: 12-31 is the last day, with or without a reason', () => {
    const life = lianyungangLife().run(untilSession);
    life.do('2024-12-31', 'committeeOffice', 'recordResult', { ...meeting('2024-12-31', '2024-12-01'), ...reason });
    expect(life.stage).toBe('RESULT_PUBLICITY');
    const crossing = lianyungangLife().run(untilSession);
    crossing.pass('2025-01-01T00:00');
    expect(crossing.case.ended).toMatchObject({ outcome: 'NOT_REVIEWED', deadline: 'calendarYear' });
    crossing.do('2025-01-02', 'committeeOffice', 'acceptLate', reason);
    const late = { ...meeting('2025-01-02', '2024-12-01'), ...reason };
    expect(crossing.refused('2025-01-02', 'committeeOffice', 'recordResult', late)).toMatchObject({
      code: 'WINDOW_CLOSED',
      clauses: ['LYG-3.1-b'],
    });
    const written = { ...meeting('2024-12-30', '2024-12-01'), ...reason };
    crossing.do('2025-01-02', 'committeeOffice', 'recordResult', written);
    expect(crossing.stage).toBe('RESULT_PUBLICITY');
  });

  test('LYG-3.1-b: what the office or the notice board still holds at the end of the year is not reviewed', () => {
    for (const steps of [untilArrived, untilSession.slice(0, -2)]) {
      const life = lianyungangLife().run(steps);
      expect(life.due.calendarYear).toBe('2024-12-31');
      life.pass('2025-01-01T00:00');
      expect(life.stage).toBe('NOT_REVIEWED');
    }
  });

  test('LYG-5.1-b: whoever records a result attests that moral character was judged first', () => {
    const life = lianyungangLife().run(untilSession);
    const unattested = { ...meeting('2024-10-15', '2024-10-05'), checked: [] };
    expect(life.refused('2024-10-15', 'committeeOffice', 'recordResult', unattested)).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['LYG-5.1-b'],
    });
    life.run(untilResult.slice(-1));
    expect(life.events.find(({ name }) => name === 'resultRecorded')?.data).toMatchObject({
      checked: ['characterFirst'],
    });
  });

  test('LYG-5.4-b: fraud or misconduct is a veto, with its reason, whatever the votes', () => {
    const life = lianyungangLife().run(untilSession);
    const vetoed = { ...meeting('2024-10-15', '2024-10-05'), veto: true };
    expect(life.refused('2024-10-15', 'committeeOffice', 'recordResult', vetoed)).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-5.4-b'],
    });
    life.do('2024-10-15', 'committeeOffice', 'recordResult', { ...vetoed, ...reason });
    expect(life.stage).toBe('VETOED');
    expect(life.case.result).toMatchObject({ passed: false });
  });

  test('LYG-5.2-a: acceptance, pre-review, consent to open, and publicity of the result stand in this order, each before the next', () => {
    const keys = planFor(courier).stages.map(({ key }) => key);
    const order = ['PRELIMINARY_REVIEW', 'OFFICE_RECHECK', 'COMMITTEE_REVIEW', 'RESULT_PUBLICITY', 'CERTIFIED'];
    expect(keys.filter((key) => order.includes(key))).toEqual(order);
    const life = lianyungangLife().run(untilResult);
    expect(life.refused('2024-10-16', 'committeeOffice', 'certify', { certificate: 'x' })).toMatchObject({
      code: 'ACTION_NOT_HERE',
      clauses: ['LYG-5.2-a'],
    });
  });

  test('LYG-5.2-a: a person who does not pass is notified, and a day of meeting that has not come is refused', () => {
    const life = lianyungangLife().run(untilSession);
    const ahead = life.refused('2024-10-14', 'committeeOffice', 'recordResult', meeting('2024-10-15', '2024-10-01'));
    expect(ahead.code).toBe('INVALID_DATA');
    const not = { ...meeting('2024-10-15', '2024-10-05'), passed: false };
    life.do('2024-10-15', 'committeeOffice', 'recordResult', not);
    expect(life.stage).toBe('NOT_PASSED');
  });

  test('A-39: the applicant withdraws until the session has decided, and not after', () => {
    const waiting = lianyungangLife().run(untilSession);
    waiting.do('2024-10-01', 'applicant', 'withdraw');
    expect(waiting.stage).toBe('WITHDRAWN');
    const decided = lianyungangLife().run(untilResult);
    expect(decided.refused('2024-10-16', 'applicant', 'withdraw').code).toBe('ACTION_NOT_HERE');
  });
});

describe('the result (L11, L12)', () => {
  test('LYG-5.2-a: the result is posted for five working days, then certified (A-10)', () => {
    const life = lianyungangLife().run(untilResult);
    life.do('2024-10-16', 'committeeOffice', 'postPublicity');
    expect(life.due.publicity).toBe('2024-10-23');
    life.do('2024-10-24', 'committeeOffice', 'certify', { certificate: 'LYG-2024-0001' });
    expect(life.case.ended?.outcome).toBe('CERTIFIED');
    expect(life.events.length).toBeLessThan(40);
  });

  test('LYG-5.4-c: what an objection to the result proves sets it aside', () => {
    const life = lianyungangLife().run([
      ...untilResult,
      ['2024-10-16', 'committeeOffice', 'postPublicity'],
      ['2024-10-17', 'objector', 'recordObjection', { objection: 'o1', named: true }],
      ['2024-10-18', 'committeeOffice', 'concludeObjection', { objection: 'o1', upheld: true, ...reason }],
    ]);
    expect(life.stage).toBe('CANCELLED');
  });

  test('LYG-3.2-a: mid recognition of urgent talent has the stages and the dates of the mid review', () => {
    const urgent = planFor({ ...courier, track: 'urgentTalent' });
    const ordinary = planFor(courier);
    expect(urgent.stages.map(({ key }) => key)).toEqual(ordinary.stages.map(({ key }) => key));
    expect(urgent.stages.map(({ deadlines }) => deadlines)).toEqual(ordinary.stages.map(({ deadlines }) => deadlines));
    expect(urgent.timeline.windows).toEqual(ordinary.timeline.windows);
  });
});

describe('after the preliminary review, and after the end', () => {
  test('has the re-check made by somebody else than who passed the preliminary review', () => {
    const life = lianyungangLife().run(untilArrived);
    const pass = life.command(['2024-06-25', 'committeeOffice', 'pass']);
    const same = { person: 'preliminaryAuthority', role: 'committeeOffice' } as const;
    expect(life.refusalOf({ ...pass, by: same })).toMatchObject({ code: 'SAME_REVIEWER' });
    life.send(pass);
    expect(life.stage).toBe('PRE_REVIEW_PUBLICITY');
  });

  test('LYG-3.1-a: holds no meeting before the application reached the committee', () => {
    const life = lianyungangLife().run(untilSession);
    const early = meeting('2024-07-03', '2024-06-20');
    expect(life.refused('2024-10-15', 'committeeOffice', 'recordResult', early)).toMatchObject({
      code: 'INVALID_DATA',
      clauses: expect.arrayContaining(['LYG-3.1-a']),
    });
  });

  test('takes a request for a recheck of who did not pass (A-10)', () => {
    const failed = { ...meeting('2024-10-15', '2024-10-05'), passed: false };
    const life = lianyungangLife().run([...untilSession, ['2024-10-15', 'committeeOffice', 'recordResult', failed]]);
    expect(life.stage).toBe('NOT_PASSED');
    life.do('2024-10-20', 'applicant', 'requestRecheck', { reason: 'recorded' });
    life.do('2024-10-25', 'committeeOffice', 'concludeRecheck', { upheld: true, reason: 'recorded' });
    expect(life.stage).toBe('COMMITTEE_REVIEW');
  });
});
