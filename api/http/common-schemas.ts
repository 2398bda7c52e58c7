import { z } from 'zod';
import { isIsoDate } from '../../domain/calendar/dates.ts';
import type { Shown } from './shown.ts';

/** A text in both languages. */
export const textSchema = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });

/** A date that exists. */
export const isoDate = z
  .string()
  .max(10)
  .refine(isIsoDate, {
    error: 'must be a date that exists, YYYY-MM-DD',
    params: { zh: '须为实际存在的日期（YYYY-MM-DD）' },
  })
  .refine((date) => date >= '1900-01-01' && date <= '2199-12-31', {
    error: 'must be from 1900 to 2199',
    params: { zh: '须在 1900 年至 2199 年之间' },
  })
  .meta({ id: 'IsoDate', description: 'A business date in Asia/Shanghai.', format: 'date', example: '2024-07-10' });

/** An instant with an offset, RFC 3339, as epoch milliseconds. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant, RFC 3339 with an offset' })
  .max(40)
  .refine((value) => !Number.isNaN(Date.parse(value)), {
    error: 'must be an instant that exists',
    params: { zh: '须为实际存在的时刻' },
  });

/** Letters, digits and signs of one line: no control characters, no lone surrogates, no invisible direction marks. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(
      (value) =>
        value.isWellFormed() && !/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(value),
      {
        error: 'must not contain control characters',
        params: { zh: '不得含有控制字符' },
      },
    )
    .refine((value) => value.trim() === value, {
      error: 'must not begin or end with a space',
      params: { zh: '首尾不得有空格' },
    });

/** Several lines of text; of the control characters only tab and line feed. */
export const paragraph = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed() && !/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.test(value), {
      error: 'must not contain control characters',
      params: { zh: '不得含有控制字符' },
    });

/** An id of a row. */
export const uuid = z.guid();

/** An error (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    message: textSchema,
    clauses: z.array(z.string()),
    readings: z.array(z.string()),
    errors: z.array(z.object({ path: z.string(), message: textSchema })),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = Shown<typeof problemSchema>;

/** The header of every POST that changes something. */
export const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: true,
  description: 'The same key with the same request gives the first answer again; kept 30 days.',
  schema: { type: 'string' as const, minLength: 8, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' },
};

/** The header that puts a request into a clock world. */
export const clockHeaderSchema = {
  name: 'Demo-Clock',
  in: 'header' as const,
  required: false,
  description: 'Demonstration mode only: the clock world in which the request acts.',
  schema: { type: 'string' as const, format: 'uuid' },
};

/** The number of an application: programme and year, then 16 characters nobody can guess. */
export const applicationNo = z
  .string()
  .regex(/^[A-Z]{2,8}\d{2}-[0-9A-HJKMNP-TV-Z]{16}$/)
  .meta({ id: 'ApplicationNo', example: 'LN24-7K3M9QW2X5T8B1CD' });

/** The path of everything below one application. */
export const ofApplication = z.strictObject({ no: applicationNo });

/** The path of a row with a UUID. */
export const ofRow = z.strictObject({ id: uuid });

/** The key of something that a programme names: itself, a series, a specialty, an office. */
export const programmeKey = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
