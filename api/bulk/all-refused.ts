import { forgetIntentKey } from '../../db/intents/intents.ts';
import type { Text } from '../../domain/text.ts';
import { problemSchema } from '../http/common-schemas.ts';
import { HttpError } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import type { ItemOutcome } from './bulk-act.ts';

/** Whether there is nothing but refusals, so that nothing is made. */
export const allRefused = (outcomes: readonly ItemOutcome[]): boolean =>
  outcomes.every(({ status }) => status === 'refused');

/** The error of a bulk request whose items were all refused, with the refusal of each; the keys of its actions are given up, so that it may be sent again. */
export async function refusedAll(
  { db }: Services,
  outcomes: readonly ItemOutcome[],
  message: Text,
): Promise<HttpError> {
  for (const { intent } of outcomes) if (intent !== undefined) await forgetIntentKey(db, intent);
  const problems = outcomes.flatMap(({ problem }) => (problem ? problemSchema.parse(problem) : []));
  return new HttpError(422, 'ALL_REFUSED', message, {
    clauses: [...new Set(problems.flatMap(({ clauses }) => clauses))],
    readings: [...new Set(problems.flatMap(({ readings }) => readings))],
    errors: problems.map((each, at) => ({ path: `/items/${at}`, message: each.message })),
    details: { items: outcomes.map(({ no, status, problem }) => ({ no, status, problem })) },
  });
}
