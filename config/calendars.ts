import chineseDays from 'chinese-days';
import { addDays, type IsoDate, yearOf } from '../domain/calendar/dates.ts';
import type { Calendar, HolidayName, YearCalendar } from '../domain/calendar/working-days.ts';

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

/** The working days of mainland China by the State Council notices for 2023 to 2026; 2027 has not been announced and is provisional. */
export const calendar: Calendar = {
  version: 'cn-2023-2026',
  years: [
    ...NOTICES.map(({ year, source }) => announced(year, source)),
    { year: 2027, off: [], work: [], names: [], source: '尚未公布 (not announced yet)', provisional: true },
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
