import type { CaseState } from '../../case/case.ts';
import type { CommandName } from '../../case/commands/commands.ts';
import { currentStage } from '../../case/plan/compiled-stages.ts';
import type { Role } from '../../programme/facts.ts';
import { stageActions } from '../actions.ts';

/** The actions that somebody may take or leave; whoever has no other has nothing to do. */
const optional: readonly CommandName[] = [
  'recall',
  'recordObjection',
  'correctPublicity',
  'removeItem',
  'grantAttempt',
];

/** The roles that can take the next step of the current stage at an instant, by the guards of its actions. */
export function nextRoles(state: CaseState, at: number): Role[] {
  const stage = currentStage(state);
  if (!stage) return [];
  const steps = stageActions(stage).filter(({ name }) => !optional.includes(name));
  return [...new Set(steps.flatMap(({ roles, guard }) => roles.filter((role) => !guard(state, { role, at }))))];
}
