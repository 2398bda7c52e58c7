import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { addDays, daysBetween, weekday, yearOf } from '../../../domain/calendar/dates.ts';
import {
  addWorkingDays,
  countWorkingDays,
  explainWorkingDays,
  isWorkingDay,
  latestStart,
  nextWorkingDay,
} from '../../../domain/calendar/working-days.ts';

const lastOffset = daysBetween('2023-01-01', '2026-12-31');
const day = fc.integer({ min: 0, max: lastOffset }).map((offset) => addDays('2023-01-01', offset));
const few = fc.integer({ min: 0, max: 60 });
const some = fc.integer({ min: 1, max: 60 });

describe('working days from 2023 to 2026', () => {
  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(day, some, (start, n) => {
        expect(countWorkingDays(calendar, start, addWorkingDays(calendar, start, n))).toBe(n);
      }),
    );
  });

  test('counting to a later working day and adding the count leads back to it', () => {
    fc.assert(
      fc.property(day, some, (start, calendarDays) => {
        const end = addWorkingDays(calendar, addDays(start, calendarDays), 0);
        expect(addWorkingDays(calendar, start, countWorkingDays(calendar, start, end))).toBe(end);
      }),
    );
  });

  test('the last day is a working day, after the start where anything is counted', () => {
    fc.assert(
      fc.property(day, few, (start, n) => {
        const due = addWorkingDays(calendar, start, n);
        expect(isWorkingDay(calendar, due)).toBe(true);
        expect(daysBetween(start, due)).toBeGreaterThanOrEqual(n);
      }),
    );
  });

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(day, few, few, (start, later, n) => {
        expect(addWorkingDays(calendar, addDays(start, later), n) >= addWorkingDays(calendar, start, n)).toBe(true);
      }),
    );
  });

  test('more working days never end earlier, and from one on each ends later', () => {
    fc.assert(
      fc.property(day, few, (start, n) => {
        const shorter = addWorkingDays(calendar, start, n);
        const longer = addWorkingDays(calendar, start, n + 1);
        expect(n === 0 ? longer >= shorter : longer > shorter).toBe(true);
        if (n > 0) expect(longer).toBe(nextWorkingDay(calendar, shorter));
      }),
    );
  });

  test('the latest start ends in time, and a day later does not', () => {
    fc.assert(
      fc.property(day, few, (lastDay, n) => {
        const start = latestStart(calendar, lastDay, n);
        expect(addWorkingDays(calendar, start, n) <= lastDay).toBe(true);
        expect(addWorkingDays(calendar, addDays(start, 1), n) > lastDay).toBe(true);
      }),
    );
  });

  test('the days counted and the days left out are exactly the days from the start to the last day', () => {
    fc.assert(
      fc.property(day, few, (start, n) => {
        const explained = explainWorkingDays(calendar, start, n);
        const all = [...explained.counted, ...explained.skipped.map(({ date }) => date)].sort();
        const first = n === 0 ? start : addDays(start, 1);
        const end = n === 0 ? addDays(explained.due, -1) : explained.due;
        const expected = Array.from({ length: daysBetween(first, end) + 1 }, (_, i) => addDays(first, i));
        expect(all).toEqual(expected);
        expect(explained.due).toBe(addWorkingDays(calendar, start, n));
        expect(explained.counted).toHaveLength(n);
      }),
    );
  });

  test('every day left out has a reason that is true of it, and made-up days are counted weekend days', () => {
    fc.assert(
      fc.property(day, few, (start, n) => {
        const { counted, skipped, madeUp, provisional } = explainWorkingDays(calendar, start, n);
        for (const { date, reason, why } of skipped) {
          expect(isWorkingDay(calendar, date)).toBe(false);
          if (reason === 'weekend') expect(weekday(date)).toBeGreaterThan(5);
          expect(why.zh).not.toBe('');
          expect(why.en).not.toBe('');
        }
        expect(counted.every((date) => isWorkingDay(calendar, date))).toBe(true);
        expect(madeUp).toEqual(counted.filter((date) => weekday(date) > 5));
        const touched = [...counted, ...skipped.map(({ date }) => date)];
        expect(provisional).toBe(touched.some((date) => yearOf(date) > 2026));
      }),
    );
  });
});
