import chineseDays from 'chinese-days';
import { addDays, type IsoDate, yearOf } from '../domain/calendar/dates.ts';
import type { Calendar, HolidayName, YearCalendar } from '../domain/calendar/working-days.ts';
import { listed } from '../domain/text.ts';

type ListedDay = { readonly date: IsoDate; readonly work: boolean; readonly zh: string; readonly en: string };

/** The festivals that the package abbreviates and the notices print with 节. */
const PRINTED: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

const NOTICES: readonly { readonly year: number; readonly source: string }[] = [
  { year: 2023, source: '国务院办公厅关于2023年部分节假日安排的通知，国办发明电〔2022〕16号，2022-12-08' },
  {
    year: 2024,
    source:
      '国务院办公厅关于2024年部分节假日安排的通知，国办发明电〔2023〕7号，2023-10-25，https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
  },
  { year: 2025, source: '国务院办公厅关于2025年部分节假日安排的通知，国办发明电〔2024〕12号，2024-11-12' },
  { year: 2026, source: '国务院办公厅关于2026年部分节假日安排的通知，2025-11-04' },
];

/** The last year whose notice is here, and the last for which the package converts lunar dates. */
const LAST_ANNOUNCED = 2026;
const LAST_CONVERTED = 2099;

/** The days of each holiday after its first: 春节 from the last day of the old year to the third of the new, 劳动节 two days, 国庆节 three. */
const FOLLOWING: Readonly<Record<string, number>> = { 春节: 3, 劳动节: 1, 国庆节: 2 };

/** The first day of each holiday that 《全国年节及纪念日放假办法》 (since 2025) fixes for every year, in order of date. */
function fixedHolidays(year: number): readonly HolidayName[] {
  const lunar = (day: string): IsoDate => chineseDays.getSolarDateFromLunar(`${year}-${day}`).date;
  const holidays: readonly HolidayName[] = [
    { from: `${year}-01-01`, zh: '元旦', en: "New Year's Day" },
    { from: addDays(lunar('01-01'), -1), zh: '春节', en: 'Spring Festival' },
    { from: chineseDays.getSolarTermDate(year, 4, 'pure_brightness'), zh: '清明节', en: 'Tomb-sweeping Day' },
    { from: `${year}-05-01`, zh: '劳动节', en: 'Labour Day' },
    { from: lunar('05-05'), zh: '端午节', en: 'Dragon Boat Festival' },
    { from: lunar('08-15'), zh: '中秋节', en: 'Mid-autumn Festival' },
    { from: `${year}-10-01`, zh: '国庆节', en: 'National Day' },
  ];
  return holidays.toSorted((a, b) => a.from.localeCompare(b.from));
}

/** The names by their first day; two holidays that begin on one day share it, as 中秋节 and 国庆节 do in 2031. */
const byFirstDay = (names: readonly HolidayName[]): readonly HolidayName[] =>
  [...Map.groupBy(names, ({ from }) => from)].map(([from, each]) => ({
    from,
    zh: listed(each.map(({ zh }) => zh)),
    en: each.map(({ en }) => en).join(' and '),
  }));

/** A year without its notice: the fixed days off; which days are worked instead only the notice will say. */
function provisional(year: number): YearCalendar {
  const names = fixedHolidays(year);
  const off = names.flatMap(({ from, zh }) =>
    Array.from({ length: 1 + (FOLLOWING[zh] ?? 0) }, (_, day) => addDays(from, day)),
  );
  return {
    year,
    off: [...new Set(off)].sort(),
    work: [],
    names: byFirstDay(names),
    source: '《全国年节及纪念日放假办法》（2025年1月1日起施行）；当年放假调休安排尚未公布 (not announced yet)',
    provisional: true,
  };
}

/**
 * The working days of mainland China by the State Council notices for 2023 to 2026; every later year has not been announced and is provisional.
 */
export const calendar: Calendar = {
  version: 'cn-2023-2026-with-fixed-2027-2099',
  years: [
    ...NOTICES.map(({ year, source }) => announced(year, source)),
    ...Array.from({ length: LAST_CONVERTED - LAST_ANNOUNCED }, (_, n) => provisional(LAST_ANNOUNCED + 1 + n)),
  ],
};

function announced(year: number, source: string): YearCalendar {
  const days = listedDays(year);
  if (days.length === 0) throw new Error(`chinese-days knows no holidays of ${year}`);
  const off = days.filter(({ work }) => !work);
  return {
    year,
    off: off.map(({ date }) => date),
    work: days.filter(({ work }) => work).map(({ date }) => date),
    names: holidayNames(off),
    source,
    provisional: false,
  };
}

/** The days that a notice lists, off or made up; the package names them 'English,中文,days', and all other days by their weekday. */
function listedDays(year: number): readonly ListedDay[] {
  const found: ListedDay[] = [];
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date);
    const [en, zh] = name.split(',');
    if (en !== undefined && zh !== undefined) found.push({ date, work, zh: PRINTED[zh] ?? zh, en });
  }
  return found;
}

function holidayNames(off: readonly ListedDay[]): readonly HolidayName[] {
  return off.filter(({ zh }, i) => zh !== off[i - 1]?.zh).map(({ date, zh, en }) => ({ from: date, zh, en }));
}
