import type { ApplicationHead } from '../../db/applications/applications.ts';
import { scopeOf } from '../../domain/access/access.ts';
import type { Actor } from '../../domain/case/actor.ts';
import type { CaseState } from '../../domain/case/case.ts';
import { actionsOf } from '../../domain/lifecycle/actions.ts';
import { availableActions } from '../../domain/lifecycle/available-actions.ts';
import { reviewsAgain } from '../../domain/lifecycle/one-review.ts';
import type { Role } from '../../domain/programme/facts.ts';

/** The roles in which a person may still act on a case: not those in which they would review it a second time. */
export function actingRoles(
  state: CaseState,
  roles: readonly Role[],
  { person, head }: { readonly person: string; readonly head: ApplicationHead },
): readonly Role[] {
  return roles.filter((role) => !reviewsAgain(state, actorOf(person, role, head), []));
}

/**
 * The role in which a person acts. First choice: a role in which they may still act and for which the action is available. Second: a role that the action is for, so that the refusal
 * says what is missing. Otherwise the person's first role, so that the refusal says whose action it is. Undefined for a person without a role here.
 */
export function roleInCharge(
  state: CaseState,
  roles: readonly Role[],
  action: { readonly name: string; readonly at: number; readonly person: string; readonly head: ApplicationHead },
): Role | undefined {
  const open = actingRoles(state, roles, action).find((role) =>
    availableActions(state, [role], action.at).some((each) => each.name === action.name),
  );
  const permitted = actionsOf(state).find((each) => each.name === action.name)?.roles ?? [];
  return open ?? roles.find((each) => permitted.includes(each)) ?? roles[0];
}

/** Who acts, as it is recorded. */
export function actorOf(person: string, role: Role, head: ApplicationHead): Actor {
  const scope = scopeOf(role, head);
  return { person, role, ...(scope ? { scope } : {}) };
}
