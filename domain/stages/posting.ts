import { addDays, compareDates, dateOf, isIsoDate } from '../calendar/dates.ts';
import { addWorkingDays, latestStart } from '../calendar/working-days.ts';
import type { CaseState } from '../case/case.ts';
import { labelOf } from '../case/commands/action-labels.ts';
import { checkedOf, needChecks } from '../case/commands/checks.ts';
import type { CommandData } from '../case/commands/commands.ts';
import { waitingObjections } from '../case/objections.ts';
import { planOf, stageIndex, windowOf } from '../case/plan/compiled-stages.ts';
import { type Action, needReason, reasonOf, type Transition } from '../case/transition.ts';
import type { PublicityStage } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Posts an application for at least the printed number of working days. */
export function postPublicity(stage: PublicityStage): Action {
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
    needs: ['posting'],
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
      warnIfLong(stage, transition, shortest, lastDay);
      transition.emit({
        name: 'posted',
        data: { postedOn, lastDay, posting: data.posting ?? null, ...checkedOf(stage.checks, data) },
      });
      return null;
    },
  };
}

/** A mistyped last day may be put right by whoever posted it, as long as nothing rests on it: nobody has objected, and it has not come. */
export function correctPublicity(stage: PublicityStage): Action {
  return {
    name: 'correctPublicity',
    label: labelOf('correctPublicity'),
    roles: [stage.role],
    clauses: stage.clauses,
    guard: (state) => posted(stage)(state) ?? objectedTo(stage, state),
    run: (transition, data: CommandData<'correctPublicity'>) => {
      const { state, at } = transition;
      const { postedOn, posting = null } = state.stage ?? {};
      if (!postedOn || !data.lastDay) return posted(stage)({ ...state, stage: null });
      const missing = needReason(data, stage.clauses);
      if (missing) return missing;
      const today = dateOf(at);
      const fewest = addWorkingDays(planOf(state).timeline.calendar, postedOn, stage.workingDays);
      const earliest = compareDates(fewest, today) < 0 ? today : fewest;
      if (data.lastDay < earliest) return tooShort(stage, earliest);
      warnIfTooLate(stage, transition, data.lastDay);
      warnIfLong(stage, transition, fewest, data.lastDay);
      transition.emit({ name: 'posted', data: { postedOn, lastDay: data.lastDay, posting, ...reasonOf(data) } });
      return null;
    },
  };
}

function objectedTo(stage: PublicityStage, state: CaseState): Refusal | null {
  if (!state.objections.some((each) => each.open) && waitingObjections(state) === 0) return null;
  return refuse(
    'ACTION_NOT_HERE',
    { zh: '公示期间已有异议，截止日不得更正。', en: 'Somebody has objected; the last day stays as it is.' },
    { clauses: stage.objectionClauses },
  );
}

/** Many more days than printed are more likely a mistyped date. */
const longPublicityDays = 30;

function warnIfLong(stage: PublicityStage, { warnings }: Transition, shortest: string, lastDay: string): void {
  if (lastDay <= addDays(shortest, longPublicityDays)) return;
  warnings.push({
    code: 'LONG_PUBLICITY',
    message: {
      zh: `公示至${lastDay}届满，最短仅需至${shortest}。如系误填，请更正截止日。`,
      en: `The publicity lasts until ${lastDay}; ${shortest} would be enough. If the date is mistyped, correct the last day.`,
    },
    clauses: stage.clauses,
    readings: [],
  });
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

/** Refuses what only a posted publicity allows. */
export function posted(stage: PublicityStage) {
  return (state: CaseState): Refusal | null =>
    state.stage?.phase === 'posted'
      ? null
      : refuse(
          'ACTION_NOT_HERE',
          { zh: '公示尚未张贴。', en: 'The publicity has not been posted yet.' },
          { clauses: stage.clauses },
        );
}
