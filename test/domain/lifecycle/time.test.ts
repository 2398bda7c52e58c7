import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { compileTimeline } from '../../../domain/case/plan/compile.ts';
import { nextDueAt } from '../../../domain/lifecycle/lapses.ts';
import {
  engineer,
  instant,
  Life,
  list,
  reason,
  untilApproved,
  untilPosted,
  untilSubmitted,
  untilUploaded,
} from '../../lives/life.ts';

describe('the window closes', () => {
  test.each([
    [1, 'UNIT_REVIEW'],
    [2, 'DEMOCRATIC_APPRAISAL'],
    [3, 'UNIT_PUBLICITY'],
  ])('LN-4.3-e: an application that got no further than step %i is NOT_FILED in %s', (taken, stage) => {
    const life = new Life().run(untilPosted.slice(0, taken));
    life.pass('2024-09-01');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_FILED', stage, at: instant('2024-08-01T00:00') });
  });

  test('LN-4.3-c: sent back by the unit and not handed in again is NOT_FILED', () => {
    const life = new Life().run([...untilPosted.slice(0, 1), ['2024-07-01', 'unitHr', 'return', list('a')]]);
    life.pass('2024-08-01T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_FILED', stage: 'UNIT_APPLICATION' });
  });

  test('LN-4.3-e: nothing submitted is NOT_FILED, also after the only submission was taken back', () => {
    const life = new Life().run([...untilSubmitted, ['2024-07-19', 'applicant', 'recall']]);
    life.pass('2024-08-01T00:00');
    expect(life.stage).toBe('NOT_FILED');
  });

  test('LN-4.3-e: returned with chances left is NOT_ACCEPTED, and there is nothing to accept late', () => {
    const life = new Life().run([...untilSubmitted, ['2024-07-31', 'committeeOffice', 'return', list('a')]]);
    life.pass('2024-08-01T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_ACCEPTED', phase: 'awaiting' });
    expect(life.refused('2024-08-02', 'committeeOffice', 'acceptLate', reason).code).toBe('LATE_NOT_ACCEPTABLE');
    expect(life.refused('2024-08-02', 'committeeOffice', 'grantAttempt', reason).code).toBe('ACTION_NOT_HERE');
  });

  test('LN-4.3-e: a submission still under review is NOT_ACCEPTED, and the office may finish it with a reason (A-14)', () => {
    const life = new Life().run([...untilSubmitted, ['2024-08-01T00:00', 'system', 'lapse']]);
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_ACCEPTED', phase: 'underReview' });
    expect(life.refused('2024-08-02', 'applicant', 'acceptLate', reason).code).toBe('NOT_YOURS');
    expect(life.refused('2024-08-02', 'committeeOffice', 'acceptLate')).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LN-4.3-e'],
      readings: ['A-14'],
    });
    life.do('2024-08-02', 'committeeOffice', 'acceptLate', reason);
    life.do('2024-08-05', 'committeeOffice', 'pass');
    expect(life.stage).toBe('AUTHORITY_SEALING');
  });

  test('LN-5.5.3-b: a third submission still under review is not exhausted but NOT_ACCEPTED, and may be finished late (A-14)', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-19', 'committeeOffice', 'return', list('a')],
      ['2024-07-20', 'applicant', 'submit'],
      ['2024-07-21', 'committeeOffice', 'return', list('a')],
      ['2024-07-31T23:59', 'applicant', 'submit'],
      ['2024-08-01T00:00', 'system', 'lapse'],
    ]);
    expect(life.case.attempts.used).toBe(3);
    expect(life.stage).toBe('NOT_ACCEPTED');
    life.do('2024-08-02', 'committeeOffice', 'acceptLate', reason);
    life.do('2024-08-02', 'committeeOffice', 'pass');
    expect(life.stage).toBe('AUTHORITY_SEALING');
  });

  test('LN-4.3-d: finished after the stamped-page day, the page has until the last day of the remedy (A-14)', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-08-09', 'system', 'lapse'],
      ['2024-08-09', 'committeeOffice', 'acceptLate', reason],
      ['2024-08-12', 'committeeOffice', 'pass'],
    ]);
    expect(life.stage).toBe('AUTHORITY_SEALING');
    expect(life.due).toEqual({ remedy: '2024-08-30' });
    life.run([
      ['2024-08-13', 'unitHr', 'seal'],
      ['2024-08-14', 'sealingAuthority', 'seal'],
      ['2024-08-15', 'applicant', 'uploadStampedPage', { file: 'f1' }],
      ['2024-08-16', 'committeeOffice', 'approve'],
    ]);
    expect(life.due).toEqual({ paper: '2024-08-23' });
  });
});

describe('what falls due', () => {
  test('counts from its own instant, whoever speaks next and however late', () => {
    const life = new Life().run(untilPosted);
    life.pass('2024-12-24T18:00');
    expect(life.events.slice(-4).map((event) => [event.name, event.at])).toEqual([
      ['publicityEnded', instant('2024-07-18T00:00')],
      ['stageEntered', instant('2024-07-18T00:00')],
      ['ended', instant('2024-08-01T00:00')],
      ['closed', instant('2024-08-31T00:00')],
    ]);
  });

  test('is applied before the command that comes after it', () => {
    const life = new Life().run(untilPosted);
    const { events } = life.do('2024-07-18T08:00', 'applicant', 'submit');
    expect(events.map((event) => event.name)).toEqual(['publicityEnded', 'stageEntered', 'submitted']);
  });

  test('at one instant goes in stage order: the publicity ends, then the window closes', () => {
    const life = new Life().run(untilPosted.slice(0, 3));
    const { deadlines } = life.do('2024-07-24', 'unitHr', 'postPublicity');
    expect(deadlines.map(({ key, due }) => [key, due])).toEqual([
      ['publicity', '2024-07-31'],
      ['windowClose', '2024-07-31'],
    ]);
  });

  test('is what the timer waits for, and nothing is due before it', () => {
    const life = new Life().run(untilPosted);
    expect(nextDueAt(life.case)).toBe(instant('2024-07-18T00:00'));
    expect(life.refused('2024-07-17T23:59:59.999', 'system', 'lapse').code).toBe('NOTHING_DUE');
  });

  test('A-50: a page approved at 23:59:58.999 of its last day is approved, at 00:00:00.000 it has lapsed', () => {
    const inTime = new Life().run(untilUploaded);
    inTime.do('2024-08-07T23:59:58.999', 'committeeOffice', 'approve');
    expect(inTime.stage).toBe('PAPER_DELIVERY');
    const late = new Life().run(untilUploaded);
    expect(late.refused('2024-08-08T00:00:00.000', 'committeeOffice', 'approve').code).toBe('APPLICATION_ENDED');
  });

  test('never runs backwards: what was received a moment before the last event counts with it', () => {
    const life = new Life().run(untilSubmitted);
    const { events } = life.do('2024-07-18T09:59:59', 'committeeOffice', 'pass');
    expect(events.map((event) => event.at)).toEqual([instant('2024-07-18T10:00'), instant('2024-07-18T10:00')]);
  });

  test('refuses a first application after the window has closed, with the rule of its end', () => {
    const life = new Life();
    expect(life.refused('2024-08-01T00:00', 'applicant', 'submit')).toMatchObject({
      code: 'APPLICATION_ENDED',
      details: { outcome: 'NOT_FILED' },
    });
    expect(life.case.seq).toBe(0);
  });
});

describe('the days of remedy (A-10)', () => {
  test('last 30 days after the end of the application, then the case closes', () => {
    const life = new Life().run([...untilUploaded, ['2024-08-08T00:00', 'system', 'lapse']]);
    expect(life.due).toEqual({ remedy: '2024-09-06' });
    expect(life.refused('2024-09-06T23:59:59.999', 'system', 'lapse').code).toBe('NOTHING_DUE');
    life.pass('2024-09-07T00:00');
    expect(life.case.closed).toBe(true);
    expect(nextDueAt(life.case)).toBeNull();
    expect(life.refused('2024-09-07', 'committeeOffice', 'acceptLate', reason).code).toBe('APPLICATION_CLOSED');
  });

  test('are counted once: a reopened application keeps the last day, and lapsing there closes the case', () => {
    const life = new Life().run([
      ...untilUploaded,
      ['2024-08-09', 'system', 'lapse'],
      ['2024-08-20', 'committeeOffice', 'acceptLate', reason],
      ['2024-08-21', 'committeeOffice', 'return', list('page')],
    ]);
    expect(life.stage).toBe('AUTHORITY_SEALING');
    expect(life.due).toEqual({ remedy: '2024-09-06' });
    life.pass('2024-09-07T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_ACCEPTED', deadline: 'stampedPage' });
    expect(life.case.closed).toBe(true);
  });

  test('a chance granted after all three lapsed may be used until their last day (LN-5.5.3-b, A-13)', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-19', 'committeeOffice', 'return', list('a')],
      ['2024-07-20', 'applicant', 'submit'],
      ['2024-07-21', 'committeeOffice', 'return', list('a')],
      ['2024-07-22', 'applicant', 'submit'],
      ['2024-07-23', 'committeeOffice', 'return', list('a')],
      ['2024-08-01', 'system', 'lapse'],
    ]);
    expect(life.stage).toBe('ATTEMPTS_EXHAUSTED');
    expect(life.refused('2024-08-02', 'committeeOffice', 'acceptLate', reason).code).toBe('LATE_NOT_ACCEPTABLE');
    life.do('2024-08-02', 'committeeOffice', 'grantAttempt', reason);
    expect(life.due).toEqual({ remedy: '2024-08-30' });
    life.do('2024-08-03', 'applicant', 'submit');
    life.do('2024-08-05', 'committeeOffice', 'return', list('a'));
    expect(life.refused('2024-08-06', 'applicant', 'submit').code).toBe('ATTEMPTS_USED');
    life.pass('2024-08-31T00:00');
    expect(life.case).toMatchObject({ closed: true, ended: { outcome: 'ATTEMPTS_EXHAUSTED' } });
  });

  test('no chance is granted to who withdrew after the third return (A-13)', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-19', 'committeeOffice', 'return', list('a')],
      ['2024-07-20', 'applicant', 'submit'],
      ['2024-07-21', 'committeeOffice', 'return', list('a')],
      ['2024-07-22', 'applicant', 'submit'],
      ['2024-07-23', 'committeeOffice', 'return', list('a')],
      ['2024-07-24', 'applicant', 'withdraw'],
    ]);
    expect(life.refused('2024-07-25', 'committeeOffice', 'grantAttempt', reason).code).toBe('ACTION_NOT_HERE');
  });

  test('a late paper that does not come by the last day stays overdue (LN-5.7-a, A-15)', () => {
    const life = new Life().run([
      ...untilApproved,
      ['2024-08-15', 'system', 'lapse'],
      ['2024-08-16', 'committeeOffice', 'acceptLate', reason],
    ]);
    expect(life.due).toEqual({ remedy: '2024-09-13' });
    life.pass('2024-09-14T00:00');
    expect(life.case).toMatchObject({ closed: true, ended: { outcome: 'PAPER_OVERDUE' } });
  });

  test('what ended without a deadline leaves nothing to accept late', () => {
    const life = new Life().run([...untilSubmitted, ['2024-07-19', 'committeeOffice', 'refuse', reason]]);
    expect(life.refused('2024-07-20', 'committeeOffice', 'acceptLate', reason).code).toBe('LATE_NOT_ACCEPTABLE');
  });
});

describe('a newer timeline', () => {
  const extended = (version: number) => {
    const windows = liaoningDiit2024.timeline.windows.map((window) => ({ ...window, closes: '2024-08-09' }));
    const timeline = { ...liaoningDiit2024.timeline, version, windows };
    return compileTimeline(timeline, engineer, calendar);
  };

  test('is adopted before anything is decided, and every deadline follows from it', () => {
    const life = new Life().run(untilSubmitted);
    const reply = life.send(life.command(['2024-08-05', 'system', 'adoptTimeline'], { timeline: extended(2) }));
    expect(reply.events).toMatchObject([{ name: 'timelineAdopted', data: { from: 1, to: 2 } }]);
    expect(reply.timelineVersion).toBe(2);
    expect(life.due).toEqual({ windowClose: '2024-08-09' });
    life.do('2024-08-09', 'committeeOffice', 'pass');
    expect(life.due).toEqual({ stampedPage: '2024-08-16' });
  });

  test('comes with any command', () => {
    const life = new Life().run(untilSubmitted);
    life.send(life.command(['2024-08-05', 'committeeOffice', 'pass'], { timeline: extended(2) }));
    expect(life.events.slice(-3).map((event) => event.name)).toEqual(['timelineAdopted', 'passed', 'stageEntered']);
  });

  test('that nobody met before the later day has passed too ends the application as of that day, and the remedies with it (A-10)', () => {
    const life = new Life().run(untilSubmitted);
    life.send(life.command(['2024-08-10T00:07', 'system', 'lapse'], { timeline: extended(2) }));
    expect(life.events.slice(-2)).toMatchObject([
      { name: 'timelineAdopted', at: instant('2024-08-10T00:00') },
      { name: 'ended', at: instant('2024-08-10T00:00') },
    ]);
    expect(life.due).toEqual({ remedy: '2024-09-08' });
  });

  test('that is not newer changes nothing', () => {
    const life = new Life().run(untilSubmitted);
    const same = life.command(['2024-07-19', 'system', 'adoptTimeline'], { timeline: extended(1) });
    expect(() => life.send(same)).toThrow('NOTHING_DUE');
    expect(life.due).toEqual({ windowClose: '2024-07-31' });
  });
});
