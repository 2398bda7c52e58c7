/** A business date 'YYYY-MM-DD' in Asia/Shanghai, which is +08:00 all year. */
export type IsoDate = string;

const DAY_MS = 86_400_000;
const OFFSET_MS = 28_800_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** Whether the text is a date that exists, from 0001-01-01 to 9999-12-31. */
export function isIsoDate(text: string): boolean {
  return SHAPE.test(text) && epochDayOf(text) !== null;
}

/** The date that lies n calendar days later (earlier where n is negative); throws RangeError outside the years 1 to 9999. */
export function addDays(date: IsoDate, n: number): IsoDate {
  return fromEpochDay(toEpochDay(date) + n);
}

/** The date n months later, on the last day of a month that is too short (01-31 plus one month is 02-28 or 02-29). */
export function addMonths(date: IsoDate, n: number): IsoDate {
  const { year, month, day } = parts(date);
  const months = year * 12 + (month - 1) + n;
  const first = `${digits(Math.floor(months / 12), 4)}-${digits((((months % 12) + 12) % 12) + 1, 2)}-01`;
  return addDays(first, Math.min(day, daysInMonth(first)) - 1);
}

/** The date n years later, 02-28 where 02-29 does not exist. */
export function addYears(date: IsoDate, n: number): IsoDate {
  return addMonths(date, n * 12);
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(date: IsoDate): number {
  // Epoch day 0 was a Thursday.
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** The year of a date, as a number. */
export function yearOf(date: IsoDate): number {
  return parts(date).year;
}

/** Negative, zero or positive as the first date is before, on or after the second. */
export function compareDates(a: IsoDate, b: IsoDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Calendar days from one date to another, negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The instant of 00:00 of a date in Asia/Shanghai, in epoch milliseconds. */
export function startOfDayAt(date: IsoDate): number {
  return toEpochDay(date) * DAY_MS - OFFSET_MS;
}

/** The instant of 24:00 of a date in Asia/Shanghai, which is 00:00 of the next, in epoch milliseconds. */
export function endOfDayAt(date: IsoDate): number {
  return startOfDayAt(date) + DAY_MS;
}

/** The business date on which an instant (epoch milliseconds) falls in Asia/Shanghai. */
export function dateOf(atMs: number): IsoDate {
  return fromEpochDay(Math.floor((atMs + OFFSET_MS) / DAY_MS));
}

/** An instant (epoch milliseconds) as RFC 3339 text with +08:00, and with milliseconds only where there are any. */
export function toRfc3339(atMs: number): string {
  const sinceMidnightMs = Math.floor(atMs) - startOfDayAt(dateOf(atMs));
  const time = new Date(sinceMidnightMs).toISOString().slice(11, 23).replace('.000', '');
  return `${dateOf(atMs)}T${time}+08:00`;
}

function toEpochDay(date: IsoDate): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const epochDay = SHAPE.test(date) ? epochDayOf(date) : null;
  if (epochDay === null) throw new RangeError(`not a date: ${JSON.stringify(date)}`);
  return keep(days, date, epochDay);
}

/** The day of a text that has the shape of a date; null where there is no such day. The platform's parser would cost ten times as much. */
function epochDayOf(text: string): number | null {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null;
  // Years begin in March here, so that the leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}

function lengthOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function fromEpochDay(epochDay: number): IsoDate {
  const known = dates.get(epochDay);
  if (known !== undefined) return known;
  if (!Number.isInteger(epochDay) || epochDay < FIRST_DAY || epochDay > LAST_DAY) {
    throw new RangeError(`no date of the years 1 to 9999 lies ${epochDay} days from 1970-01-01`);
  }
  return keep(dates, epochDay, new Date(epochDay * DAY_MS).toISOString().slice(0, 10));
}

/** The days and dates met last: an application's few are reckoned again and again, at every look at it. */
const days = new Map<IsoDate, number>();
const dates = new Map<number, IsoDate>();
const keptAtMost = 4_096;

function keep<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= keptAtMost) known.clear();
  known.set(key, value);
  return value;
}

function parts(date: IsoDate): { year: number; month: number; day: number } {
  toEpochDay(date);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

function daysInMonth(first: IsoDate): number {
  const month = first.slice(0, 7);
  return [31, 30, 29].find((day) => isIsoDate(`${month}-${day}`)) ?? 28;
}

function digits(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
