import type { CaseState } from '../case/case.ts';
import type { Action } from '../case/transition.ts';
import type { Role } from '../programme/facts.ts';
import type { Check } from '../programme/stages.ts';
import type { Text } from '../text.ts';
import { actionsOf } from './actions.ts';
import { withLapsesUpTo } from './lapses.ts';

/** One thing an action asks for: a point to confirm by its key, or a printed value to choose. */
export type RequestedPoint = Pick<Check, 'key' | 'name' | 'clauses'>;

/** An action that stands open, with what must come with it. */
export type OpenAction = {
  readonly name: string;
  readonly label: Text;
  readonly checks?: readonly RequestedPoint[];
  readonly choices?: readonly RequestedPoint[];
  /** The list of what lies in the paper dossier must come with it. */
  readonly dossier?: { readonly clauses: readonly string[] };
};

/** Points as they are shown. */
export const requestedPoints = (points: readonly Check[]): readonly RequestedPoint[] =>
  points.map(({ key, name, clauses }) => ({ key, name, clauses }));

/** The actions open to someone with these roles at this moment (epoch ms): the guard part of `decide`, asked for every action. */
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
