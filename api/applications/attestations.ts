import type { ApplicationRow } from '../../db/applications/applications.ts';
import { listEvents } from '../../db/applications/events.ts';
import type { Attestation } from '../../domain/materials/completeness.ts';
import { attestedClauses } from '../../domain/stages/asked-checks.ts';
import type { Services } from '../http/route.ts';

/** More events than any application has. */
export const allEvents = 1000;

/** Who attested what: from the events, the clauses of the checks that the plan required of each person and that the person confirmed. */
export async function attestationsOn(
  { db }: Pick<Services, 'db'>,
  { no, plan }: ApplicationRow,
): Promise<Attestation[]> {
  if (!plan) return [];
  const events = await listEvents(db, no, { after: 0, limit: allEvents });
  return events.flatMap((event) => {
    const clauses = attestedClauses(plan, event);
    return clauses.length > 0 ? [{ by: event.role, clauses }] : [];
  });
}
