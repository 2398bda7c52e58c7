import { isIsoDate } from '../../calendar/dates.ts';
import type { Plan } from '../../programme/programme.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type ActName, acts, type Field } from './acts.ts';
import type { Command } from './commands.ts';

/** The kinds of values that are days. */
const days: readonly string[] = ['day', 'meetingDay', 'decisionDay'];

/**
 * Refuses a day that somebody typed and that cannot belong to an application of the programme's year: it lies in the year before, that year, or the year
 * after. A mistyped year would otherwise hold the application until then.
 */
export function implausibleDay({ year }: Pick<Plan, 'year'>, { name, data }: Command): Refusal | null {
  const fields: Readonly<Record<string, Field>> = name in acts ? acts[name as ActName] : {};
  const given: Readonly<Record<string, unknown>> = data;
  const [first, last] = [`${year - 1}-01-01`, `${year + 1}-12-31`];
  const wrong = Object.entries(fields).find(([field, { kind }]) => {
    const day = given[field];
    return days.includes(kind) && typeof day === 'string' && isIsoDate(day) && (day < first || last < day);
  });
  if (!wrong) return null;
  const [field] = wrong;
  return {
    ...refuse('INVALID_DATA', {
      zh: `日期${String(given[field])}不合理，应在${first}至${last}之间。`,
      en: `The date ${String(given[field])} is not plausible: it lies between ${first} and ${last}.`,
    }),
    errors: [
      {
        path: `/${field}`,
        message: { zh: `应在${first}至${last}之间`, en: `must be from ${first} to ${last}` },
      },
    ],
  };
}
