import type { IsoDate } from '../calendar/dates.ts';
import type { EligibilityRule } from '../programme/eligibility.ts';
import type { Text } from '../text.ts';
import { type Context, cutOffDay } from './answer.ts';

/** What a rule says, with the last day that counts in force for the series where its words leave room for one: `{lastDay}`. */
export function worded({ message, requires }: EligibilityRule, context: Context): Text {
  const day = 'cutOff' in requires && requires.cutOff !== undefined ? cutOffDay(context, requires.cutOff) : undefined;
  if (day === undefined) return message;
  return {
    zh: message.zh.replaceAll('{lastDay}', inChinese(day)),
    en: message.en.replaceAll('{lastDay}', day),
  };
}

/** A day as the notices print it: 2024年3月31日. */
function inChinese(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
