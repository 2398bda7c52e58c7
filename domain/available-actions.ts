import { Story, system } from './action.ts';
import { actionsOf } from './actions.ts';
import type { CaseState } from './case.ts';
import type { Role } from './facts.ts';
import { settle } from './settle.ts';
import type { Text } from './text.ts';

/** The actions open to someone with these roles at this moment (epoch ms): the guard part of `decide`, asked for every action. */
export function availableActions(
  state: CaseState,
  roles: readonly Role[],
  at: number,
): { name: string; label: Text }[] {
  if (!state.plan) return [];
  const story = new Story(state, { by: system, receivedAt: at });
  settle(story);
  return actionsOf(story.state)
    .filter((action) => action.roles.some((role) => roles.includes(role) && !action.guard(story.state, { role, at })))
    .map(({ name, label }) => ({ name, label }));
}
