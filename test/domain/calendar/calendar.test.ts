import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import {
  addWorkingDays,
  type Calendar,
  countWorkingDays,
  isWorkingDay,
  latestStart,
  nextWorkingDay,
  sliceCalendar,
} from '../../../domain/calendar/working-days.ts';

const vectors: readonly [string, number, string, string][] = [
  ['2024-06-03', 5, '2024-06-11', 'Dalian unit publicity over 端午'],
  ['2024-06-05', 5, '2024-06-13', 'Dalian unit publicity over 端午'],
  ['2024-06-20', 5, '2024-06-27', 'latest Dalian posting that leaves a day to hand over'],
  ['2024-06-21', 5, '2024-06-28', 'Dalian posting that ends on the last day'],
  ['2024-07-24', 5, '2024-07-31', 'Liaoning engineering posting that ends with the window'],
  ['2024-07-31', 5, '2024-08-07', 'stamped page, engineering'],
  ['2024-08-30', 5, '2024-09-06', 'stamped page, economics'],
  ['2024-08-07', 5, '2024-08-14', 'paper dossier, engineering'],
  ['2024-09-06', 5, '2024-09-13', 'paper dossier, economics'],
  ['2024-09-11', 5, '2024-09-19', '中秋 with Saturday 09-14 worked'],
  ['2024-09-20', 10, '2024-10-10', 'Lianyungang filing over 国庆 with Sunday 09-29 worked'],
  ['2024-09-27', 5, '2024-10-10', '国庆 with Sunday 09-29 worked'],
  ['2024-09-29', 5, '2024-10-11', 'start on a make-up day'],
  ['2024-10-01', 5, '2024-10-12', 'start on a holiday, end on a worked Saturday'],
  ['2024-04-30', 5, '2024-05-10', '劳动节'],
  ['2024-11-29', 10, '2024-12-13', 'latest Lianyungang session'],
];

describe('working days (A-01)', () => {
  test.each(vectors)('%s and %i working days is %s: %s', (start, n, due) => {
    expect(addWorkingDays(calendar, start, n)).toBe(due);
    expect(countWorkingDays(calendar, start, due)).toBe(n);
  });

  test('a calendar cut to one year gives the same results within it', () => {
    const only2024 = sliceCalendar(calendar, 2024, 2024);
    expect(only2024.years.map(({ year }) => year)).toEqual([2024]);
    expect(only2024.version).toBe(calendar.version);
    expect(vectors.map(([start, n]) => addWorkingDays(only2024, start, n))).toEqual(vectors.map(([, , due]) => due));
    expect(sliceCalendar(calendar, 2024, 2025).years.map(({ year }) => year)).toEqual([2024, 2025]);
  });

  test('a weekday off is not worked, a make-up day at the weekend is', () => {
    expect(isWorkingDay(calendar, '2024-06-10')).toBe(false);
    expect(isWorkingDay(calendar, '2024-06-11')).toBe(true);
    expect(isWorkingDay(calendar, '2024-06-15')).toBe(false);
    expect(isWorkingDay(calendar, '2024-09-14')).toBe(true);
    expect(isWorkingDay(calendar, '2024-09-15')).toBe(false);
  });

  test('no working days after a worked day is that day, and after a day off the first day worked', () => {
    expect(addWorkingDays(calendar, '2024-06-07', 0)).toBe('2024-06-07');
    expect(addWorkingDays(calendar, '2024-06-08', 0)).toBe('2024-06-11');
    expect(addWorkingDays(calendar, '2024-09-29', 0)).toBe('2024-09-29');
  });

  test('the next working day is never the day itself', () => {
    expect(nextWorkingDay(calendar, '2024-06-07')).toBe('2024-06-11');
    expect(nextWorkingDay(calendar, '2024-06-10')).toBe('2024-06-11');
    expect(nextWorkingDay(calendar, '2024-09-30')).toBe('2024-10-08');
  });

  test('nothing is counted up to the same or an earlier day', () => {
    expect(countWorkingDays(calendar, '2024-06-11', '2024-06-11')).toBe(0);
    expect(countWorkingDays(calendar, '2024-06-11', '2024-06-03')).toBe(0);
  });

  test('days cross the turn of the year', () => {
    expect(addWorkingDays(calendar, '2024-12-31', 1)).toBe('2025-01-02');
    expect(addWorkingDays(calendar, '2025-12-31', 1)).toBe('2026-01-04');
  });

  test('a number of days that is not whole and positive is a bug', () => {
    for (const n of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingDays(calendar, '2024-06-03', n)).toThrow(RangeError);
      expect(() => latestStart(calendar, '2024-06-03', n)).toThrow(RangeError);
    }
  });
});

describe('the latest start', () => {
  test.each([
    ['2024-07-31', 5, '2024-07-24', 'ends with the engineering window'],
    ['2024-07-30', 5, '2024-07-23', 'leaves 07-31 to file'],
    ['2024-06-27', 5, '2024-06-20', 'leaves 06-28 to hand over'],
    ['2024-12-13', 10, '2024-12-01', 'a start on a Sunday'],
    ['2024-10-12', 5, '2024-10-07', 'a start on a holiday, ending on a worked Saturday'],
    ['2024-06-10', 1, '2024-06-06', 'a last day off'],
    ['2024-06-10', 0, '2024-06-07', 'nothing to count before a day off'],
    ['2024-06-11', 0, '2024-06-11', 'nothing to count on a worked day'],
  ])('for %s and %i working days is %s: %s', (lastDay, n, start) => {
    expect(latestStart(calendar, lastDay, n)).toBe(start);
  });
});

describe('a year that is not announced', () => {
  const empty: Calendar = { version: 'none', years: [] };

  test('is counted by weekends alone where nothing is listed for it', () => {
    expect(addWorkingDays(empty, '2024-06-07', 1)).toBe('2024-06-10');
    expect(isWorkingDay(empty, '2024-09-14')).toBe(false);
    expect(addWorkingDays(empty, '2027-09-30', 5)).toBe('2027-10-07');
  });

  test('is counted without the holidays that are fixed for every year', () => {
    const off = ['01-01', '02-05', '02-08', '04-05', '06-09', '09-15', '10-01'].map((day) => `2027-${day}`);
    expect(off.filter((date) => isWorkingDay(calendar, date))).toEqual([]);
    expect(
      ['2027-01-04', '2027-02-04', '2027-02-09', '2027-05-03', '2027-10-04'].map((date) =>
        isWorkingDay(calendar, date),
      ),
    ).toEqual([true, true, true, true, true]);
  });

  test('has days off and no make-up days where a draft of it lists both', () => {
    const [year] = sliceCalendar(calendar, 2024, 2024).years;
    const draft: Calendar = { version: 'draft', years: year ? [{ ...year, provisional: true }] : [] };
    expect(draft.years).toHaveLength(1);
    expect(addWorkingDays(draft, '2024-06-07', 1)).toBe('2024-06-11');
    expect(isWorkingDay(draft, '2024-09-14')).toBe(false);
  });
});
