import type { Text } from '../text.ts';
import { addDays, type IsoDate, weekday, yearOf } from './dates.ts';

/** A holiday name: the days off of the year from `from` to the next entry belong to this holiday. */
export type HolidayName = { readonly from: IsoDate } & Text;

/**
 * One year as the State Council notice prints it: every day off (weekend days among them), the weekend days worked
 * instead (调休), and the holidays in order of date. A provisional year has not been announced: it lists the days off that the standing regulation fixes
 * for every year, and which days are worked instead is not known.
 */
export type YearCalendar = {
  readonly year: number;
  readonly off: readonly IsoDate[];
  readonly work: readonly IsoDate[];
  readonly names: readonly HolidayName[];
  readonly source: string;
  readonly provisional: boolean;
};

/** The announced years under one version; small JSON, because it travels in workflow histories. */
export type Calendar = { readonly version: string; readonly years: readonly YearCalendar[] };

/** A day that was not counted, and why. */
export type SkippedDay = { readonly date: IsoDate; readonly why: Text; readonly reason: 'weekend' | 'holiday' };

/** How a last day was computed: the days counted, the days left out, and which worked weekend days were counted. */
export type WorkingDaysExplained = {
  readonly start: IsoDate;
  readonly days: number;
  readonly due: IsoDate;
  readonly counted: readonly IsoDate[];
  readonly skipped: readonly SkippedDay[];
  readonly madeUp: readonly IsoDate[];
  readonly provisional: boolean;
  readonly calendarVersion: string;
};

const WEEKEND: readonly [Text, Text] = [
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];
const UNNAMED: Text = { zh: '法定节假日', en: 'Public holiday' };

/**
 * Whether a date is a working day: Monday to Friday, without public holidays, plus make-up days. A year that is not announced has its fixed holidays
 * and no make-up days.
 */
export function isWorkingDay(calendar: Calendar, date: IsoDate): boolean {
  if (announcedYear(calendar, date)?.work.includes(date)) return true;
  return weekday(date) <= 5 && !isOff(calendar, date);
}

/**
 * The n-th working day after the start day, which is not counted (Civil Code, articles 201 and 203; model A-01). For n = 0 the result is the start
 * day if it is a working day, otherwise the first working day after it. Throws RangeError unless n is a whole number from 0.
 */
export function addWorkingDays(calendar: Calendar, start: IsoDate, n: number): IsoDate {
  requireDays(n);
  let date = n === 0 ? start : addDays(start, 1);
  for (let left = Math.max(n, 1); ; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) left -= 1;
    if (left === 0) return date;
  }
}

/** How many working days there are after one date up to and including another; 0 where the second is not later. */
export function countWorkingDays(calendar: Calendar, fromExclusive: IsoDate, toInclusive: IsoDate): number {
  return daysIn(addDays(fromExclusive, 1), toInclusive).filter((date) => isWorkingDay(calendar, date)).length;
}

/** The first working day after a date; a last day that falls on a holiday moves to it. */
export function nextWorkingDay(calendar: Calendar, date: IsoDate): IsoDate {
  return addWorkingDays(calendar, date, 1);
}

/** The n-th working day before a date; the date itself is not counted. Throws RangeError unless n is a whole number from 1. */
export function workingDayBefore(calendar: Calendar, date: IsoDate, n: number): IsoDate {
  requireDays(n - 1);
  let day = date;
  for (let left = n; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The latest date, working day or not, from which n working days still end on or before the last day. */
export function latestStart(calendar: Calendar, lastDay: IsoDate, n: number): IsoDate {
  requireDays(n);
  let date = lastDay;
  for (let left = Math.max(n, 1); ; date = addDays(date, -1)) {
    if (isWorkingDay(calendar, date)) left -= 1;
    if (left === 0) return n === 0 ? date : addDays(date, -1);
  }
}

/**
 * The result of `addWorkingDays` with each counted and each skipped day, from the day after the start to the due day. For n = 0 no day is counted,
 * and the skipped days begin with the start day when it is not a working day.
 */
export function explainWorkingDays(calendar: Calendar, start: IsoDate, n: number): WorkingDaysExplained {
  const due = addWorkingDays(calendar, start, n);
  const passed = daysIn(n === 0 ? start : addDays(start, 1), due);
  const worked = passed.filter((date) => isWorkingDay(calendar, date));
  const counted = n === 0 ? [] : worked;
  return {
    start,
    days: n,
    due,
    counted,
    skipped: passed.filter((date) => !worked.includes(date)).map((date) => skippedDay(calendar, date)),
    madeUp: counted.filter((date) => weekday(date) > 5),
    provisional: passed.some((date) => announcedYear(calendar, date) === undefined),
    calendarVersion: calendar.version,
  };
}

/** The calendar with only the years that a case needs, both included, under the same version. */
export function sliceCalendar(calendar: Calendar, fromYear: number, toYear: number): Calendar {
  return { ...calendar, years: calendar.years.filter(({ year }) => year >= fromYear && year <= toYear) };
}

function listedYear(calendar: Calendar, date: IsoDate): YearCalendar | undefined {
  const number = yearOf(date);
  return calendar.years.find(({ year }) => year === number);
}

const isOff = (calendar: Calendar, date: IsoDate): boolean => listedYear(calendar, date)?.off.includes(date) ?? false;

function announcedYear(calendar: Calendar, date: IsoDate): YearCalendar | undefined {
  const year = listedYear(calendar, date);
  return year?.provisional ? undefined : year;
}

function skippedDay(calendar: Calendar, date: IsoDate): SkippedDay {
  const year = listedYear(calendar, date);
  if (!year?.off.includes(date)) return { date, why: WEEKEND[weekday(date) === 6 ? 0 : 1], reason: 'weekend' };
  const { zh, en } = year.names.findLast(({ from }) => from <= date) ?? UNNAMED;
  return { date, why: { zh, en }, reason: 'holiday' };
}

function daysIn(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
  return days;
}

function requireDays(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
}
