import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import {
  type Calendar,
  explainWorkingDays,
  type SkippedDay,
  sliceCalendar,
} from '../../../domain/calendar/working-days.ts';

const saturday = (date: string): SkippedDay => ({ date, why: { zh: '周六', en: 'Saturday' }, reason: 'weekend' });
const sunday = (date: string): SkippedDay => ({ date, why: { zh: '周日', en: 'Sunday' }, reason: 'weekend' });
const holiday = (date: string, zh: string, en: string): SkippedDay => ({ date, why: { zh, en }, reason: 'holiday' });

describe('the explanation of working days', () => {
  test('over 端午 2024 names the weekend and the festival', () => {
    expect(explainWorkingDays(calendar, '2024-06-03', 5)).toEqual({
      start: '2024-06-03',
      days: 5,
      due: '2024-06-11',
      counted: ['2024-06-04', '2024-06-05', '2024-06-06', '2024-06-07', '2024-06-11'],
      skipped: [saturday('2024-06-08'), sunday('2024-06-09'), holiday('2024-06-10', '端午节', 'Dragon Boat Festival')],
      madeUp: [],
      provisional: false,
      calendarVersion: calendar.version,
    });
  });

  test('over 国庆 2024 counts the Sunday worked instead and leaves out all seven days', () => {
    const explained = explainWorkingDays(calendar, '2024-09-27', 5);
    expect(explained.due).toBe('2024-10-10');
    expect(explained.counted).toEqual(['2024-09-29', '2024-09-30', '2024-10-08', '2024-10-09', '2024-10-10']);
    expect(explained.madeUp).toEqual(['2024-09-29']);
    expect(explained.skipped).toEqual([
      saturday('2024-09-28'),
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => holiday(`2024-10-0${day}`, '国庆节', 'National Day')),
    ]);
  });

  test('a worked Saturday can be the last day', () => {
    const explained = explainWorkingDays(calendar, '2024-10-01', 5);
    expect(explained.due).toBe('2024-10-12');
    expect(explained.madeUp).toEqual(['2024-10-12']);
  });

  test('of 中秋 inside the National Day holiday of 2025 names each day by its own festival', () => {
    const names = explainWorkingDays(calendar, '2025-09-30', 1).skipped.map(({ why }) => why.zh);
    expect(names).toEqual([...Array(5).fill('国庆节'), '中秋节', '国庆节', '国庆节']);
  });

  test('of no days lists what was passed over from the start on', () => {
    const { due, counted, skipped, madeUp } = explainWorkingDays(calendar, '2024-06-09', 0);
    expect(due).toBe('2024-06-11');
    expect(counted).toEqual([]);
    expect(madeUp).toEqual([]);
    expect(skipped.map(({ date }) => date)).toEqual(['2024-06-09', '2024-06-10']);
  });

  test('of a calendar without names says that it is a public holiday', () => {
    const nameless: Calendar = { ...calendar, years: calendar.years.map((year) => ({ ...year, names: [] })) };
    expect(explainWorkingDays(nameless, '2024-06-07', 1).skipped[2]).toEqual(
      holiday('2024-06-10', '法定节假日', 'Public holiday'),
    );
  });
});

describe('an explanation is provisional', () => {
  test('where a day of it lies in a year that is not announced', () => {
    const explained = explainWorkingDays(calendar, '2027-09-30', 2);
    expect(explained.provisional).toBe(true);
    expect(explained.due).toBe('2027-10-05');
    expect(explained.skipped.map(({ date, reason }) => [date, reason])).toEqual([
      ['2027-10-01', 'holiday'],
      ['2027-10-02', 'holiday'],
      ['2027-10-03', 'holiday'],
    ]);
  });

  test('though the holidays that the standing regulation fixes are off: New Year’s Day of 2027 is not counted', () => {
    const explained = explainWorkingDays(calendar, '2026-12-30', 3);
    expect(explained).toMatchObject({ counted: ['2026-12-31', '2027-01-04', '2027-01-05'], provisional: true });
    expect(explained.skipped[0]).toMatchObject({ date: '2027-01-01', why: { zh: '元旦' }, reason: 'holiday' });
  });

  test('where it begins in an announced year and runs into one that is not', () => {
    expect(explainWorkingDays(calendar, '2026-12-30', 1).provisional).toBe(false);
    expect(explainWorkingDays(calendar, '2026-12-30', 2).provisional).toBe(true);
  });

  test('where the calendar was cut too short for it', () => {
    const only2024 = sliceCalendar(calendar, 2024, 2024);
    expect(explainWorkingDays(only2024, '2024-12-30', 1).provisional).toBe(false);
    expect(explainWorkingDays(only2024, '2024-12-31', 1)).toMatchObject({ due: '2025-01-01', provisional: true });
  });
});
