import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOf, endOfDayAt, startOfDayAt, toRfc3339 } from '../../../domain/calendar/dates.ts';

const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map((day) => addDays('1970-01-01', day));
const anyInstant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });

describe('an instant', () => {
  test('belongs to the business date of Asia/Shanghai', () => {
    expect(dateOf(Date.UTC(2024, 6, 31, 15, 59, 59, 999))).toBe('2024-07-31');
    expect(dateOf(Date.UTC(2024, 6, 31, 16, 0, 0, 0))).toBe('2024-08-01');
    expect(startOfDayAt('2024-08-01')).toBe(Date.UTC(2024, 6, 31, 16));
    expect(endOfDayAt('2024-07-31')).toBe(Date.UTC(2024, 6, 31, 16));
  });

  test('lies between the start and the end of its date', () => {
    fc.assert(
      fc.property(anyInstant, (atMs) => {
        const date = dateOf(atMs);
        expect(startOfDayAt(date)).toBeLessThanOrEqual(atMs);
        expect(endOfDayAt(date)).toBeGreaterThan(atMs);
      }),
    );
  });

  test('a date begins and ends on itself, and its end is the start of the next', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateOf(startOfDayAt(date))).toBe(date);
        expect(dateOf(endOfDayAt(date) - 1)).toBe(date);
        expect(endOfDayAt(date)).toBe(startOfDayAt(addDays(date, 1)));
      }),
    );
  });

  test('is printed with +08:00, and with milliseconds only where there are any', () => {
    expect(toRfc3339(endOfDayAt('2024-07-31'))).toBe('2024-08-01T00:00:00+08:00');
    expect(toRfc3339(endOfDayAt('2024-07-31') - 2_000)).toBe('2024-07-31T23:59:58+08:00');
    expect(toRfc3339(endOfDayAt('2024-07-31') - 1)).toBe('2024-07-31T23:59:59.999+08:00');
    expect(toRfc3339(-1)).toBe('1970-01-01T07:59:59.999+08:00');
  });

  test('is printed so that it reads back as the same instant', () => {
    fc.assert(
      fc.property(anyInstant, (atMs) => {
        expect(Date.parse(toRfc3339(atMs))).toBe(atMs);
      }),
    );
  });
});
