import { listEvents } from '../db/events.ts';
import { type Role, roles } from '../domain/facts.ts';
import type { Act } from '../domain/materials/completeness.ts';
import type { Services } from './route.ts';

/** More events than any life has. */
export const allEvents = 1000;

const kindOf: Readonly<Record<string, Act['kind']>> = { passed: 'review', stepDone: 'handover', posted: 'publicity' };

/** Who attested by an act of theirs. */
export async function actsOn({ db }: Pick<Services, 'db'>, no: string): Promise<Act[]> {
  const events = await listEvents(db, no, { after: 0, limit: allEvents });
  return events.flatMap(({ name, role }) => {
    const kind = kindOf[name];
    return kind && isRole(role) ? [{ kind, by: role }] : [];
  });
}

/** Whether a text is the name of a role. */
export const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role);
