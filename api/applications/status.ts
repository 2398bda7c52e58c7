import type { ApplicationRow } from '../../db/applications/applications.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { CaseState } from '../../domain/case/case.ts';
import { currentStage, edgesOf, planOf, stageOf } from '../../domain/case/compiled-stages.ts';
import { referralLabel } from '../../domain/case/referral.ts';
import type { StageDef } from '../../domain/programme/stages.ts';
import { type Text, text } from '../../domain/text.ts';
import { deadlinesNow, stateOf } from './load.ts';
import { draftStage } from './view.ts';

const notStarted = text('尚未提交，由申报人填写。', 'Not submitted yet; the applicant is filling it in.');
const phases = {
  awaiting: text('等待申报人提交。', 'Waiting for the applicant to submit.'),
  underReview: text('正在审核。', 'Under review.'),
  posted: text('正在公示。', 'On the notice board.'),
  open: text('正在办理。', 'Being dealt with.'),
} as const;

/** The small answer for polling: what is going on, which stage follows on the good way, and the last day of the nearest deadline while the road goes on. */
export function statusOf(row: ApplicationRow, calendar: Calendar) {
  const state = stateOf(row, calendar);
  const stage = state.plan ? currentStage(state) : null;
  return {
    no: row.no,
    stage: state.stage?.key ?? draftStage.key,
    label: state.plan && state.stage ? stageOf(state.plan, state.stage.key).name : draftStage.label,
    now: nowText(state, stage),
    next: nextText(state, stage),
    by: state.ended ? null : (deadlinesNow(row, state)[0]?.due ?? null),
    version: row.seq,
  };
}

function nowText(state: CaseState, stage: StageDef | null): Text {
  if (!state.plan) return notStarted;
  const decided = referralLabel(state);
  if (decided) return decided;
  const outcome = state.ended?.outcome;
  if (outcome !== undefined) return planOf(state).outcomes[outcome]?.label ?? text(outcome, outcome);
  const step =
    stage?.kind === 'handover' ? stage.steps.find(({ key }) => !state.stage?.steps.includes(key)) : undefined;
  return step?.name ?? phases[state.stage?.phase ?? 'open'];
}

function nextText(state: CaseState, stage: StageDef | null): Text | null {
  const next = stage ? edgesOf(stage)[0] : undefined;
  return next === undefined ? null : stageOf(planOf(state), next).name;
}
