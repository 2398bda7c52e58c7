import { addDays, type IsoDate, yearOf } from '../../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../../calendar/working-days.ts';
import type { SessionStep } from '../../programme/stages/session.ts';
import type { Text } from '../../text.ts';
import { sessionStatusLabels } from '../labels.ts';
import type { SessionState } from '../session.ts';
import { hasReached, isEnded, stepsOf } from '../steps.ts';
import { reportBy } from './days.ts';

/** A step that is still to come: the first day on which it can be taken if everybody acts at once, and the last where one is set. */
export type SessionForecast = {
  readonly step: SessionStep;
  readonly label: Text;
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
  /** Whether its last day has passed, so that the meeting must be moved. */
  readonly tooLate: boolean;
  /** Whether the days depend on a year whose holidays have not been announced. */
  readonly provisional: boolean;
};

/** The remaining steps of a session with their days; empty before the plan and after the end. A suspended session has the steps it had, with no day. */
export function sessionForecast(state: SessionState, today: IsoDate, calendar: Calendar): readonly SessionForecast[] {
  const { plan, status, suspendedFrom } = state;
  if (!plan || isEnded(state)) return [];
  const from = status === 'SUSPENDED' ? (suspendedFrom ?? status) : status;
  const steps = stepsOf(plan.rules).filter((step) => !hasReached(from, step));
  let earliest: IsoDate = today;
  return steps.map((step): SessionForecast => {
    earliest = later(earliest, firstDayOf(step, state, { from: earliest, calendar }));
    const latest = lastDayOf(step, state, calendar);
    const tooLate = latest !== null && earliest > latest;
    const days = [earliest, latest].filter((day) => day !== null);
    const known = status === 'SUSPENDED' || tooLate ? null : earliest;
    return {
      step,
      label: sessionStatusLabels[step],
      earliest: known,
      latest,
      tooLate,
      provisional: days.some((day) => !announced(calendar, yearOf(day))),
    };
  });
}

/** The first day of a step that is reached on `from`. */
function firstDayOf(
  step: SessionStep,
  { plan, meetingOn }: SessionState,
  { from, calendar }: { readonly from: IsoDate; readonly calendar: Calendar },
): IsoDate {
  if (step === 'IN_SESSION') return meetingOn ?? from;
  // The list is out for whole working days; the results are announced on the day after the last.
  if (step === 'RESULTS_ANNOUNCED' && plan)
    return addDays(addWorkingDays(calendar, from, plan.rules.publicity.workingDays), 1);
  return from;
}

/** The last day of a step: what comes before the report must leave time for it, what comes before the meeting for the meeting. */
function lastDayOf(step: SessionStep, state: SessionState, calendar: Calendar): IsoDate | null {
  const { plan, lastDay, announcedOn } = state;
  if (step === 'DATA_FILED') {
    const filing = plan?.year?.dataFiling;
    return filing && announcedOn ? addWorkingDays(calendar, announcedOn, filing.workingDays) : null;
  }
  const report = reportBy(state);
  if (report !== null && hasReached('OPENING_REPORTED', step)) return report;
  return hasReached('IN_SESSION', step) ? lastDay : null;
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a);
const announced = (calendar: Calendar, year: number): boolean =>
  calendar.years.some((each) => each.year === year && !each.provisional);
