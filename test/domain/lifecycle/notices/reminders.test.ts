import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../../../config/calendars.ts';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { addDays, dateOf, startOfDayAt } from '../../../../domain/calendar/dates.ts';
import { countWorkingDays, isWorkingDay, workingDayBefore } from '../../../../domain/calendar/working-days.ts';
import { compileTimeline } from '../../../../domain/case/plan/compile.ts';
import type { Reminder } from '../../../../domain/lifecycle/notices/reminders.ts';
import { remindersOf } from '../../../../domain/lifecycle/notices/reminders.ts';
import { life as dalianLife, untilSession as untilDalianSession, untilForwarded } from '../../../lives/dalian.ts';
import { lianyungangLife, untilPosted as untilLianyungangPosted } from '../../../lives/lianyungang.ts';
import { engineer, Life, list, untilApproved, untilSubmitted, untilUploaded } from '../../../lives/life.ts';

/** The days on which a role is reminded, with the last day they are ahead of. */
const daysFor = (reminders: readonly Reminder[], role: string, key: string) =>
  reminders
    .filter((each) => each.key === key && each.to.some((to) => to === role))
    .map(({ due, ahead, at }) => `${dateOf(at)} is D-${ahead} of ${due}`);

const officeOf = (one: Life) => daysFor(remindersOf(one.case), 'committeeOffice', 'stampedPage');
const stamped = ['2024-08-05 is D-2 of 2024-08-07', '2024-08-06 is D-1 of 2024-08-07'];

describe('before the stamped page must be uploaded and approved', () => {
  test('LN-4.3-d: the committee office is alarmed at D-2 and D-1, before the upload and after it (A-12)', () => {
    const sealing = new Life().run(untilSubmitted);
    sealing.do('2024-07-19', 'committeeOffice', 'pass');
    expect(officeOf(sealing)).toEqual(stamped);
    expect(officeOf(new Life().run(untilUploaded))).toEqual(stamped);
    const alarm = remindersOf(sealing.case).find(({ key }) => key === 'stampedPage');
    expect(alarm?.basis).toEqual(['LN-4.3-d', 'A-12']);
    expect(alarm?.at).toBe(startOfDayAt('2024-08-05'));
  });

  test('LN-4.3-d: nobody is, once the page is approved, withdrawn, or lapsed', () => {
    expect(officeOf(new Life().run(untilApproved))).toEqual([]);
    const withdrawn = new Life().run(untilUploaded);
    withdrawn.do('2024-08-06', 'applicant', 'withdraw');
    expect(remindersOf(withdrawn.case)).toEqual([]);
    const lapsed = new Life().run(untilUploaded);
    lapsed.pass('2024-08-08T00:00');
    expect(remindersOf(lapsed.case)).toEqual([]);
  });

  test('LN-4.3-f: what is taken late is reminded of no last day that no longer counts (A-12)', () => {
    const late = new Life().run(untilUploaded);
    late.pass('2024-08-08T00:00');
    late.do('2024-08-08', 'committeeOffice', 'acceptLate', { reason: 'recorded' });
    expect(officeOf(late)).toEqual([]);
  });

  test('LN-4.3-d: a window that closes later moves both days', () => {
    const windows = liaoningDiit2024.timeline.windows.map((each) => ({ ...each, closes: '2024-08-09' }));
    const moved = compileTimeline({ ...liaoningDiit2024.timeline, version: 2, windows }, engineer, calendar);
    const days = daysFor(remindersOf(new Life().run(untilUploaded).case, moved), 'committeeOffice', 'stampedPage');
    expect(days).toEqual(['2024-08-14 is D-2 of 2024-08-16', '2024-08-15 is D-1 of 2024-08-16']);
  });
});

describe('whoever must act by a last day', () => {
  test('LN-4.3-c: the applicant is reminded of the end of the window while there is time to correct', () => {
    const back = new Life().run(untilSubmitted);
    const { reminders } = back.do('2024-07-19', 'committeeOffice', 'return', list('title'));
    expect(daysFor(reminders ?? [], 'applicant', 'windowClose')).toEqual([
      '2024-07-24 is D-5 of 2024-07-31',
      '2024-07-29 is D-2 of 2024-07-31',
    ]);
  });

  test('LYG-4.3-c: the applicant is reminded of the period that the reviewer set (A-30)', () => {
    const back = lianyungangLife().run(untilLianyungangPosted);
    back.pass('2024-06-14T00:00');
    const { reminders } = back.do('2024-06-14', 'preliminaryAuthority', 'return', { ...list('title'), days: 3 });
    expect(daysFor(reminders ?? [], 'applicant', 'correction')).toEqual([
      '2024-06-17 is D-2 of 2024-06-19',
      '2024-06-18 is D-1 of 2024-06-19',
    ]);
    back.do('2024-06-17', 'applicant', 'submit', { contentVersion: 2, checked: ['truthPledge'] });
    expect(daysFor(remindersOf(back.case), 'applicant', 'correction')).toEqual([]);
  });

  test('LN-5.7-a: the unit is reminded of the paper dossier', () => {
    const { reminders } = new Life().run(untilUploaded).do('2024-08-07', 'committeeOffice', 'approve');
    expect(daysFor(reminders ?? [], 'unitHr', 'paper')).toEqual([
      '2024-08-12 is D-2 of 2024-08-14',
      '2024-08-13 is D-1 of 2024-08-14',
    ]);
  });
});

describe('the re-review in Dalian', () => {
  test('DL-2.1.3-b: has no last day, but its organiser is alarmed towards the end of the meetings (A-48)', () => {
    const forwarded = dalianLife().run(untilForwarded);
    expect(forwarded.due).toEqual({});
    expect(daysFor(remindersOf(forwarded.case), 'committeeOrganiser', 'session')).toEqual([
      '2024-11-04 is D-20 of 2024-11-30',
      '2024-11-18 is D-10 of 2024-11-30',
      '2024-11-25 is D-5 of 2024-11-30',
      '2024-11-29 is D-1 of 2024-11-30',
    ]);
  });

  test('DL-2.1.3-b: is alarmed of no more once it is passed; then the office of the meeting is', () => {
    const passed = dalianLife().run(untilDalianSession);
    expect(daysFor(remindersOf(passed.case), 'committeeOrganiser', 'session')).toEqual([]);
    expect(daysFor(remindersOf(passed.case), 'committeeOffice', 'session')).toHaveLength(3);
  });
});

describe('a working day before another', () => {
  test('is worked, and as many working days lie from it to the day before', () => {
    const days = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2023-02-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (date, n) => {
        const before = workingDayBefore(calendar, date, n);
        expect(isWorkingDay(calendar, before)).toBe(true);
        expect(countWorkingDays(calendar, addDays(before, -1), addDays(date, -1))).toBe(n);
      }),
    );
  });

  test('leaves out the days of a festival, and refuses what is no number of days', () => {
    expect(workingDayBefore(calendar, '2024-10-08', 1)).toBe('2024-09-30');
    expect(() => workingDayBefore(calendar, '2024-10-08', 0)).toThrow(RangeError);
  });
});
