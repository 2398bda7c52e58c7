import type { Plan } from '../../programme/programme.ts';
import type { StageDef } from '../../programme/stages/stages.ts';
import type { CaseTimeline } from '../../programme/timeline.ts';
import type { CaseState } from '../case.ts';

/** The plan of a submitted case; throws when there is none, which is a programming error. */
export function planOf(state: CaseState): Plan {
  if (!state.plan) throw new Error(`case ${state.no} has no plan yet`);
  return state.plan;
}

/** The plan with a newer timeline; a window that only the notice of the case's committee provides is kept (LYG-3.3-a, LYG-7-a). */
export function withTimeline(plan: Plan, newer: CaseTimeline): Plan {
  return { ...plan, timeline: { ...newer, windows: { ...plan.timeline.windows, ...newer.windows } } };
}

/** The windows of a case: the printed ones, with the extension granted to this application (LYG-4.4-b). */
export function timelineOf(state: CaseState, timeline: CaseTimeline = planOf(state).timeline): CaseTimeline {
  const { extended } = state;
  const printed = extended ? timeline.windows[extended.window] : undefined;
  if (!extended || !printed || extended.until <= printed.closes) return timeline;
  return { ...timeline, windows: { ...timeline.windows, [extended.window]: { ...printed, closes: extended.until } } };
}

/** The window that applies to an action: longer than printed when it was extended for this application or when its lapse was waived. */
export function windowOf(state: CaseState, key: string): CaseTimeline['windows'][string] | undefined {
  const window = timelineOf(state).windows[key];
  const { reopened } = state;
  if (!window || !reopened || reopened.untilDay <= window.closes) return window;
  if (reopened.byRecheck) return { ...window, closes: reopened.untilDay };
  const lifted = planOf(state)
    .stages.flatMap((stage) => stage.deadlines ?? [])
    .some(({ key: name, rule }) => name === reopened.waived && 'window' in rule && rule.window === key);
  return lifted ? { ...window, closes: reopened.untilDay } : window;
}

/** The stage with this key; throws for an unknown key, which is an error in the programme's data. */
export function stageOf(plan: Plan, key: string): StageDef {
  const stage = plan.stages.find((candidate) => candidate.key === key);
  if (!stage) throw new Error(`programme ${plan.programme} has no stage ${key}`);
  return stage;
}

/** The definition of the current stage, or null after the end. */
export function currentStage(state: CaseState): StageDef | null {
  return state.stage && !state.ended ? stageOf(planOf(state), state.stage.key) : null;
}

/** The stages that can follow a stage, the next stage on success first. Outcomes and an invalidated publicity are not included. */
export function edgesOf(stage: StageDef): readonly string[] {
  switch (stage.kind) {
    case 'certification':
      return [];
    case 'handover':
      return stage.next === undefined ? [] : [stage.next];
    case 'review': {
      const grounds = stage.return?.grounds?.flatMap(({ to }) => to ?? []) ?? [];
      const back = stage.return ? [stage.return.next] : [];
      return [stage.pass.next, ...back, ...grounds, ...(stage.refuse?.next ? [stage.refuse.next] : [])];
    }
    case 'filing':
      return stage.ifChanged ? [stage.next, stage.ifChanged.next] : [stage.next];
    default:
      return [stage.next];
  }
}

/** The outcomes with which a stage can end the application, by a person or by a deadline. */
export function outcomesOf(stage: StageDef): readonly string[] {
  const lapses = (stage.deadlines ?? []).flatMap((deadline) => deadline.lapse.map((each) => each.outcome));
  return [...ownOutcomes(stage), ...lapses];
}

function ownOutcomes(stage: StageDef): readonly string[] {
  const given = (...outcomes: (string | undefined)[]) => outcomes.filter((each) => each !== undefined);
  switch (stage.kind) {
    case 'filing':
      return [];
    case 'review': {
      const { refuse, return: back } = stage;
      return given(refuse?.outcome, ...(back?.grounds ?? []).map((each) => each.outcome));
    }
    case 'publicity':
      return [stage.upheldOutcome];
    case 'session':
      return given(stage.notPassedOutcome, stage.veto?.outcome);
    default:
      return given(stage.outcome);
  }
}

/** The position of a stage in the printed order; later stages have higher numbers. */
export function stageIndex(plan: Plan, key: string): number {
  return plan.stages.findIndex((stage) => stage.key === key);
}

/** Whether the printed rules count submissions at all. */
export const countsAttempts = (plan: Plan): boolean => countedIn(plan) !== undefined;

/** The maximum number of submissions: the printed number plus those granted (LN-5.5.3-b, A-13). */
export function attemptsAllowed(state: CaseState): number {
  const counted = countedIn(planOf(state));
  return counted ? counted.attempts + state.attempts.granted : 0;
}

const countedIn = ({ stages }: Plan) =>
  stages.flatMap((stage) => (stage.kind === 'review' && stage.submission) || []).at(0);
