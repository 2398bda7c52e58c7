import { dateOf, type IsoDate, startOfDayAt } from '../../calendar/dates.ts';
import { type Calendar, workingDayBefore } from '../../calendar/working-days.ts';
import type { CaseState } from '../../case/case.ts';
import { currentStage, planOf, timelineOf } from '../../case/plan/compiled-stages.ts';
import { deadlinesOf, dueDay } from '../../case/plan/deadlines.ts';
import type { Role } from '../../programme/facts.ts';
import type { ReminderRule } from '../../programme/stages/deadlines.ts';
import type { StageDef } from '../../programme/stages/stages.ts';
import type { CaseTimeline } from '../../programme/timeline.ts';
import { innerDay } from './inner-day.ts';
import { nextRoles } from './next-roles.ts';

/**
 * A reminder: who receives it, at which instant (business epoch ms), for which day. `ahead` counts working days before `due`; -1 is the day after it.
 */
export type Reminder = {
  readonly key: string;
  readonly due: IsoDate;
  readonly ahead: number;
  readonly at: number;
  readonly to: readonly Role[];
  /** The clauses and readings on which the day is based. */
  readonly basis: readonly string[];
};

type Day = { readonly key: string; readonly due: IsoDate; readonly reminders: readonly ReminderRule[] };

/** All roles that are reminded in a stage. */
export function remindedIn({ deadlines = [], alarms = [] }: Pick<StageDef, 'deadlines' | 'alarms'>): Role[] {
  const rules = [...deadlines, ...alarms].flatMap(({ reminders }) => reminders ?? []);
  return [...new Set(rules.flatMap(({ to }) => to))];
}

/** The reminders of the current stage: of each deadline that still applies and of each early warning. Pure. */
export function remindersOf(state: CaseState, given: CaseTimeline = planOf(state).timeline): Reminder[] {
  const stage = currentStage(state);
  if (!stage || !state.stage) return [];
  const timeline = timelineOf(state, given);
  const entered = dateOf(state.stage.enteredAt);
  const inner = innerDay(state, given);
  const ofDeadlines = deadlinesOf(state, given).flatMap(({ key, due }): Day[] => {
    const def = stage.deadlines?.find((each) => each.key === key);
    if (!def?.reminders) return [];
    const day = def.rule.kind === 'windowClose' && inner !== null && inner < due ? inner : due;
    return [{ key, due: day, reminders: def.reminders }];
  });
  const ofAlarms = (stage.alarms ?? []).flatMap(({ key, rule, reminders }): Day[] => {
    const due = dueDay(rule, entered, timeline);
    return due ? [{ key, due, reminders }] : [];
  });
  return [...ofDeadlines, ...ofAlarms]
    .flatMap((day) => aheadOf(day, timeline.calendar).map((each) => ({ ...each, to: concerned(state, day, each) })))
    .filter(({ to }) => to.length > 0);
}

/**
 * Who is reminded: whoever can take the next step on that day; if nobody can, the offices that the rule names; and whom the rule reminds in any case.
 * An applicant or a unit that can do nothing is not reminded, because the application is on somebody else's desk.
 */
function concerned(state: CaseState, { reminders }: Day, { at, ahead, to }: Reminder): Role[] {
  const able = nextRoles(state, at);
  const offices = to.filter((role) => role !== 'applicant' && role !== 'unitHr');
  const anyway = reminders.filter((rule) => rule.anyDesk && rule.workingDaysBefore.includes(ahead));
  return [...new Set([...(able.length > 0 ? able : offices), ...anyway.flatMap((rule) => rule.to)])];
}

/** One reminder for each number of days, addressed to all roles that some rule names for it, at the start of that day. */
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
