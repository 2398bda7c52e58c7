import { endOfDayAt } from '../calendar/dates.ts';
import type { CommitteeTemplate, NoticeParams } from '../lifecycle/notices/notifications.ts';
import { aheadOf, type Reminder } from '../lifecycle/notices/reminders.ts';
import type { Role } from '../programme/facts.ts';
import {
  type CommitteeActionName,
  type CommitteeData,
  type CommitteeSetting,
  type CommitteeYear,
  dataDue,
} from './year.ts';

/** News of the year of a committee: audience is a role; `applicant` is everyone whose open application goes to this committee. */
export type CommitteeNews = {
  readonly audience: Role;
  readonly template: CommitteeTemplate;
  readonly params: NoticeParams;
};

/** A reminder of a committee's year, with its wording. */
export type CommitteeReminder = Reminder & { readonly template: CommitteeTemplate; readonly params: NoticeParams };

const news: Readonly<Record<CommitteeActionName, readonly [CommitteeTemplate, readonly Role[]]>> = {
  proposeNotice: ['noticeProposed', ['cityTitleOffice']],
  countersign: ['noticeCountersigned', ['committeeOffice']],
  publishNotice: ['noticePublished', ['cityTitleOffice', 'applicant']],
  reportOpening: ['openingReported', ['cityTitleOffice']],
  approveOpening: ['openingApproved', ['committeeOffice']],
  announceResults: ['resultsAnnounced', ['cityTitleOffice']],
  fileData: ['dataFiled', ['cityTitleOffice']],
  takeMeasure: ['measureTaken', ['committeeOffice']],
  liftMeasure: ['measureLifted', ['committeeOffice']],
};

/** Who is told of a step: whoever takes the next one, or waits for it (LYG-3.3-b, LYG-3.3-c, LYG-5.2-b, LYG-5.2-c, LYG-5.2-e). Pure. */
export function committeeNews(
  { meetings }: Pick<CommitteeYear, 'meetings'>,
  { name, data }: { readonly name: CommitteeActionName; readonly data: CommitteeData },
  setting: Pick<CommitteeSetting, 'rules' | 'calendar'>,
): CommitteeNews[] {
  const { meetingOn } = data;
  const meeting = meetings.find((each) => each.meetingOn === meetingOn);
  const due = meeting && !meeting.filedOn ? dataDue(meeting, setting) : null;
  const params = { ...(meetingOn ? { meetingOn } : {}), ...(due ? { due } : {}) };
  const [template, audiences] = news[name];
  return audiences.map((audience) => ({ audience, template, params }));
}

/** Who is reminded of data that are due, and alarmed when they are overdue, meeting by meeting (LYG-5.2-e). Pure. */
export function committeeReminders(
  { meetings }: Pick<CommitteeYear, 'meetings'>,
  { rules, calendar }: Pick<CommitteeSetting, 'rules' | 'calendar'>,
): CommitteeReminder[] {
  const { reminders, overdue } = rules.dataFiling;
  return meetings.flatMap((meeting): CommitteeReminder[] => {
    const due = meeting.filedOn ? null : dataDue(meeting, { rules, calendar });
    if (!due) return [];
    const { meetingOn } = meeting;
    const key = `data:${meetingOn}`;
    const near = aheadOf({ key, due, reminders }, calendar).map((each): CommitteeReminder => {
      const { ahead, basis } = each;
      return { ...each, template: 'dataNear', params: { meetingOn, due, daysLeft: ahead, basis } };
    });
    const { to, clauses: basis } = overdue;
    const passed = { key, due, ahead: -1, at: endOfDayAt(due), to, basis } as const;
    return [...near, { ...passed, template: 'dataOverdue', params: { meetingOn, due, basis } }];
  });
}
