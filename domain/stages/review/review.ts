import { startOfDayAt } from '../../calendar/dates.ts';
import type { CaseState } from '../../case/case.ts';
import { labelOf } from '../../case/commands/action-labels.ts';
import { checkedOf, contentChanged, needChecks, outsideGate } from '../../case/commands/checks.ts';
import type { CommandData } from '../../case/commands/commands.ts';
import { attemptsAllowed, planOf } from '../../case/plan/compiled-stages.ts';
import { type Action, needReason, reasonOf } from '../../case/transition.ts';
import { allClausesSatisfied } from '../../clause.ts';
import { reuseNotRemoved, reuseUndecided, reuseUnknown } from '../../materials/reuse.ts';
import { deliveredOf, dossierRefusal } from '../../papers/dossier-check.ts';
import type { CountedSubmission, ReviewStage } from '../../programme/stages/stages.ts';
import { joinRefusals, type Refusal, refuse } from '../../refusal.ts';
import { removeItem } from '../remove-item.ts';
import { refuseActions, returnActions } from './return.ts';
import { onlyFinishing, underReview } from './under-review.ts';

/**
 * The actions of a review: the office passes, returns with one complete list, or refuses; where submissions are counted, the applicant submits and
 * may recall.
 */
export function reviewActions(stage: ReviewStage): Action[] {
  const removal = stage.reuse ? [removeItem(stage.role, stage.reuse.clauses, underReview)] : [];
  const office = [passAction(stage), ...returnActions(stage), ...refuseActions(stage), ...removal];
  return stage.submission ? [...submissionActions(stage.submission), ...office] : office;
}

function passAction(stage: ReviewStage): Action {
  const { action, checks, dossier, gate, next } = stage.pass;
  return {
    name: action,
    label: labelOf(action),
    roles: [stage.role],
    clauses: stage.clauses,
    guard: (state, moment) => underReview(state) ?? outsideGate(state, gate, moment.at),
    asks: () => ({ checks, dossier }),
    needs: [...(stage.reuse ? (['reuse'] as const) : []), ...(dossier ? (['dossier'] as const) : [])],
    run: (transition, data) => {
      const unread = joinRefusals(needChecks(checks, data), dossierRefusal(dossier, transition.state, data));
      const refusal = unread ?? usedAgain(stage, transition.state, data);
      if (refusal) return refusal;
      const contentVersion = transition.state.submission?.contentVersion ?? null;
      transition
        .emit({ name: 'passed', data: { contentVersion, ...checkedOf(checks, data), ...deliveredOf(dossier, data) } })
        .enter(next);
      return null;
    },
  };
}

/** Refuses a pass while the reuse of an achievement is undecided, or while a reused one is still included (LN-5.2.3-a, LYG-2.2-d). */
function usedAgain({ reuse }: ReviewStage, state: CaseState, data: CommandData): Refusal | null {
  // Absent only in commands recorded before this check existed: their histories must still replay.
  if (!reuse || data.reuse === undefined) return null;
  const { clauses, readings } = reuse;
  const submitted = state.submission?.contentVersion;
  if (data.reuse === null || (data.reuse.of ?? submitted) !== submitted)
    return refuse('REUSE_UNDECIDED', reuseUnknown, { clauses, readings, details: { items: [] } });
  const { undecided, reused } = data.reuse;
  if (undecided.length > 0)
    return refuse('REUSE_UNDECIDED', reuseUndecided, { clauses, readings, details: { items: undecided } });
  const left = reused.filter((item) => !state.removedItems.includes(item));
  return left.length > 0
    ? refuse('REUSE_NOT_REMOVED', reuseNotRemoved, { clauses, readings, details: { items: left } })
    : null;
}

function submissionActions(counted: CountedSubmission): Action[] {
  return [submitAction(counted), recallAction(counted), grantAction(counted)];
}

function submitAction(counted: CountedSubmission): Action {
  return {
    name: 'submit',
    label: labelOf('submit'),
    roles: ['applicant'],
    clauses: counted.clauses,
    guard: (state, moment) =>
      windowOpen(state, counted, moment.at) ?? onlyFinishing(state, counted) ?? attemptLeft(state, counted),
    asks: () => ({ checks: counted.checks }),
    needs: ['form'],
    run: (transition, data) => {
      const refusal = needChecks(counted.checks, data) ?? contentChanged(data);
      if (refusal) return refusal;
      const attempt = transition.state.attempts.used + 1;
      transition.emit({
        name: 'submitted',
        data: {
          contentVersion: data.contentVersion ?? 1,
          counted: true,
          attempt,
          ...checkedOf(counted.checks, data),
          ...(data.text ? { text: data.text } : {}),
        },
      });
      return null;
    },
  };
}

function windowOpen(state: CaseState, counted: CountedSubmission, at: number): Refusal | null {
  const { lockedBy = [] } = counted;
  if (!allClausesSatisfied(lockedBy, state.stage?.phase === 'awaiting')) {
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '已提交，正在审核。', en: 'Already submitted; the review is under way.' },
      { clauses: [...new Set([...lockedBy, ...counted.clauses])] },
    );
  }
  const window = planOf(state).timeline.windows[counted.window];
  if (!window || at >= startOfDayAt(window.opens)) return null;
  return refuse(
    'WINDOW_NOT_OPEN',
    { zh: `网上申报系统${window.opens}开放。`, en: `The online system opens on ${window.opens}.` },
    { clauses: window.clauses, details: { opens: window.opens, closes: window.closes } },
  );
}

/** Refuses a submission after the printed number of submissions and those granted (LN-5.5.3-b, A-13). */
function attemptLeft(state: CaseState, counted: CountedSubmission): Refusal | null {
  const max = attemptsAllowed(state);
  if (state.attempts.used < max) return null;
  return refuse(
    'ATTEMPTS_USED',
    { zh: `${max}次提交审核机会已用完。`, en: `All ${max} chances to submit for review are used.` },
    { clauses: counted.clauses, readings: counted.readings ?? [], details: { used: state.attempts.used, max } },
  );
}

function recallAction(counted: CountedSubmission): Action {
  return {
    name: 'recall',
    label: labelOf('recall'),
    roles: ['applicant'],
    clauses: counted.clauses,
    guard: (state) => underReview(state) ?? onlyFinishing(state, counted),
    run: (transition) => {
      transition.emit({ name: 'recalled', data: {} });
      return null;
    },
  };
}

function grantAction(counted: CountedSubmission): Action {
  return {
    name: 'grantAttempt',
    label: labelOf('grantAttempt'),
    roles: [counted.grantedBy],
    clauses: counted.clauses,
    needs: ['claims'],
    guard: (state) =>
      state.stage?.phase === 'awaiting' && attemptLeft(state, counted)
        ? null
        : refuse(
            'ACTION_NOT_HERE',
            { zh: '尚有提交机会，无须追加。', en: 'Chances are left; none need be granted.' },
            { clauses: counted.clauses, readings: counted.readings ?? [] },
          ),
    run: (transition, data) => {
      const refusal = needReason(data, counted.clauses, counted.readings);
      if (refusal) return refusal;
      transition.emit({ name: 'attemptGranted', data: reasonOf(data) });
      return null;
    },
  };
}
