import { z } from 'zod';
import { isoDate, textSchema } from '../http/common-schemas.ts';

/** The year in the path. */
export const yearParams = z.object({ year: z.string().regex(/^\d{4}$/) });

/** The calendar begins with 2023; after the last first day there are years enough for the largest number of working days. */
const from = '2023-01-01';
const to = '2097-12-31';

/** The first day, and the number of working days. */
export const workingDaysQuery = z.strictObject({
  from: isoDate.refine((date) => date >= from && date <= to, {
    error: `must be from ${from} to ${to}`,
    params: { zh: `须在 ${from} 至 ${to} 之间` },
  }),
  days: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number')
    .transform(Number)
    .refine((days) => days <= 366, { error: 'must be at most 366', params: { zh: '最多 366 个工作日' } })
    .meta({ override: { type: 'integer', minimum: 0, maximum: 366 } }),
});

/** One year of the calendar with its source. */
export const calendarSchema = z
  .object({
    year: z.int(),
    version: z.string(),
    source: z.string(),
    provisional: z.boolean(),
    off: z.array(isoDate),
    work: z.array(isoDate),
    holidays: z.array(z.object({ from: isoDate, name: textSchema })),
  })
  .meta({ id: 'Calendar' });

/** The day, with its calculation. */
export const workingDaysSchema = z
  .object({
    start: isoDate,
    days: z.int(),
    due: isoDate,
    counted: z.array(isoDate),
    skipped: z.array(z.object({ date: isoDate, why: textSchema, reason: z.enum(['weekend', 'holiday']) })),
    madeUp: z.array(isoDate),
    provisional: z.boolean(),
    calendarVersion: z.string(),
  })
  .meta({ id: 'WorkingDays' });
