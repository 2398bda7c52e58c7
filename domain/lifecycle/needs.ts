import type { CaseState } from '../case/case.ts';
import type { Need } from '../case/needs.ts';
import type { Action } from '../case/transition.ts';
import type { Plan } from '../programme/programme.ts';
import type { StageDef } from '../programme/stages.ts';
import { actionsOf, stageActions } from './actions.ts';
import { remedyActions } from './general-actions.ts';

/** What an action needs where the case now stands. */
export const needsOf = (state: CaseState, name: string): Need[] => declared(actionsOf(state), name);

/** What an action may need anywhere on a path: where another act is not decided yet, nobody knows at which stage this one will be decided. */
export function needsAnywhere(plan: Plan, name: string): Need[] {
  const actions = [...plan.stages.flatMap(stageActions), ...remedyActions(plan)];
  return declared(actions, name);
}

/** What an action needs at one stage of a programme. */
export const needsAt = (stage: StageDef, name: string): Need[] => declared(stageActions(stage), name);

const declared = (actions: readonly Action[], name: string): Need[] => [
  ...new Set(actions.filter((action) => action.name === name).flatMap(({ needs = [] }) => needs)),
];
