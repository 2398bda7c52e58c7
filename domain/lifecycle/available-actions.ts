import type { CaseState } from '../case/case.ts';
import type { CommandName } from '../case/commands/commands.ts';
import type { Action } from '../case/transition.ts';
import type { Role } from '../programme/facts.ts';
import type { Check } from '../programme/stages/stages.ts';
import type { Text } from '../text.ts';
import { actionsOf } from './actions.ts';
import { withLapsesUpTo } from './lapses.ts';

/** One input that an action requires: a check to confirm, or a printed value to choose. */
export type RequestedPoint = Pick<Check, 'key' | 'name' | 'clauses'>;

/** An available action with the input it requires. */
export type OpenAction = {
  readonly name: CommandName;
  readonly label: Text;
  readonly checks?: readonly RequestedPoint[];
  readonly choices?: readonly RequestedPoint[];
  /** Set when the contents of the paper dossier must be listed. */
  readonly dossier?: { readonly clauses: readonly string[] };
};

/** Checks and values in the form that the API returns. */
export const requestedPoints = (points: readonly Check[]): readonly RequestedPoint[] =>
  points.map(({ key, name, clauses }) => ({ key, name, clauses }));

/** The actions available to a person with these roles at this instant (epoch ms): it evaluates the guard of every action. */
export function availableActions(state: CaseState, roles: readonly Role[], at: number): OpenAction[] {
  if (!state.plan) return [];
  const now = withLapsesUpTo(state, at);
  return actionsOf(now)
    .filter((action) => action.roles.some((role) => roles.includes(role) && !action.guard(now, { role, at })))
    .map((action) => shown(action, now));
}

function shown({ name, label, asks }: Action, state: CaseState): OpenAction {
  const { checks, choices, dossier } = asks?.(state) ?? {};
  return {
    name,
    label,
    ...(checks?.length ? { checks: requestedPoints(checks) } : {}),
    ...(choices?.length ? { choices: requestedPoints(choices) } : {}),
    ...(dossier ? { dossier: { clauses: dossier.clauses } } : {}),
  };
}
