import type { ApplicationRow } from '../../db/applications/applications.ts';
import { listEvents } from '../../db/applications/events.ts';
import type { Act } from '../../domain/materials/completeness.ts';
import { attestedClauses } from '../../domain/stages/asked-checks.ts';
import type { Services } from '../http/route.ts';

/** More events than any life has. */
export const allEvents = 1000;

/** Who attested what: the clauses of the checks that were asked of them by the plan of the case and that they confirmed, as the events keep it. */
export async function attestationsOn({ db }: Pick<Services, 'db'>, { no, plan }: ApplicationRow): Promise<Act[]> {
  if (!plan) return [];
  const events = await listEvents(db, no, { after: 0, limit: allEvents });
  return events.flatMap((event) => {
    const clauses = attestedClauses(plan, event);
    return clauses.length > 0 ? [{ by: event.role, clauses }] : [];
  });
}
