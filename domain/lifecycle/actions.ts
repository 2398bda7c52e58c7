import type { CaseState } from '../case/case.ts';
import { currentStage, planOf } from '../case/plan/compiled-stages.ts';
import type { Action } from '../case/transition.ts';
import type { StageDef } from '../programme/stages/stages.ts';
import { certificationActions } from '../stages/certification.ts';
import { filingActions } from '../stages/filing.ts';
import { handoverActions } from '../stages/handover.ts';
import { publicityActions } from '../stages/publicity.ts';
import { referralActions } from '../stages/referral-actions.ts';
import { reviewActions } from '../stages/review/review.ts';
import { sessionActions } from '../stages/session.ts';
import { generalActions, remedyActions } from './general/general-actions.ts';

/** The actions of one stage, by its kind. The kinds are a closed set; each has a file in `stages/`. */
export function stageActions(stage: StageDef): Action[] {
  switch (stage.kind) {
    case 'filing':
      return filingActions(stage);
    case 'review':
      return reviewActions(stage);
    case 'publicity':
      return publicityActions(stage);
    case 'handover':
      return handoverActions(stage);
    case 'session':
      return sessionActions(stage);
    case 'certification':
      return certificationActions(stage);
  }
}

/** All actions of the current state: those of its stage and the general ones, or after the end the remedies and the result of a referral. */
export function actionsOf(state: CaseState): Action[] {
  if (!state.plan || state.closed) return [];
  const plan = planOf(state);
  if (state.ended) return [...remedyActions(plan), ...referralActions(state)];
  const stage = currentStage(state);
  return stage ? [...stageActions(stage), ...generalActions(plan)] : [];
}
