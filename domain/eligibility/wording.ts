import type { IsoDate } from '../calendar/dates.ts';
import type { EligibilityRule } from '../programme/eligibility.ts';
import type { Text } from '../text.ts';
import { type Context, cutOffDay } from './answer.ts';

/** The message of a rule, with `{lastDay}` replaced by the last day that counts for the series. */
export function worded({ message, requires }: EligibilityRule, context: Context): Text {
  const day = 'cutOff' in requires && requires.cutOff !== undefined ? cutOffDay(context, requires.cutOff) : undefined;
  if (day === undefined) return message;
  return {
    zh: message.zh.replaceAll('{lastDay}', inChinese(day)),
    en: message.en.replaceAll('{lastDay}', day),
  };
}

/** A day as the notices print it: 2024年3月31日. */
export function inChinese(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
