import { dateOf, type IsoDate, isIsoDate } from '../calendar/dates.ts';
import type { Decider } from '../entity/decider.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { dutyRefusal } from './duties.ts';
import { liftMeasure, measuresAfter, stoppedRefusal, takeMeasure, voidRefusal } from './measures.ts';
import { dayRefusal } from './meeting-days.ts';
import {
  type CommitteeData,
  type Meeting,
  type MeetingActionName,
  type Meetings,
  type MeetingsCommand,
  type MeetingsFact,
  type MeetingsSetting,
  withNotice,
} from './year.ts';

/** Why a step of the meetings is not possible; null where nothing stands against it. */
type Guard = (meetings: Meetings, data: CommitteeData, setting: MeetingsSetting) => Refusal | null;

/** The office reports a meeting with its roster and the pass rate it sets, ten calendar days ahead (LYG-5.2-b, A-24). */
const reportOpening: Guard = (state, { meetingOn, passRate, reasoned }, setting) => {
  const { rules, session, notice, timeline, committee } = setting;
  const clauses = session.opening?.clauses ?? [];
  if (notice?.status !== 'published')
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '年度评审通知尚未公布，不得开评。', en: 'Nothing is opened before the notice of the year is published.' },
      { clauses: [...new Set([...rules.meeting, ...rules.notice.sites.flatMap((site) => site.clauses)])] },
    );
  if (meetingOn === undefined || !isIsoDate(meetingOn))
    return refuse(
      'INVALID_DATA',
      { zh: '须写明评审会议日期。', en: 'The day of the meeting is missing.' },
      { clauses },
    );
  if (find(state, meetingOn)?.approvedOn)
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '该次会议已同意开评。', en: 'This meeting has consent already.' },
      { clauses },
    );
  const day = { meetingOn, reasoned: reasoned === true };
  const refusal = dayRefusal(day, {
    ...setting,
    timeline: withNotice(timeline, committee, { year: { notice }, rules }),
  });
  if (refusal) return refusal;
  if (passRate === undefined || !Number.isInteger(passRate) || passRate < 1 || passRate > whole)
    return refuse(
      'INVALID_DATA',
      {
        zh: '须报送评审通过率设定（0.01%至100%）。',
        en: 'The rate of passing is set with the report, from 0.01 % to 100 %.',
      },
      rules.passRate,
    );
  return null;
};

/** All of them, in hundredths of a percent. */
const whole = 10_000;

/** How many of those reviewed at a meeting passed, against the rate it set: the rate, half up, and whether it is above; null before anybody was. */
export function rateOf(
  { passRate }: Meeting,
  { reviewed, passed }: { readonly reviewed: number; readonly passed: number },
) {
  if (reviewed === 0) return null;
  const rate = Math.round((passed * whole) / reviewed);
  return { reviewed, passed, rate, above: passRate !== undefined && passed * whole > passRate * reviewed };
}

/** 市职称办 consents before the meeting; without consent it does not begin (LYG-5.2-c). */
const approveOpening: Guard = (state, { meetingOn }, { session, today }) => {
  const clauses = session.opening?.clauses ?? [];
  const meeting = find(state, meetingOn);
  if (!meeting || meeting.approvedOn)
    return refuse('ACTION_NOT_HERE', { zh: '没有待同意的开评报告。', en: 'No report waits for consent.' }, { clauses });
  if (today > meeting.meetingOn)
    return refuse(
      'NOT_OPENED',
      { zh: '会议日期已过，须另报会议日期。', en: 'The day has passed; another day must be reported.' },
      { clauses, details: { meetingOn: meeting.meetingOn } },
    );
  return null;
};

/** The results of a meeting that was held are announced; that starts the days of the data (LYG-5.2-e). */
const announceResults: Guard = (state, { meetingOn }, { rules, session, today, reviewed }) => {
  const meeting = find(state, meetingOn);
  if (!meeting?.approvedOn || meeting.meetingOn > today)
    return refuse(
      'NOT_OPENED',
      { zh: '没有经同意并已召开的评审会议。', en: 'No meeting with consent has been held on this day.' },
      { clauses: session.opening?.clauses ?? [] },
    );
  if (meeting.announcedOn)
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '结果已公布。', en: 'The results are announced already.' },
      { clauses: rules.dataFiling.clauses },
    );
  if (reviewed === 0)
    return refuse(
      'NO_RESULTS',
      {
        zh: '该次会议尚未登记任何评审结果，无可公布。',
        en: 'No result of this meeting is recorded; there is nothing to announce.',
      },
      { clauses: rules.dataFiling.clauses, details: { meetingOn: meeting.meetingOn } },
    );
  return null;
};

/** The data go to 市职称办; after the tenth working day that is overdue, but is still done (LYG-5.2-e). */
const fileData: Guard = (state, { meetingOn }, { rules }) => {
  const meeting = find(state, meetingOn);
  if (!meeting?.announcedOn || meeting.filedOn)
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '没有待报送的评审数据。', en: 'No announced results wait for their data.' },
      { clauses: rules.dataFiling.clauses },
    );
  return null;
};

/** Nothing goes on while the review is stopped, nor with results that were declared void (LYG-5.3-b). */
const unlessStopped =
  (guard: Guard): Guard =>
  (state, data, setting) =>
    stoppedRefusal({ year: state, rules: setting.rules }) ??
    voidRefusal({ year: state, rules: setting.rules }, data.meetingOn) ??
    guard(state, data, setting);

const guards: Readonly<Record<MeetingActionName, Guard>> = {
  reportOpening: unlessStopped(reportOpening),
  approveOpening: unlessStopped(approveOpening),
  announceResults: unlessStopped(announceResults),
  fileData,
  takeMeasure,
  liftMeasure,
};

/** The meetings of a committee in a year: reported, consented to, their results announced, their data filed. */
export const meetingsDecider: Decider<Meetings, MeetingsCommand, MeetingsFact> = {
  empty: { seq: 0, lastAt: 0, meetings: [] },
  decide(state, command) {
    const { name, data, context } = command;
    const setting = { ...context, today: dateOf(Math.max(command.receivedAt, state.lastAt)) };
    return dutyRefusal(command, context) ?? guards[name](state, data, setting) ?? [{ name, data }];
  },
  evolve(state, { name, at, data }) {
    if (name === 'takeMeasure' || name === 'liftMeasure')
      return { ...state, measures: measuresAfter(state.measures ?? [], name, data, dateOf(at)) };
    const meeting = meetingAfter(find(state, data.meetingOn), { name, data, today: dateOf(at) });
    if (!meeting) return state;
    const others = state.meetings.filter(({ meetingOn }) => meetingOn !== meeting.meetingOn);
    return { ...state, meetings: [...others, meeting] };
  },
};

type Happened = { readonly name: MeetingActionName; readonly data: CommitteeData; readonly today: IsoDate };

function meetingAfter(before: Meeting | undefined, { name, data, today }: Happened): Meeting | null {
  const { meetingOn, passRate } = data;
  if (name === 'reportOpening' && meetingOn) {
    const reported = { meetingOn, reportedOn: today, approvedOn: null, announcedOn: null, filedOn: null };
    return passRate === undefined ? reported : { ...reported, passRate };
  }
  if (!before) return null;
  if (name === 'approveOpening') return { ...before, approvedOn: today };
  return name === 'announceResults' ? { ...before, announcedOn: today } : { ...before, filedOn: today };
}

const find = ({ meetings }: Meetings, meetingOn: IsoDate | undefined): Meeting | undefined =>
  meetings.find((each) => each.meetingOn === meetingOn);
