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

/** The stages to which a stage may lead, its good way first. Ends of the road and an invalidated publicity are not among them. */
export function edgesOf(stage: StageDef): readonly string[] {
  if (stage.kind === 'certification') return [];
  if (stage.kind !== 'review') return [stage.next];
  return stage.return ? [stage.pass.next, stage.return.next] : [stage.pass.next];
}

/** The outcomes with which a stage may end the road, by a person or by time. */
export function outcomesOf(stage: StageDef): readonly string[] {
  const lapses = (stage.deadlines ?? []).flatMap((deadline) => deadline.lapse.map((each) => each.outcome));
  if (stage.kind === 'review') return stage.refuse ? [stage.refuse.outcome, ...lapses] : lapses;
  if (stage.kind === 'publicity') return [stage.upheldOutcome, ...lapses];
  if (stage.kind === 'session') return [stage.notPassedOutcome, ...lapses];
  return stage.kind === 'certification' ? [stage.outcome, ...lapses] : lapses;
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
