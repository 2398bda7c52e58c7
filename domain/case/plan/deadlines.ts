import { addDays, dateOf, endOfDayAt, type IsoDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { clauseSatisfied } from '../../clause.ts';
import type { Plan } from '../../programme/programme.ts';
import type { DeadlineDef, DeadlineRule } from '../../programme/stages/deadlines.ts';
import type { CaseTimeline } from '../../programme/timeline.ts';
import type { CaseState } from '../case.ts';
import { waitsForResult } from '../referral.ts';
import { currentStage, planOf, stageIndex, stageOf, timelineOf } from './compiled-stages.ts';

/** A deadline of a case: its rule, its anchor and the due day computed from them. `dueAt` is the end of the day `due`. */
export type Deadline = {
  readonly key: string;
  readonly stage: string;
  readonly rule: DeadlineRule;
  readonly anchor: IsoDate;
  readonly due: IsoDate;
  readonly dueAt: number;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** The key of the deadline for remedies after the end of an application. */
export const remedyKey = 'remedy';
/** The key of the last objection day of a publicity. */
export const publicityKey = 'publicity';

/** The due day of a rule for an anchor, or null when the timeline has no such window. */
export function dueDay(rule: DeadlineRule, anchor: IsoDate, timeline: CaseTimeline): IsoDate | null {
  switch (rule.kind) {
    case 'windowClose':
      return timeline.windows[rule.window]?.closes ?? null;
    case 'workingDaysAfterWindow': {
      const closes = timeline.windows[rule.window]?.closes;
      return closes ? addWorkingDays(timeline.calendar, closes, rule.days) : null;
    }
    case 'workingDaysAfterEntry':
      return addWorkingDays(timeline.calendar, anchor, rule.days);
    case 'setDay':
    case 'lastObjectionDay':
      return anchor;
    case 'calendarDaysAfterEnd':
      return addDays(anchor, rule.days);
  }
}

type Source = Pick<DeadlineDef, 'key' | 'rule' | 'clauses' | 'readings'> & {
  readonly stage: string;
  readonly anchor: IsoDate;
};

function sources(state: CaseState): Source[] {
  const plan = planOf(state);
  if (state.closed) return [];
  // A case does not close while a recheck requested in time is pending.
  if (state.ended && state.recheck === 'open') return [];
  if (state.ended) return [waitsForResult(state) ?? remedy(state.ended.stage, remedyRule(state, plan.remedyDays))];
  const stage = currentStage(state);
  if (!stage || !state.stage) return [];
  const entered = dateOf(state.stage.enteredAt);
  const found: Source[] = (stage.deadlines ?? [])
    .filter((def) => !lifted(state, def))
    .map((def) => ({ ...def, stage: stage.key, anchor: anchorOf(def, state.stage, entered) }));
  if (state.stage.lastDay && !blocked(state)) {
    found.push({
      key: publicityKey,
      stage: stage.key,
      rule: { kind: 'lastObjectionDay' },
      anchor: state.stage.lastDay,
      clauses: stage.clauses,
    });
  }
  if (state.reopened) found.push(remedy(stage.key, remedyRule(state, 0)));
  return found;
}

/** A period set by an officer is counted from the day it was set; all others from the day the stage was entered. */
function anchorOf({ rule }: DeadlineDef, stage: CaseState['stage'], entered: IsoDate): IsoDate {
  return rule.kind === 'setDay' ? (stage?.setDay ?? entered) : entered;
}

function remedy(stage: string, { rule, anchor }: Pick<Source, 'rule' | 'anchor'>): Source {
  return { key: remedyKey, stage, rule, anchor, clauses: [], readings: ['A-10'] };
}

/** The remedy period is counted once: a reopened application keeps its last day, also when it ends again. */
function remedyRule(state: CaseState, days: number): Pick<Source, 'rule' | 'anchor'> {
  if (state.reopened) return { rule: { kind: 'calendarDaysAfterEnd', days: 0 }, anchor: state.reopened.untilDay };
  return { rule: { kind: 'calendarDaysAfterEnd', days }, anchor: dateOf((state.ended?.at ?? state.lastAt) - 1) };
}

/**
 * The deadline that the last day of a reopened application replaces in a stage: the one that lapsed, or an earlier one counted from a window, because
 * the office was late and not the applicant. Null when none is replaced.
 */
export function waivedIn(state: CaseState, stage: string): string | null {
  const { reopened, plan } = state;
  if (!reopened || !plan) return null;
  const { waived, untilDay } = reopened;
  const replaced = (def: DeadlineDef) => def.key === waived || closesBefore(def, untilDay, plan.timeline);
  return stageOf(plan, stage).deadlines?.find(replaced)?.key ?? null;
}

/** The deadline of a stage that is counted from a window and falls before this day, or null; an upheld recheck waives it. */
export function lapsedBefore(plan: Plan, stage: string, day: IsoDate): string | null {
  return stageOf(plan, stage).deadlines?.find((def) => closesBefore(def, day, plan.timeline))?.key ?? null;
}

/**
 * Whether a deadline no longer applies to a reopened application: the one that lapsed and, after a recheck, every one counted from a window.
 */
function lifted(state: CaseState, def: DeadlineDef): boolean {
  const { reopened } = state;
  if (!reopened) return false;
  if (def.key === reopened.waived) return true;
  return reopened.byRecheck === true && closesBefore(def, reopened.untilDay, planOf(state).timeline);
}

function closesBefore({ rule }: DeadlineDef, day: IsoDate, timeline: CaseTimeline): boolean {
  if (rule.kind !== 'windowClose' && rule.kind !== 'workingDaysAfterWindow') return false;
  const due = dueDay(rule, day, timeline);
  return due !== null && due < day;
}

/** Whether an open objection by a named person, or one that waits, keeps the publicity from ending (LN-5.4-f, DL-2.2.2-d, A-17). */
export function blocked(state: CaseState): boolean {
  const weighty = state.objections.filter((objection) => objection.open && clauseSatisfied('LN-A1-f', objection.named));
  const count = weighty.length + (state.queue?.named ?? 0);
  return !clauseSatisfied('DL-2.2.2-d', clauseSatisfied('LN-5.4-f', count === 0));
}

/** All deadlines of the case, nearest first; at equal instants in order of stages, a publicity before the window that closes with it. */
export function deadlinesOf(state: CaseState, given: CaseTimeline = planOf(state).timeline): Deadline[] {
  const plan = planOf(state);
  const timeline = timelineOf(state, given);
  const rank = (deadline: Deadline) => stageIndex(plan, deadline.stage) * 2 + (deadline.key === publicityKey ? 0 : 1);
  return sources(state)
    .flatMap((source) => {
      const due = dueDay(source.rule, source.anchor, timeline);
      return due ? [{ ...source, readings: source.readings ?? [], due, dueAt: endOfDayAt(due) }] : [];
    })
    .sort((a, b) => a.dueAt - b.dueAt || rank(a) - rank(b));
}

/** The definition of a deadline of the current stage, or null for a remedy or publicity. */
export function deadlineDef(state: CaseState, key: string): DeadlineDef | null {
  if (!state.stage) return null;
  return stageOf(planOf(state), state.stage.key).deadlines?.find((def) => def.key === key) ?? null;
}
