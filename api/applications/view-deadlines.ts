import type { StoredDeadline } from '../../db/applications/applications.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { countWorkingDays, explainWorkingDays } from '../../domain/calendar/working-days.ts';
import type { CaseTimeline } from '../../domain/programme/timeline.ts';
import type { ApplicationView } from './applications-schemas.ts';

/** The data with which the dates of an application were computed. */
export type DatesBasis = {
  readonly timeline: CaseTimeline;
  /** The day on which the running publicity was posted. */
  readonly postedOn: IsoDate | null;
};

/** A deadline with its calculation: the day it counts from, and the days that were left out. */
export function deadlineView(deadline: StoredDeadline, basis: DatesBasis): ApplicationView['deadlines'][number] {
  const { key, due, dueAt, clauses, readings, rule } = deadline;
  const counted = countedBy(deadline, basis);
  const { calendar, version } = basis.timeline;
  const explained = counted.days === null ? null : explainWorkingDays(calendar, counted.from, counted.days);
  return {
    key,
    due,
    dueAt: toRfc3339(dueAt),
    clause: clauses[0] ?? null,
    clauses,
    readings,
    rule,
    countedFrom: counted.from,
    skipped: (explained?.skipped ?? []).map(({ date, why }) => ({ date, why })),
    calendarVersion: calendar.version,
    timelineVersion: version,
    provisional: explained?.provisional ?? false,
    moves: [],
  };
}

type Counted =
  | { readonly from: IsoDate; readonly days: number }
  | { readonly from: IsoDate | null; readonly days: null };

/** The day from which a deadline counts, and its number of working days; a printed day has neither. */
function countedBy({ rule, anchor, due }: StoredDeadline, { timeline, postedOn }: DatesBasis): Counted {
  switch (rule.kind) {
    case 'windowClose':
      return { from: null, days: null };
    case 'workingDaysAfterWindow': {
      const closes = timeline.windows[rule.window]?.closes;
      return closes ? { from: closes, days: rule.days } : { from: null, days: null };
    }
    case 'workingDaysAfterEntry':
      return { from: anchor, days: rule.days };
    case 'lastObjectionDay':
      return postedOn
        ? { from: postedOn, days: countWorkingDays(timeline.calendar, postedOn, due) }
        : { from: null, days: null };
    case 'setDay':
      return { from: null, days: null };
    case 'calendarDaysAfterEnd':
      return { from: anchor, days: null };
  }
}
