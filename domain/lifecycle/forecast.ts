import { addDays, dateOf, type IsoDate, yearOf } from '../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { CaseState } from '../case/case.ts';
import { currentStage, edgesOf, planOf, stageOf } from '../case/compiled-stages.ts';
import { blocked, deadlinesOf, dueDay, waivedIn } from '../case/deadlines.ts';
import type { StageDef } from '../programme/stages.ts';
import type { CaseTimeline } from '../programme/timeline.ts';
import type { Text } from '../text.ts';

/**
 * The dates of one stage: `earliest` is when it can be reached if everyone acts at once, `latest` is its last day by its deadlines (null when it has
 * none). `earliest` after `latest` means that the application cannot be completed in time.
 */
export type ForecastStep = {
  readonly stage: string;
  readonly label: Text;
  readonly earliest: IsoDate;
  readonly latest: IsoDate | null;
  /** True when the dates depend on a year whose holidays have not been announced. */
  readonly provisional: boolean;
};

/** The current stage and the remaining stages on success, with their dates; empty before the first submission and after the end. */
export function forecast(state: CaseState, nowMs: number): ForecastStep[] {
  const current = currentStage(state);
  if (!current || !state.stage) return [];
  const { timeline } = planOf(state);
  const steps: ForecastStep[] = [];
  let earliest = dateOf(state.stage.enteredAt);
  let latest = latestOfCurrent(state);
  let stage: StageDef | null = current;
  while (stage) {
    steps.push({
      stage: stage.key,
      label: stage.name,
      earliest,
      latest,
      provisional: provisional(timeline, [earliest, latest]),
    });
    const from: IsoDate = stage === current ? later(earliest, dateOf(nowMs)) : earliest;
    const next: StageDef | null = following(state, stage);
    earliest = stage === current ? leaveCurrent(state, stage, from) : leave(stage, from, timeline);
    latest = next ? latestOf(state, next, latest) : null;
    stage = next;
  }
  return steps;
}

function following(state: CaseState, stage: StageDef): StageDef | null {
  const next = edgesOf(stage)[0];
  return next === undefined ? null : stageOf(planOf(state), next);
}

/** The day on which the current stage can be left: a posted publicity ends on its last day, or today when an open objection has prolonged it. */
function leaveCurrent(state: CaseState, stage: StageDef, today: IsoDate): IsoDate {
  const lastDay = state.stage?.lastDay;
  if (!lastDay) return leave(stage, today, planOf(state).timeline);
  return blocked(state) ? later(today, addDays(lastDay, 1)) : addDays(lastDay, 1);
}

/** The first day of the next stage when this one begins on `from`. */
function leave(stage: StageDef, from: IsoDate, timeline: CaseTimeline): IsoDate {
  if (stage.kind === 'publicity') return addDays(addWorkingDays(timeline.calendar, from, stage.workingDays), 1);
  const window = stage.kind === 'review' && stage.submission ? timeline.windows[stage.submission.window] : undefined;
  return window ? later(from, window.opens) : from;
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
