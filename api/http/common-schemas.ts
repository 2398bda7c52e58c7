import { z } from 'zod';
import { isIsoDate } from '../../domain/calendar/dates.ts';
import { isPrintable, isVisible, plainText } from '../../domain/plain-text.ts';
import type { Text } from '../../domain/text.ts';
import type { Shown } from './shown.ts';

/** A text in both languages. */
export const textSchema = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });

/** An existing date. */
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

/** Text of people, made plain (`plainText`): it has something to be seen, and nothing that cannot be printed. */
const plain = (max: number) =>
  z
    .string()
    .overwrite(plainText)
    .min(1, { abort: true })
    .max(max)
    .refine(isPrintable, {
      error: 'must not contain control characters',
      params: { zh: '不得含有控制字符' },
    })
    .refine(isVisible, {
      abort: true,
      error: 'must contain a letter, digit or sign',
      params: { zh: '不得只有空白或不可见字符' },
    });

/** Plain text of one line. */
export const line = (max: number) =>
  plain(max)
    .refine((value) => !/[\n\t]/.test(value), {
      error: 'must be one line',
      params: { zh: '须为一行文字' },
    })
    .refine((value) => value.trim() === value, {
      error: 'must not begin or end with a space',
      params: { zh: '首尾不得有空格' },
    });

/** Plain text of several lines. */
export const paragraph = (max: number) => plain(max);

/** One line with a letter in it. */
const nameLine = (max: number, zh: string) =>
  line(max).refine((value) => /\p{L}/u.test(value), { error: 'must be a name', params: { zh } });

/** The name of a person. */
export const personName = (max: number) => nameLine(max, '须为姓名');
/** The name of a unit, wherever it is written. */
export const unitName = nameLine(120, '须为单位名称');

const oneNumber = '\\+?[(（]?\\d(?:[ ()（）-]{0,3}\\d){4,19}(?: ?(?:转|ext\\.?) ?\\d{1,6})?';
/** Telephone numbers: up to three, each with its extension if it has one. */
export const telephone = z
  .string()
  .max(80)
  .regex(new RegExp(`^${oneNumber}(?: ?[、，,;；/] ?${oneNumber}){0,2}$`, 'i'), 'must be a telephone number')
  .meta({ example: '0411-84362018转801' });

type FieldProblem = { readonly path: (string | number)[]; readonly message: Text };

/** A check of a whole object that is made also where a field of it is wrong, so that everything is said at once; it looks only at what is there. */
export const checkedAlways = <T extends object>(problemsOf: (value: T) => readonly FieldProblem[]) =>
  z.core._check<T>(
    ({ value, issues }) => {
      if (typeof value !== 'object' || value === null) return;
      for (const { path, message } of problemsOf(value))
        issues.push({
          code: 'custom',
          input: value,
          path,
          message: message.en,
          params: { zh: message.zh },
          continue: true,
        });
    },
    { when: () => true },
  );

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

/** The path parameter of everything below one application. */
export const ofApplication = z.strictObject({ no: applicationNo });

/** The path of a row with a UUID. */
export const ofRow = z.strictObject({ id: uuid });

/** The key of something that a programme names: itself, a series, a specialty, an office. */
export const programmeKey = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
