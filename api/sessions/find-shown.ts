import { findSession, type SessionRow } from '../../db/sessions/sessions.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { sessionRolesOf } from '../../domain/session/offices.ts';
import type { Person } from '../http/caller.ts';
import { notFound } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** A session, its programme, and what the caller is to it. */
export type SeenSession = {
  readonly session: SessionRow;
  readonly programme: Programme;
  readonly roles: readonly Role[];
};

/** A session as it stands now, as one person sees it; throws a 404 where there is none or the person has no part in it. */
export async function findShown(
  services: Services,
  { id, caller, world }: { readonly id: string; readonly caller: Person; readonly world: string | null },
): Promise<SeenSession> {
  const seen = await seenBy(services, { id, caller, world });
  if (!seen) throw notFound();
  return seen;
}

/** The same, or null. */
export async function seenBy(
  services: Services,
  { id, caller, world }: { readonly id: string; readonly caller: Person; readonly world: string | null },
): Promise<SeenSession | null> {
  const session = await findSession(services.db, { id, world, person: caller.person });
  const programme = session && services.programmes.get(session.programme);
  if (!session || !programme) return null;
  const offices = sessionRolesOf(caller.grants, programme, session.committee);
  const roles = session.expert === null ? offices : [...offices, 'expert' as const];
  return roles.length > 0 ? { session, programme, roles } : null;
}
