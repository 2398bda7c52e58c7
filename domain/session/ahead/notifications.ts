import { endOfDayAt, type IsoDate } from '../../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../../calendar/working-days.ts';
import type { NoticeParams, NoticeTemplate } from '../../lifecycle/notices/notifications.ts';
import { aheadOf, type Reminder } from '../../lifecycle/notices/reminders.ts';
import type { Role } from '../../programme/facts.ts';
import type { ReminderRule } from '../../programme/stages/deadlines.ts';
import type { Timeline } from '../../programme/timeline.ts';
import type { SessionEvent, SessionState } from '../session.ts';
import { hasReached, type SessionActionName } from '../steps.ts';
import { reportBy } from './days.ts';
import { nextStepOf } from './next-step.ts';

/** The dates that reminders are counted by. */
type Dates = { readonly timeline: Pick<Timeline, 'windows'>; readonly calendar: Calendar };
type Wording = { readonly template: NoticeTemplate; readonly params: NoticeParams };
type Told = Wording & { readonly audience: Role; readonly at: number };

/**
 * Who is told of a step, and reminded after it: whoever takes the next step, and of what moves or ends the session its office, whoever approves it and
 * the applicants on its roster. The audience `applicant` is everybody on the roster, `expert` whoever presides. Pure.
 */
export function sessionNews(
  state: SessionState,
  events: readonly SessionEvent[],
  dates: Dates,
): { readonly notices: readonly Told[]; readonly reminders: readonly (Reminder & Wording)[] } {
  return { notices: events.flatMap((event) => told(state, event)), reminders: remindersOf(state, dates) };
}

type Special = { readonly template: NoticeTemplate; readonly to: (state: SessionState) => readonly Role[] };
const everybody = ({ plan }: SessionState): readonly Role[] => [
  'committeeOffice',
  ...(plan ? [plan.rules.approves] : []),
  'applicant',
];
/** Steps that tell more than whose turn it is. */
const specials: Readonly<Partial<Record<SessionActionName, Special>>> = {
  refuseOpening: { template: 'sessionOpeningRefused', to: () => ['committeeOffice'] },
  reschedule: { template: 'sessionMoved', to: everybody },
  suspend: { template: 'sessionSuspended', to: everybody },
  cancel: { template: 'sessionCancelled', to: everybody },
  void: { template: 'sessionVoided', to: () => ['committeeOffice'] },
};

function told(state: SessionState, { name, at }: SessionEvent): Told[] {
  const params = meetingOf(state);
  const special = specials[name];
  const news = (special?.to(state) ?? []).map(
    (audience): Told => ({ audience, template: special?.template ?? 'sessionTurn', params, at }),
  );
  const next = special ? null : nextStepOf(state);
  const turn = (next?.roles ?? [])
    .filter((role) => role !== 'system')
    .map((audience): Told => {
      const named = { ...params, sessionStatus: state.status, ...(next ? { nextStep: next.name } : {}) };
      return { audience, template: 'sessionTurn', params: named, at };
    });
  return [...news, ...turn];
}

const meetingOf = ({ meetingOn }: SessionState): NoticeParams => (meetingOn ? { meetingOn } : {});

/** The reminders of the last day of the report, of the window in which the meeting is held, and of the data (LYG-5.2-b, LYG-5.2-e, DL-2.1.3-b, LYG-3.1-a). */
function remindersOf(state: SessionState, { timeline, calendar }: Dates): (Reminder & Wording)[] {
  const { plan, status, meetingOn } = state;
  if (!plan || !meetingOn) return [];
  const remind = (day: { key: string; due: IsoDate; reminders: readonly ReminderRule[] }, template: NoticeTemplate) =>
    aheadOf(day, calendar).map((each) => {
      const { due, ahead, basis } = each;
      return { ...each, template, params: { meetingOn, due, daysLeft: ahead, basis } };
    });
  const { reminders } = plan.rules;
  const begun = hasReached(status, 'IN_SESSION') || status === 'VOIDED' || status === 'CANCELLED';
  const { opening, heldWithin } = plan.stage;
  const report = begun || hasReached(status, 'OPENING_REPORTED') ? null : reportBy(state);
  const held = begun ? undefined : timeline.windows.find(({ key }) => key === heldWithin?.window);
  const ofOffice = (days: readonly number[], basis: { clauses: readonly string[]; readings?: readonly string[] }) => [
    { workingDaysBefore: days, to: ['committeeOffice'] as const, ...basis },
  ];
  return [
    ...(report && opening
      ? remind(
          { key: `report:${meetingOn}`, due: report, reminders: ofOffice(reminders.report, opening) },
          'sessionReportNear',
        )
      : []),
    ...(held && heldWithin
      ? remind(
          { key: `held:${held.closes}`, due: held.closes, reminders: ofOffice(reminders.held, heldWithin) },
          'sessionHeldNear',
        )
      : []),
    ...dataReminders(state, calendar),
  ];
}

/** The data are due so many working days after the announcement; when they are overdue, whoever supervises is told. */
function dataReminders(
  { plan, announcedOn, filedOn, meetingOn }: SessionState,
  calendar: Calendar,
): (Reminder & Wording)[] {
  const filing = plan?.year?.dataFiling;
  if (!filing || !announcedOn || filedOn || !meetingOn) return [];
  const due = addWorkingDays(calendar, announcedOn, filing.workingDays);
  const key = `data:${meetingOn}`;
  const near = aheadOf({ key, due, reminders: filing.reminders }, calendar).map((each) => {
    const params = { meetingOn, due, daysLeft: each.ahead, basis: each.basis };
    return { ...each, template: 'dataNear' as const, params };
  });
  const { to, clauses: basis } = filing.overdue;
  const passed = { key, due, ahead: -1, at: endOfDayAt(due), to, basis };
  return [...near, { ...passed, template: 'dataOverdue', params: { meetingOn, due, basis } }];
}
