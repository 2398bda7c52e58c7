import { z } from 'zod';

/** Hundredths of what was typed with at most two decimals; a text is read digit by digit, because 1.15 × 100 is not 115. */
function hundredthsOf(typed: string | number): number {
  const [whole = '0', part = ''] = String(typed).split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** What hundredths are shown as: a number with at most two decimals. */
export const shownHundredths = (hundredths: number): number => hundredths / 100;

const twoDecimals = (typed: string | number): boolean => /^\d{1,3}(?:\.\d{1,2})?$/.test(String(typed));
const wrong = {
  error: 'must be a number with at most two decimals',
  params: { zh: '须为最多两位小数的数' },
  abort: true,
};

/** A number from 0 to 100 with at most two decimals, as people type it (a number or a text); hundredths inside. */
export const hundredths = (description: string) =>
  z
    .union([z.number().min(0).max(100).refine(twoDecimals, wrong), z.string().max(6).refine(twoDecimals, wrong)])
    .transform(hundredthsOf)
    .refine((value) => value <= 10_000, { error: 'must be at most 100', params: { zh: '不得超过100' } })
    .meta({ description, override: { type: ['number', 'string'], minimum: 0, maximum: 100, example: 83.25 } });
