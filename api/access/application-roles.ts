import type { ApplicationHead } from '../../db/applications/applications.ts';
import { rolesOn } from '../../domain/access/access.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Person } from '../http/caller.ts';

/** A person's roles for an application; a draft has only its applicant. */
export function rolesFor(head: ApplicationHead, caller: Person): readonly Role[] {
  const roles = rolesOn(head, caller);
  return head.opened ? roles : roles.filter((role) => role === 'applicant');
}
