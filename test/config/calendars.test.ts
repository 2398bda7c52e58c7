import { describe, expect, test } from 'vitest';
import { calendar } from '../../config/calendars.ts';
import { addDays, daysBetween, isIsoDate, weekday, yearOf } from '../../domain/calendar/dates.ts';
import { explainWorkingDays, sliceCalendar } from '../../domain/calendar/working-days.ts';

/** Month-days as the notices print them, a span as 'first..last'. */
const notices: readonly { year: number; off: string; work: string }[] = [
  {
    year: 2023,
    off: '01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06',
    work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  {
    year: 2024,
    off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  {
    year: 2025,
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  {
    year: 2026,
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
];

function dates(year: number, printed: string): string[] {
  return printed.split(' ').flatMap((span) => {
    const [first = '', last = first] = span.split('..').map((monthDay) => `${year}-${monthDay}`);
    return Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
  });
}

const yearCalendar = (year: number) => calendar.years.find((found) => found.year === year);

describe('the calendar', () => {
  test.each(notices)('of $year has the days off and the days worked that the notice prints', ({ year, off, work }) => {
    expect(yearCalendar(year)?.off).toEqual(dates(year, off));
    expect(yearCalendar(year)?.work).toEqual(dates(year, work));
    expect(yearCalendar(year)?.provisional).toBe(false);
  });

  test.each(notices)('of $year names the seven holidays and its notice', ({ year }) => {
    const names = yearCalendar(year)?.names.map(({ zh }) => zh);
    const seven = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
    expect([...new Set(names)].sort()).toEqual([...seven].sort());
    expect(yearCalendar(year)?.source).toContain(`国务院办公厅关于${year}年部分节假日安排的通知`);
  });

  test('of 2024 says where its notice is published', () => {
    expect(yearCalendar(2024)?.source).toContain('gov.cn/zhengce/zhengceku/202310/content_6911528.htm');
  });

  test('holds every year from 2023 to 2099 in order', () => {
    expect(calendar.years.map(({ year }) => year)).toEqual(Array.from({ length: 77 }, (_, n) => 2023 + n));
  });

  test.each([
    { year: 2027, off: '01-01 02-05..02-08 04-05 05-01 05-02 06-09 09-15 10-01..10-03' },
    // 中秋节 and the third day of 国庆节 are one day.
    { year: 2028, off: '01-01 01-25..01-28 04-04 05-01 05-02 05-28 10-01..10-03' },
    { year: 2029, off: '01-01 02-12..02-15 04-04 05-01 05-02 06-16 09-22 10-01..10-03' },
    // The year with a leap eleventh month: 中秋节 stands before it.
    { year: 2033, off: '01-01 01-30..02-02 04-04 05-01 05-02 06-01 09-08 10-01..10-03' },
  ])('of $year, which no notice has announced, has the days that the standing regulation fixes', ({ year, off }) => {
    expect(yearCalendar(year)).toMatchObject({ off: dates(year, off), work: [], provisional: true });
  });

  test('counts 1 and 2 May of 2028 as holidays', () => {
    const { counted, skipped, provisional } = explainWorkingDays(calendar, '2028-04-28', 1);
    expect([counted, provisional]).toEqual([['2028-05-03'], true]);
    expect(skipped.map(({ date, why }) => [date, why.zh])).toEqual([
      ['2028-04-29', '周六'],
      ['2028-04-30', '周日'],
      ['2028-05-01', '劳动节'],
      ['2028-05-02', '劳动节'],
    ]);
  });

  test('lists dates of the right year that exist, in order, and make-up days only at weekends', () => {
    for (const { year, off, work, names } of calendar.years) {
      for (const list of [off, work, names.map(({ from }) => from)]) {
        expect(list.every((date) => isIsoDate(date) && yearOf(date) === year)).toBe(true);
        expect(list).toEqual([...new Set(list)].sort());
      }
      expect(work.every((date) => weekday(date) > 5 && !off.includes(date))).toBe(true);
    }
  });

  test('survives JSON unchanged, and the two years that travel with a case stay small', () => {
    expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar);
    expect(JSON.stringify(sliceCalendar(calendar, 2026, 2027)).length).toBeLessThan(2_500);
  });
});
