import { addDays, dateOf, type IsoDate, yearOf } from '../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { CaseState } from '../case/case.ts';
import { currentStage, edgesOf, planOf, stageOf, timelineOf } from '../case/plan/compiled-stages.ts';
import { deadlinesOf, dueDay, waivedIn } from '../case/plan/deadlines.ts';
import { lastDays } from '../eligibility/last-days.ts';
import type { StageDef } from '../programme/stages/stages.ts';
import type { CaseTimeline } from '../programme/timeline.ts';
import type { Text } from '../text.ts';

/**
 * The dates of one stage: `earliest` is the first day from today on on which it can be reached if everyone acts at once and printed periods have begun,
 * `latest` is the last day that its deadlines and the stages after it leave (null when nothing limits it). `tooLate` says that the first would lie after
 * the second: the stage is not reached in time any more, and neither is what follows it, so no earliest day is told.
 */
export type ForecastStep = {
  readonly stage: string;
  readonly label: Text;
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
  readonly tooLate: boolean;
  /** True when the dates depend on a year whose holidays have not been announced. */
  readonly provisional: boolean;
};

/** The current stage and the remaining stages on success, with their dates; empty before the first submission and after the end. */
export function forecast(state: CaseState, nowMs: number): ForecastStep[] {
  const current = currentStage(state);
  if (!current || !state.stage) return [];
  const timeline = timelineOf(state);
  const today = dateOf(nowMs);
  const leaves = daysLeftBy(state, today);
  const steps: ForecastStep[] = [];
  let earliest = later(dateOf(state.stage.enteredAt), today);
  let tooLate = false;
  let due = latestOfCurrent(state);
  let stage: StageDef | null = current;
  while (stage) {
    const latest = earlier(due, leaves(stage.key));
    tooLate ||= latest !== null && earliest > latest;
    steps.push({
      stage: stage.key,
      label: stage.name,
      earliest: tooLate ? null : earliest,
      latest,
      tooLate,
      provisional: provisional(timeline, [tooLate ? null : earliest, latest]),
    });
    const next: StageDef | null = following(state, stage);
    const left: IsoDate = stage === current ? leaveCurrent(state, stage, earliest) : leave(stage, earliest, timeline);
    earliest = next ? ready(next, left, timeline) : left;
    due = next ? latestOf(state, next, due) : null;
    stage = next;
  }
  return steps;
}

/**
 * The last day of each stage on which all later stages still fit, by the same rule that answers a question before anything is begun; a reopened
 * application and a publicity already posted go by their own days.
 */
function daysLeftBy(state: CaseState, today: IsoDate): (stage: string) => IsoDate | null {
  if (state.reopened) return () => null;
  const days = lastDays({ ...planOf(state), timeline: timelineOf(state) }, today);
  const posted = state.stage?.lastDay ? state.stage.key : null;
  return (stage) => (stage === posted ? null : (days.findLast((each) => each.stage === stage)?.lastDay ?? null));
}

/** The first day on which a stage can be done when it is reached on `from`: its printed period has begun, and a meeting was reported before (LYG-5.2-b). */
function ready(stage: StageDef, from: IsoDate, { windows }: CaseTimeline): IsoDate {
  if (stage.kind === 'handover')
    return stage.steps.reduce((day, { gate }) => later(day, (gate && windows[gate.window]?.opens) ?? day), from);
  if (stage.kind !== 'session') return from;
  const reported = stage.opening ? addDays(from, stage.opening.daysBefore) : from;
  const opens = [stage.heldWithin?.window, stage.planned].map((key) => windows[key ?? '']?.opens ?? reported);
  return opens.reduce(later, reported);
}

function following(state: CaseState, stage: StageDef): StageDef | null {
  const next = edgesOf(stage)[0];
  return next === undefined ? null : stageOf(planOf(state), next);
}

/** The day on which the current stage can be left: a posted publicity ends after its last day, later where an open objection holds it. */
function leaveCurrent(state: CaseState, stage: StageDef, today: IsoDate): IsoDate {
  const lastDay = state.stage?.lastDay;
  if (!lastDay) return leave(stage, today, planOf(state).timeline);
  return later(today, addDays(lastDay, 1));
}

/** The first day of the next stage when this one begins on `from`. */
function leave(stage: StageDef, from: IsoDate, timeline: CaseTimeline): IsoDate {
  if (stage.kind === 'publicity') return addDays(addWorkingDays(timeline.calendar, from, stage.workingDays), 1);
  if (stage.kind !== 'review') return from;
  const keys = stage.submission ? [stage.submission.window] : [stage.pass.gate?.window, stage.pass.gate?.orWindow];
  const windows = keys.flatMap((key) => timeline.windows[key ?? ''] ?? []);
  const open = windows.find(({ closes }) => from <= closes) ?? windows[0];
  return open ? later(from, open.opens) : from;
}

function latestOfCurrent(state: CaseState): IsoDate | null {
  return deadlinesOf(state)[0]?.due ?? null;
}

/** The nearest deadline of a future stage, counted from the latest day on which the previous stage can end. */
function latestOf(state: CaseState, stage: StageDef, entry: IsoDate | null): IsoDate | null {
  if (state.reopened && waivedIn(state, stage.key)) return state.reopened.untilDay;
  const { timeline } = planOf(state);
  const days = (stage.deadlines ?? []).flatMap(({ rule }) => {
    if (rule.kind === 'workingDaysAfterEntry' && entry === null) return [];
    return dueDay(rule, entry ?? '', timeline) ?? [];
  });
  return days.sort()[0] ?? null;
}

function provisional({ calendar }: CaseTimeline, dates: readonly (IsoDate | null)[]): boolean {
  return dates.some((date) => date !== null && !announced(calendar, yearOf(date)));
}

function announced(calendar: Calendar, year: number): boolean {
  return calendar.years.some((each) => each.year === year && !each.provisional);
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a;
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
