import type { CaseState } from '../case/case.ts';
import type { Need } from '../case/needs.ts';
import type { Action } from '../case/transition.ts';
import type { Plan } from '../programme/programme.ts';
import type { StageDef } from '../programme/stages/stages.ts';
import { referralActionsOf } from '../stages/referral-actions.ts';
import { actionsOf, stageActions } from './actions.ts';
import { remedyActions } from './general/general-actions.ts';

/** The inputs that an action needs in the current state. */
export const needsOf = (state: CaseState, name: string): Need[] => declared(actionsOf(state), name);

/** Whether some action of the current stage needs this input; nothing is needed after the end. */
export const demands = (state: CaseState, need: Need): boolean =>
  !state.ended && actionsOf(state).some(({ needs = [] }) => needs.includes(need));

/** The inputs that an action may need in any stage: while an earlier command is undecided, the stage of this one is unknown. */
export function needsAnywhere(plan: Plan, name: string): Need[] {
  const actions = [...plan.stages.flatMap(stageActions), ...remedyActions(plan), ...referralActionsOf(plan)];
  return declared(actions, name);
}

/** The inputs that an action needs in one stage of a programme. */
export const needsAt = (stage: StageDef, name: string): Need[] => declared(stageActions(stage), name);

const declared = (actions: readonly Action[], name: string): Need[] => [
  ...new Set(actions.filter((action) => action.name === name).flatMap(({ needs = [] }) => needs)),
];
