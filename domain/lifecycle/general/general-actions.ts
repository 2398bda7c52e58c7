import { dateOf, endOfDayAt } from '../../calendar/dates.ts';
import type { CaseState } from '../../case/case.ts';
import { labelOf } from '../../case/commands/action-labels.ts';
import type { CommandData } from '../../case/commands/commands.ts';
import { attemptsAllowed, planOf, stageIndex, stageOf } from '../../case/plan/compiled-stages.ts';
import { dueDay } from '../../case/plan/deadlines.ts';
import { type Action, needReason, reasonOf } from '../../case/transition.ts';
import type { LateAcceptance, Plan, PublicityInvalidation } from '../../programme/programme.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { recordLateSessionResult, recordSessionResult } from '../../stages/session-result.ts';
import { cancel } from './cancel.ts';
import { endForFraud, unlessFraud } from './end-for-fraud.ts';
import { recheckActions } from './recheck.ts';
import { spotCheck, voidResult } from './supervision.ts';
import { voidSessionResult } from './void-session-result.ts';

/** The actions available in every stage: withdrawal, cancellation, the end for proven fraud, the invalidation of a publicity, and a spot check. */
export function generalActions(plan: Plan): Action[] {
  const invalidation = plan.invalidation ? [invalidatePublicity(plan.invalidation)] : [];
  const { supervision: rule } = plan;
  const supervision = rule ? [spotCheck(rule), voidResult(plan, rule)].filter((action) => action !== null) : [];
  return [
    withdraw(plan),
    cancel(plan),
    endForFraud(plan),
    ...recordSessionResult(plan),
    ...voidSessionResult(plan),
    ...invalidation,
    ...supervision,
  ];
}

/**
 * The actions available for `remedyDays` after the end: late acceptance, one more attempt, a recheck. None of them is available after proven
 * fraud.
 */
export function remedyActions(plan: Plan): Action[] {
  return [
    ...[acceptLate(plan), grantAfterEnd(plan), ...recheckActions(plan)].map(unlessFraud),
    endForFraud(plan),
    ...recordLateSessionResult(plan),
    ...voidSessionResult(plan),
  ];
}

/** The applicant withdraws, until the committee has decided. */
function withdraw(plan: Plan): Action {
  return {
    name: 'withdraw',
    label: labelOf('withdraw'),
    roles: ['applicant'],
    clauses: [],
    guard: (state) =>
      state.stage && mayWithdraw(plan, state.stage.key)
        ? null
        : refuse(
            'ACTION_NOT_HERE',
            { zh: '评审后不能撤回申报。', en: 'After the committee review an application cannot be withdrawn.' },
            { readings: ['A-39'] },
          ),
    run: (transition, data) => {
      transition.end('WITHDRAWN', { because: data });
      return null;
    },
  };
}

/** Whether withdrawal is possible in a stage: up to the printed stage, or, if the stage path lacks it, until someone has decided. */
function mayWithdraw(plan: Plan, stage: string): boolean {
  const last = stageIndex(plan, plan.withdrawUntil);
  return last < 0 ? stageOf(plan, stage).kind !== 'certification' : stageIndex(plan, stage) <= last;
}

/** The office invalidates the publicity document: the application returns to the posting, or is not accepted once the window has closed. */
function invalidatePublicity(rule: PublicityInvalidation): Action {
  return {
    name: 'invalidatePublicity',
    label: labelOf('invalidatePublicity'),
    roles: [rule.role],
    clauses: rule.clauses,
    guard: (state) =>
      state.stage && rule.from.includes(state.stage.key)
        ? null
        : refuse(
            'ACTION_NOT_HERE',
            { zh: '本环节不能认定公示文件无效。', en: 'The publicity document cannot be found invalid at this stage.' },
            { clauses: rule.clauses, readings: rule.readings },
          ),
    run: (transition, data) => {
      const refusal = needReason(data, rule.clauses, rule.readings);
      if (refusal) return refusal;
      const window = planOf(transition.state).timeline.windows[rule.window];
      transition.emit({ name: 'publicityInvalidated', data: reasonOf(data) });
      if (window && transition.at >= endOfDayAt(window.closes)) transition.end(rule.lateOutcome);
      else transition.enter(rule.to);
      return null;
    },
  };
}

/** The office completes late, with a reason, what reached it in time: its delay must not harm the applicant. */
function acceptLate(plan: Plan): Action {
  const roles = [...new Set(plan.lateAcceptances.map((each) => each.role))];
  return {
    name: 'acceptLate',
    label: labelOf('acceptLate'),
    roles,
    clauses: [...new Set(plan.lateAcceptances.flatMap((each) => each.clauses))],
    guard: (state) => notAcceptable(state, lateRule(plan, state)),
    needs: ['claims'],
    run: (transition, data) => {
      const rule = lateRule(plan, transition.state);
      const refusal = notAcceptable(transition.state, rule) ?? needReason(data, rule?.clauses ?? [], rule?.readings);
      if (refusal || !rule) return refusal;
      reopen(transition, { waived: rule.deadline, maySubmit: false }, data);
      return null;
    },
  };
}

function lateRule(plan: Plan, state: CaseState): LateAcceptance | undefined {
  return plan.lateAcceptances.find(
    (each) => each.stage === state.ended?.stage && each.deadline === state.ended.deadline,
  );
}

function notAcceptable(state: CaseState, rule: LateAcceptance | undefined): Refusal | null {
  const grounds = { clauses: rule?.clauses ?? [], readings: rule?.readings ?? ['A-12'] };
  if (!rule)
    return refuse(
      'LATE_NOT_ACCEPTABLE',
      { zh: '本结果不适用逾期受理。', en: 'Late acceptance does not apply to this outcome.' },
      grounds,
    );
  if (rule.requires === 'nothing' || state.ended?.phase === 'underReview') return null;
  return refuse(
    'LATE_NOT_ACCEPTABLE',
    {
      zh: '截止前未提交，不能逾期受理。',
      en: 'Nothing had been submitted before the deadline; it cannot be accepted late.',
    },
    grounds,
  );
}

/** The office grants one more attempt, with a reason, after all attempts have lapsed. */
function grantAfterEnd(plan: Plan): Action {
  const review = plan.stages.find((stage) => stage.kind === 'review' && stage.submission);
  const counted = review?.kind === 'review' ? review.submission : undefined;
  return {
    name: 'grantAttempt',
    label: labelOf('grantAttempt'),
    roles: counted ? [counted.grantedBy] : [],
    clauses: counted?.clauses ?? [],
    needs: ['claims'],
    guard: (state) =>
      counted && lapsedWithoutAttempt(state) && state.ended?.stage === review?.key
        ? null
        : refuse(
            'ACTION_NOT_HERE',
            { zh: '本结果不适用追加提交机会。', en: 'A further attempt does not apply to this outcome.' },
            { readings: ['A-13'] },
          ),
    run: (transition, data) => {
      const refusal = needReason(data, counted?.clauses ?? [], ['A-13']);
      if (refusal) return refusal;
      transition.emit({ name: 'attemptGranted', data: reasonOf(data) });
      reopen(transition, { waived: transition.state.ended?.deadline ?? '', maySubmit: true }, data);
      return null;
    },
  };
}

/** Whether a deadline lapsed while the applicant had used every submission and none was under review. */
function lapsedWithoutAttempt(state: CaseState): boolean {
  const lapsed = state.ended?.deadline != null && state.ended.phase === 'awaiting';
  return lapsed && state.attempts.used >= attemptsAllowed(state);
}

/** Waives the lapsed deadline; the last day of the remedy replaces it, with the same outcome. */
function reopen(
  transition: Parameters<Action['run']>[0],
  terms: { waived: string; maySubmit: boolean },
  because: CommandData,
): void {
  const { ended } = transition.state;
  if (!ended) return;
  const plan = planOf(transition.state);
  const anchor = dateOf(ended.at - 1);
  const untilDay = dueDay({ kind: 'calendarDaysAfterEnd', days: plan.remedyDays }, anchor, plan.timeline) ?? anchor;
  transition.emit({
    name: 'reopened',
    data: { ...terms, outcome: ended.outcome, until: endOfDayAt(untilDay), untilDay, ...reasonOf(because) },
  });
}
