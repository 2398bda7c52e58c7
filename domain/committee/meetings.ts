import { addDays, type IsoDate, isIsoDate } from '../calendar/dates.ts';
import type { Gate } from '../programme/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommitteeSetting, type CommitteeStep, type CommitteeYear, type Meeting, withNotice } from './year.ts';

/** The office reports a meeting with its roster and the pass rate it sets, ten calendar days ahead (LYG-5.2-b, A-24). */
export const reportOpening: CommitteeStep = (year, { meetingOn, passRate, reasoned }, setting) => {
  const { rules, session, today } = setting;
  const clauses = session.opening?.clauses ?? [];
  if (year.notice?.status !== 'published')
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
  if (find(year, meetingOn)?.approvedOn)
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '该次会议已同意开评。', en: 'This meeting has consent already.' },
      { clauses },
    );
  const day = { meetingOn, reasoned: reasoned === true };
  const refusal = wrongDay(day, setting) ?? unplanned(year, day, setting) ?? tooLate(meetingOn, setting);
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
  const meeting = { meetingOn, reportedOn: today, passRate, approvedOn: null, announcedOn: null, filedOn: null };
  return withMeeting(year, meeting);
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
export const approveOpening: CommitteeStep = (year, { meetingOn }, { session, today }) => {
  const clauses = session.opening?.clauses ?? [];
  const meeting = find(year, meetingOn);
  if (!meeting || meeting.approvedOn)
    return refuse('ACTION_NOT_HERE', { zh: '没有待同意的开评报告。', en: 'No report waits for consent.' }, { clauses });
  if (today > meeting.meetingOn)
    return refuse(
      'NOT_OPENED',
      { zh: '会议日期已过，须另报会议日期。', en: 'The day has passed; another day must be reported.' },
      { clauses, details: { meetingOn: meeting.meetingOn } },
    );
  return withMeeting(year, { ...meeting, approvedOn: today });
};

/** The results of a meeting that was held are announced; that starts the days of the data (LYG-5.2-e). */
export const announceResults: CommitteeStep = (year, { meetingOn }, { rules, session, today }) => {
  const meeting = find(year, meetingOn);
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
  return withMeeting(year, { ...meeting, announcedOn: today });
};

/** The data go to 市职称办; after the tenth working day that is overdue, but is still done (LYG-5.2-e). */
export const fileData: CommitteeStep = (year, { meetingOn }, { rules, today }) => {
  const meeting = find(year, meetingOn);
  if (!meeting?.announcedOn || meeting.filedOn)
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '没有待报送的评审数据。', en: 'No announced results wait for their data.' },
      { clauses: rules.dataFiling.clauses },
    );
  return withMeeting(year, { ...meeting, filedOn: today });
};

const find = ({ meetings }: CommitteeYear, meetingOn: IsoDate | undefined): Meeting | undefined =>
  meetings.find((each) => each.meetingOn === meetingOn);

const withMeeting = (year: CommitteeYear, meeting: Meeting): CommitteeYear => ({
  ...year,
  meetings: [...year.meetings.filter(({ meetingOn }) => meetingOn !== meeting.meetingOn), meeting],
});

type Day = { readonly meetingOn: IsoDate; readonly reasoned: boolean };

/** Outside the months in which the plan, or the committee's own notice, has the meeting, it is reported with a reason (LYG-7-b, LYG-7-c). */
function unplanned(year: CommitteeYear, { meetingOn, reasoned }: Day, setting: CommitteeSetting): Refusal | null {
  const { rules, committee, timeline } = setting;
  const months = withNotice(timeline, committee, { year, rules }).windows.filter(
    ({ key, committees }) => key === rules.planned && committees?.includes(committee),
  );
  if (reasoned || months.length === 0) return null;
  if (months.some(({ opens, closes }) => meetingOn >= opens && meetingOn <= closes)) return null;
  const spans = months.map(({ opens, closes }) => `${opens}–${closes}`);
  return refuse(
    'REASON_MISSING',
    {
      zh: `会议日期不在计划列明的评审时间（${spans.join('、')}）内，须写明理由。`,
      en: `The plan has the meeting in ${spans.join(', ')}; another day needs a recorded reason.`,
    },
    { clauses: [...new Set(months.flatMap(({ clauses }) => clauses))], details: { planned: spans } },
  );
}

function tooLate(meetingOn: IsoDate, { session, today }: CommitteeSetting): Refusal | null {
  const { opening } = session;
  if (!opening || addDays(today, opening.daysBefore) <= meetingOn) return null;
  return refuse(
    'NOT_OPENED',
    {
      zh: `开评报告须在召开前${opening.daysBefore}日报送，会议最早可定于${addDays(today, opening.daysBefore)}。`,
      en: `It is reported ${opening.daysBefore} days ahead: the meeting can be on ${addDays(today, opening.daysBefore)} at the earliest.`,
    },
    {
      clauses: opening.clauses,
      readings: opening.readings ?? [],
      details: { earliest: addDays(today, opening.daysBefore) },
    },
  );
}

/** By the end of November in principle, later with a reason, never in another year (LYG-3.1-a, LYG-3.1-b). */
function wrongDay({ meetingOn, reasoned }: Day, { session, timeline }: CommitteeSetting): Refusal | null {
  const { heldWithin } = session;
  const inside = (gate: Gate) =>
    timeline.windows.some(({ key, opens, closes }) => key === gate.window && meetingOn >= opens && meetingOn <= closes);
  if (!heldWithin || inside(heldWithin)) return null;
  const { withReason } = heldWithin;
  if (withReason && inside(withReason))
    return reasoned
      ? null
      : refuse(
          'REASON_MISSING',
          {
            zh: '评审原则上应在11月底前完成，逾期须写明理由。',
            en: 'In principle it is finished in November; later needs a reason.',
          },
          { clauses: heldWithin.clauses },
        );
  return refuse(
    'WINDOW_CLOSED',
    { zh: '不得跨年度评审。', en: 'Review may not cross the year.' },
    { clauses: (withReason ?? heldWithin).clauses },
  );
}
