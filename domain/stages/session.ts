import { addDays, dateOf, endOfDayAt, isIsoDate } from '../calendar/dates.ts';
import type { CaseState } from '../case/case.ts';
import { labelOf } from '../case/commands/action-labels.ts';
import { checkedOf, needChecks, outsidePrinted } from '../case/commands/checks.ts';
import type { CommandData } from '../case/commands/commands.ts';
import { type Action, alwaysOpen, needReason, reasonOf, type Transition } from '../case/transition.ts';
import type { HearingRule, SessionStage } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { compositeScore, isScore } from './composite-score.ts';
import { rosterActions } from './session-roster.ts';

/** The actions of a session: its roster, and the result of the committee, which is recorded once. */
export function sessionActions(stage: SessionStage): Action[] {
  return [
    {
      name: 'recordResult',
      label: labelOf('recordResult'),
      roles: [stage.role],
      clauses: stage.clauses,
      guard: alwaysOpen,
      asks: () => ({ checks: stage.checks }),
      needs: stage.opening ? ['opening'] : [],
      run: (transition, data) => {
        const heldOn = data.heldOn ?? dateOf(transition.at);
        const refusal =
          wrongDay(stage, { transition, data, heldOn }) ??
          notOpened(stage, data, heldOn) ??
          needChecks(stage.checks, data);
        if (refusal) return refusal;
        const held = { transition, data, heldOn };
        return data.veto ? veto(stage, held) : record(stage, held);
      },
    },
    ...rosterActions(stage),
  ];
}

function invalid(zh: string, en: string, clauses: readonly string[]): Refusal {
  return refuse('INVALID_DATA', { zh, en }, { clauses });
}

type Meeting = { readonly transition: Transition; readonly data: CommandData<'recordResult'>; readonly heldOn: string };

/** Refuses a day of the meeting that is in the future or outside the printed period (DL-2.1.3-b, LYG-3.1-b). */
function wrongDay(stage: SessionStage, { transition, data, heldOn }: Meeting): Refusal | null {
  if (!isIsoDate(heldOn) || heldOn > dateOf(transition.at))
    return invalid(
      '评审会议日期有误。',
      'The day of the meeting must be a date that is not in the future.',
      stage.clauses,
    );
  if (heldOn < dateOf(transition.state.stage?.enteredAt ?? transition.at)) return beforeItCame(stage);
  if (!stage.heldWithin) return null;
  const heldAt = endOfDayAt(heldOn) - 1;
  const late = outsidePrinted(transition.state, stage.heldWithin, heldAt);
  const { withReason } = stage.heldWithin;
  if (late?.code !== 'WINDOW_CLOSED') return late;
  // A reopened application may be heard until its last day, but never after a bound that allows no reason.
  if (!withReason) return heldOn <= (transition.state.reopened?.untilDay ?? '') ? null : late;
  return outsidePrinted(transition.state, withReason, heldAt) ?? needReason(data, late.clauses, late.readings);
}

/** Refuses a meeting that was held before the application reached the committee (DL-2.1.3-b, LYG-3.1-a, LYG-4.4-d). */
function beforeItCame({ clauses, heldWithin }: SessionStage): Refusal {
  return invalid(
    '评审会议日期早于本申报提交评审的日期。',
    'The meeting was held before the application reached the committee.',
    [...new Set([...clauses, ...(heldWithin?.clauses ?? [])])],
  );
}

/** Refuses a result unless the opening was reported in time and approved (LYG-5.2-b, LYG-5.2-c). */
function notOpened({ opening }: SessionStage, data: CommandData<'recordResult'>, heldOn: string): Refusal | null {
  if (!opening) return null;
  const { reportedOn, approvedOn } = data;
  const inTime = reportedOn !== undefined && addDays(reportedOn, opening.daysBefore) <= heldOn;
  if (inTime && approvedOn !== undefined && approvedOn <= heldOn) return null;
  return refuse(
    'NOT_OPENED',
    {
      zh: `开评报告须在召开前${opening.daysBefore}日报送，并经同意后方可开展评审。`,
      en: `The opening is reported ${opening.daysBefore} days before the meeting, which begins only with consent.`,
    },
    {
      clauses: opening.clauses,
      readings: opening.readings ?? [],
      details: { reportedOn: reportedOn ?? null, approvedOn: approvedOn ?? null, heldOn },
    },
  );
}

function veto(stage: SessionStage, { transition, data, heldOn }: Meeting): Refusal | null {
  if (!stage.veto) return invalid('本通知未规定一票否决。', 'This notice prints no veto.', stage.clauses);
  const refusal = needReason(data, stage.veto.clauses);
  if (refusal) return refusal;
  transition.emit({
    name: 'resultRecorded',
    data: { heldOn, passed: false, veto: true, ...reasonOf(data), ...checkedOf(stage.checks, data) },
  });
  transition.end(stage.veto.outcome, { because: data });
  return null;
}

function record(stage: SessionStage, { transition, data, heldOn }: Meeting): Refusal | null {
  if (data.passed === undefined)
    return invalid('须写明通过或未通过。', 'The result must say passed or not passed.', stage.clauses);
  const refusal = wronglyHeard(stage.hearing?.[0], data);
  if (refusal) return refusal;
  transition.emit({
    name: 'resultRecorded',
    data: {
      heldOn,
      ...heard(stage.hearing?.[0], data, transition.state),
      passed: data.passed,
      ...opinionOf(stage, data),
    },
  });
  if (data.passed) transition.enter(stage.next);
  else transition.end(stage.notPassedOutcome);
  return null;
}

const opinionOf = ({ checks }: SessionStage, data: CommandData<'recordResult'>) => ({
  ...reasonOf(data),
  ...checkedOf(checks, data),
  ...(data.absent ? { reason: 'absentFromDefence' } : {}),
});

/**
 * Refuses a result whose hearing violates the rule: a defence only where one is printed, both scores where they are weighted, and no pass for an
 * absent applicant.
 */
function wronglyHeard(rule: HearingRule | undefined, data: CommandData<'recordResult'>): Refusal | null {
  if (!rule) return null;
  const { clauses } = rule;
  if (!rule.defence)
    return data.defence === undefined && data.absent === undefined
      ? null
      : invalid('本层级不组织答辩。', 'There is no oral defence at this level.', clauses);
  if (data.absent)
    return data.passed
      ? refuse(
          'INVALID_DATA',
          { zh: '未参加答辩的不得通过。', en: 'An applicant absent from the defence cannot pass.' },
          { clauses, readings: ['A-20'] },
        )
      : null;
  if (data.defence === undefined)
    return invalid('须登记现场答辩成绩。', 'The score of the oral defence is missing.', clauses);
  if (rule.weights && data.quantified === undefined)
    return invalid('须登记量化赋分成绩。', 'The quantified score is missing.', clauses);
  return isScore(data.defence) && isScore(data.quantified ?? 0)
    ? null
    : invalid('各项成绩为0至100分。', 'Each score lies between 0 and 100 points.', clauses);
}

/** The scores in hundredths, with the composite score where the notice weights them (LN-7-d to -f). */
function heard(rule: HearingRule | undefined, data: CommandData<'recordResult'>, { plan }: CaseState) {
  if (!rule?.defence || data.absent || data.defence === undefined || !plan) return {};
  if (!rule.weights || data.quantified === undefined) return { defence: data.defence };
  const { quantified, defence } = data;
  return { quantified, defence, composite: compositeScore(rule.weights, { quantified, defence }) };
}
