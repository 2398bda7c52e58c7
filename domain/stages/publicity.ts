import { addDays, dateOf, endOfDayAt, isIsoDate } from '../calendar/dates.ts';
import { addWorkingDays, latestStart } from '../calendar/working-days.ts';
import { labelOf } from '../case/action-labels.ts';
import type { CaseState } from '../case/case.ts';
import { checkedOf, needChecks } from '../case/checks.ts';
import type { CommandData } from '../case/commands.ts';
import { planOf, stageIndex, windowOf } from '../case/compiled-stages.ts';
import { type Action, type Moment, needReason, reasonOf, type Transition } from '../case/transition.ts';
import { allClausesSatisfied, clauseSatisfied } from '../clause.ts';
import type { PublicityStage } from '../programme/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { removeItem } from './remove-item.ts';

/** The actions of a publicity: posted for n full working days after the day of posting, open to objections, and ended by time (model.md 7.4). */
export function publicityActions(stage: PublicityStage): Action[] {
  const removal = stage.removesItems ? [removeItem(stage.role, stage.objectionClauses)] : [];
  return [postPublicity(stage), recordObjection(stage), concludeObjection(stage), ...removal];
}

function postPublicity(stage: PublicityStage): Action {
  return {
    name: 'postPublicity',
    label: labelOf('postPublicity'),
    roles: [stage.role],
    clauses: stage.clauses,
    guard: (state) =>
      state.stage?.phase === 'open'
        ? null
        : refuse('ACTION_NOT_HERE', { zh: '公示已张贴。', en: 'The publicity is already posted.' }),
    asks: () => ({ checks: stage.checks }),
    // A unit posts by the printed template; for the results of an office no template is printed.
    needs: stage.role === 'unitHr' ? ['posting'] : [],
    run: (transition, data: CommandData<'postPublicity'>) => {
      const { calendar } = planOf(transition.state).timeline;
      const postedOn = data.postedOn ?? dateOf(transition.at);
      const before = data.postedOn === undefined ? null : heldBefore(stage, transition, data.postedOn);
      if (before) return before;
      const shortest = addWorkingDays(calendar, postedOn, stage.workingDays);
      const lastDay = data.lastDay ?? shortest;
      if (!isIsoDate(lastDay) || lastDay < shortest) return tooShort(stage, shortest);
      const unchecked = needChecks(stage.checks, data);
      if (unchecked) return unchecked;
      warnIfTooLate(stage, transition, lastDay);
      transition.emit({
        name: 'posted',
        data: { postedOn, lastDay, posting: data.posting ?? null, ...checkedOf(stage.checks, data) },
      });
      return null;
    },
  };
}

/**
 * Refuses a day of posting before today, unless the programme lets a publicity that was held before the filing be recorded; what was changed
 * after it is posted anew.
 */
function heldBefore(stage: PublicityStage, { state, at }: Transition, postedOn: string): Refusal | null {
  const today = dateOf(at);
  const plan = planOf(state);
  const first = (state.furthest ?? 0) <= stageIndex(plan, stage.key);
  const may = stage.heldBefore !== undefined && first;
  const earliest = may ? `${plan.year}-01-01` : today;
  if (isIsoDate(postedOn) && earliest <= postedOn && postedOn <= today) return null;
  const { clauses, readings = [] } = stage.heldBefore ?? { clauses: stage.clauses };
  return refuse(
    'INVALID_DATA',
    may
      ? {
          zh: `公示张贴日期应在${earliest}至今日之间。`,
          en: `The day of posting lies between ${earliest} and today.`,
        }
      : { zh: '公示自张贴当日登记，不能补登。', en: 'The publicity is posted on the day on which it is recorded.' },
    { clauses, readings },
  );
}

function tooShort(stage: PublicityStage, shortest: string): Refusal {
  return refuse(
    'PUBLICITY_TOO_SHORT',
    {
      zh: `公示期不少于${stage.workingDays}个工作日，最早于${shortest}届满。`,
      en: `The publicity lasts at least ${stage.workingDays} working days; its last day is ${shortest} at the earliest.`,
    },
    { clauses: stage.clauses, details: { earliestLastDay: shortest } },
  );
}

/** Warns, without refusing, when the posting is so late that the next stage cannot take place in its window. */
function warnIfTooLate(stage: PublicityStage, transition: Transition, lastDay: string): void {
  const { timeline } = planOf(transition.state);
  const window = stage.mustPrecede ? windowOf(transition.state, stage.mustPrecede.window) : undefined;
  if (!stage.mustPrecede || !window || lastDay < window.closes) return;
  const latest = latestStart(timeline.calendar, addDays(window.closes, -1), stage.workingDays);
  transition.warnings.push({
    code: 'TOO_LATE_TO_FILE',
    message: {
      zh: `公示于${lastDay}届满，申报时间于${window.closes}截止，本年度将无法申报；最迟应于${latest}张贴。`,
      en: `The publicity ends on ${lastDay} and the window closes on ${window.closes}: this application cannot be filed this year. The latest posting day was ${latest}.`,
    },
    clauses: [...new Set([...window.clauses, ...stage.mustPrecede.clauses])],
    readings: [],
  });
}

function posted(stage: PublicityStage) {
  return (state: CaseState): Refusal | null =>
    state.stage?.phase === 'posted'
      ? null
      : refuse(
          'ACTION_NOT_HERE',
          { zh: '公示尚未张贴。', en: 'The publicity has not been posted yet.' },
          { clauses: stage.clauses },
        );
}

/** Objections are accepted until the end of the last objection day, also while an earlier one is being investigated. */
function objectable(stage: PublicityStage) {
  return (state: CaseState, moment: Moment): Refusal | null => {
    const early = posted(stage)(state);
    if (early || !state.stage?.lastDay) return early;
    if (clauseSatisfied('LN-A1-e', moment.at < endOfDayAt(state.stage.lastDay))) return null;
    return refuse(
      'OBJECTION_LATE',
      { zh: `异议受理已于${state.stage.lastDay}截止。`, en: `Objections were received until ${state.stage.lastDay}.` },
      { clauses: stage.objectionClauses },
    );
  };
}

function recordObjection(stage: PublicityStage): Action {
  return {
    name: 'recordObjection',
    label: labelOf('recordObjection'),
    roles: [stage.role, 'objector'],
    clauses: stage.objectionClauses,
    guard: objectable(stage),
    needs: ['objection'],
    run: (transition, data: CommandData<'recordObjection'>) => {
      if (!data.objection || transition.state.objections.some((known) => known.id === data.objection))
        return refuse(
          'INVALID_DATA',
          { zh: '缺少异议编号，或编号已登记。', en: 'The objection has no id, or one already recorded.' },
          { clauses: stage.objectionClauses },
        );
      transition.emit({
        name: 'objectionRecorded',
        data: { objection: data.objection, named: data.named === true, item: data.item ?? null },
      });
      return null;
    },
  };
}

function concludeObjection(stage: PublicityStage): Action {
  return {
    name: 'concludeObjection',
    label: labelOf('concludeObjection'),
    roles: [stage.role],
    clauses: stage.objectionClauses,
    guard: (state) =>
      state.objections.some((each) => each.open)
        ? null
        : refuse(
            'OBJECTION_UNKNOWN',
            { zh: '没有待核查的异议。', en: 'No objection is waiting for a conclusion.' },
            { clauses: stage.objectionClauses },
          ),
    run: (transition, data) => conclude(stage, transition, data),
  };
}

function conclude(
  stage: PublicityStage,
  transition: Transition,
  data: CommandData<'concludeObjection'>,
): Refusal | null {
  const objection = transition.state.objections.find((each) => each.id === data.objection && each.open);
  if (!objection)
    return refuse(
      'OBJECTION_UNKNOWN',
      { zh: '没有此项待核查的异议。', en: 'No open objection has this id.' },
      { clauses: stage.objectionClauses },
    );
  const missing = needReason(data, stage.objectionClauses);
  if (missing) return missing;
  const upheld = data.upheld === true;
  transition.emit({ name: 'objectionConcluded', data: { objection: objection.id, upheld, ...reasonOf(data) } });
  if (allClausesSatisfied(stage.objectionClauses, !upheld)) return null;
  if (objection.item && stage.removesItems)
    transition.emit({ name: 'itemRemoved', data: { item: objection.item, objection: objection.id } });
  else transition.end(stage.upheldOutcome, { because: data });
  return null;
}
