import { dateOf, type IsoDate, startOfDayAt } from '../calendar/dates.ts';
import { type Calendar, workingDayBefore } from '../calendar/working-days.ts';
import type { CaseState } from '../case/case.ts';
import { currentStage, planOf, timelineOf } from '../case/compiled-stages.ts';
import { deadlinesOf, dueDay } from '../case/deadlines.ts';
import type { ReminderRule } from '../programme/deadlines.ts';
import type { Role } from '../programme/facts.ts';
import type { StageDef } from '../programme/stages.ts';
import type { CaseTimeline } from '../programme/timeline.ts';

/** Who is told at which instant (business epoch ms) that a day is near. `ahead` counts working days before `due`, -1 the day after it has passed. */
export type Reminder = {
  readonly key: string;
  readonly due: IsoDate;
  readonly ahead: number;
  readonly at: number;
  readonly to: readonly Role[];
  /** The clauses and readings it rests on. */
  readonly basis: readonly string[];
};

type Day = { readonly key: string; readonly due: IsoDate; readonly reminders: readonly ReminderRule[] };

/** Everyone who is reminded in a stage. */
export function remindedIn({ deadlines = [], alarms = [] }: Pick<StageDef, 'deadlines' | 'alarms'>): Role[] {
  const rules = [...deadlines, ...alarms].flatMap(({ reminders }) => reminders ?? []);
  return [...new Set(rules.flatMap(({ to }) => to))];
}

/** The reminders of the case where it stands: of each deadline that still counts and of each alarm of the stage. Pure. */
export function remindersOf(state: CaseState, given: CaseTimeline = planOf(state).timeline): Reminder[] {
  const stage = currentStage(state);
  if (!stage || !state.stage) return [];
  const timeline = timelineOf(state, given);
  const entered = dateOf(state.stage.enteredAt);
  const ofDeadlines = deadlinesOf(state, given).flatMap(({ key, due }): Day[] => {
    const reminders = stage.deadlines?.find((each) => each.key === key)?.reminders;
    return reminders ? [{ key, due, reminders }] : [];
  });
  const ofAlarms = (stage.alarms ?? []).flatMap(({ key, rule, reminders }): Day[] => {
    const due = dueDay(rule, entered, timeline);
    return due ? [{ key, due, reminders }] : [];
  });
  return [...ofDeadlines, ...ofAlarms].flatMap((day) => aheadOf(day, timeline.calendar));
}

/** One reminder for each number of days, to everyone whom some rule names for it, at the beginning of that day. */
export function aheadOf({ key, due, reminders }: Day, calendar: Calendar): Reminder[] {
  const numbers = [...new Set(reminders.flatMap(({ workingDaysBefore }) => workingDaysBefore))];
  return numbers
    .sort((a, b) => b - a)
    .map((ahead) => {
      const rules = reminders.filter(({ workingDaysBefore }) => workingDaysBefore.includes(ahead));
      return {
        key,
        due,
        ahead,
        at: startOfDayAt(workingDayBefore(calendar, due, ahead)),
        to: [...new Set(rules.flatMap(({ to }) => to))],
        basis: [...new Set(rules.flatMap(({ clauses, readings = [] }) => [...clauses, ...readings]))],
      };
    });
}
