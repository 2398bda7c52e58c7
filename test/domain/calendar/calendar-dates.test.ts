import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dateOf,
  daysBetween,
  isIsoDate,
  startOfDayAt,
  weekday,
  yearOf,
} from '../../../domain/calendar/dates.ts';

const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map((day) => addDays('1970-01-01', day));

describe('a date', () => {
  test.each(['2024-02-29', '2000-02-29', '2024-12-31', '0001-01-01', '9999-12-31'])('%s exists', (date) => {
    expect(isIsoDate(date)).toBe(true);
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-01-32',
    '0000-01-01',
    '2024-1-1',
    '20240101',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '+02024-01-01',
    '２０２４-01-01',
    '',
  ])('%j is refused', (date) => {
    expect(isIsoDate(date)).toBe(false);
  });

  test('that does not exist is a bug wherever it is calculated with', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow(RangeError);
    expect(() => weekday('2024-02-30')).toThrow(RangeError);
    expect(() => startOfDayAt('tomorrow')).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2024-01-01', 0.5)).toThrow(RangeError);
    expect(() => addYears('9999-01-01', 1)).toThrow(RangeError);
    expect(() => dateOf(Number.NaN)).toThrow(RangeError);
  });

  test('has its day of the week from 1 for Monday to 7 for Sunday', () => {
    const week = ['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06', '2024-06-07', '2024-06-08', '2024-06-09'];
    expect(week.map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekday('1969-12-31')).toBe(3);
    expect(weekday('1900-01-01')).toBe(1);
  });

  test('stands before, on or after another', () => {
    expect(compareDates('2024-09-30', '2024-10-01')).toBe(-1);
    expect(compareDates('2024-10-01', '2024-10-01')).toBe(0);
    expect(compareDates('2025-01-01', '2024-12-31')).toBe(1);
    expect(yearOf('2024-12-31')).toBe(2024);
  });
});

describe('calendar days', () => {
  test.each([
    ['2024-10-15', '2024-10-05'],
    ['2024-11-30', '2024-11-20'],
  ])('LYG-5.2-b (A-24): the report for the meeting on %s is due by %s, ten days before', (meeting, report) => {
    expect(addDays(meeting, -10)).toBe(report);
    expect(daysBetween(report, meeting)).toBe(10);
  });

  test('adding and measuring are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9_000, max: 9_000 }), (date, n) => {
        const moved = addDays(date, n);
        expect(isIsoDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(n);
        expect(addDays(moved, -n)).toBe(date);
        expect(compareDates(date, moved)).toBe(Math.sign(-n) + 0);
      }),
    );
  });

  test('the day after has the next day of the week', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1);
      }),
    );
  });
});

describe('months and years', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-10-31', 13, '2025-11-30'],
    ['2024-05-05', 0, '2024-05-05'],
  ])('%s and %i months is %s', (date, n, expected) => {
    expect(addMonths(date, n)).toBe(expected);
  });

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2019-12-31', 5, '2024-12-31'],
    ['2024-12-31', -5, '2019-12-31'],
  ])('%s and %i years is %s', (date, n, expected) => {
    expect(addYears(date, n)).toBe(expected);
  });
});
