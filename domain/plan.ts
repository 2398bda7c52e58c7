import type { CaseState } from './case.ts';
import type { Plan, StageDef } from './programme.ts';

/** The plan of a case that has one; a case without a plan has no stage and is a programming error here. */
export function planOf(state: CaseState): Plan {
  if (!state.plan) throw new Error(`case ${state.no} has no plan yet`);
  return state.plan;
}

/** The stage with this key; unknown keys are errors of the programme's data. */
export function stageOf(plan: Plan, key: string): StageDef {
  const stage = plan.stages.find((candidate) => candidate.key === key);
  if (!stage) throw new Error(`programme ${plan.programme} has no stage ${key}`);
  return stage;
}

/** The definition of the stage the case stands in, or null after its end. */
export function currentStage(state: CaseState): StageDef | null {
  return state.stage && !state.ended ? stageOf(planOf(state), state.stage.key) : null;
}

/** The position of a stage in the printed order; later stages have higher numbers. */
export function stageIndex(plan: Plan, key: string): number {
  return plan.stages.findIndex((stage) => stage.key === key);
}

/** How many submissions the case may make in all: the printed number and those granted (LN-5.5.3-b, A-13). */
export function attemptsAllowed(state: CaseState): number {
  const counted = planOf(state).stages.find((stage) => stage.kind === 'review' && stage.submission);
  return counted?.kind === 'review' && counted.submission ? counted.submission.attempts + state.attempts.granted : 0;
}
