import type { IsoDate } from '../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { EntityCommand, EntityState } from '../entity/decider.ts';
import type { Role } from '../programme/facts.ts';
import type { CommitteeYearRules, MeasureKey } from '../programme/stages/committee-year.ts';
import type { SessionStage } from '../programme/stages/stages.ts';
import type { Timeline } from '../programme/timeline.ts';

/** A period that the committee's own notice supplies where the plan prints none. */
export type NoticeWindow = { readonly key: string; readonly opens: IsoDate; readonly closes: IsoDate };

type Notice = {
  readonly status: 'draft' | 'countersigned' | 'published';
  readonly windows: readonly NoticeWindow[];
  readonly publishedOn: IsoDate | null;
};

/** One meeting from its report to its data; dates are null until it comes to that. */
export type Meeting = {
  readonly meetingOn: IsoDate;
  readonly reportedOn: IsoDate;
  /** Hundredths of a percent; absent in meetings from before it was asked for. */
  readonly passRate?: number;
  readonly approvedOn: IsoDate | null;
  readonly announcedOn: IsoDate | null;
  readonly filedOn: IsoDate | null;
};

/** A measure against the office of a committee, with the day by which it must correct, or the meeting whose results are void (LYG-5.3-b). */
export type TakenMeasure = {
  readonly measure: MeasureKey;
  readonly on: IsoDate;
  readonly until?: IsoDate;
  readonly meetingOn?: IsoDate;
  readonly liftedOn: IsoDate | null;
};

/** The announcement of a committee: its notice of the year, from the draft to the publication. */
export type Announcement = EntityState & { readonly notice: Notice | null };

/** The meetings of a committee in a year, each from its report to its data. */
export type Meetings = EntityState & {
  readonly meetings: readonly Meeting[];
  /** Absent in years from before measures could be taken. */
  readonly measures?: readonly TakenMeasure[];
};

/** The year of one committee as it is shown: its announcement and its meetings; `seq` counts what happened in both. */
export type CommitteeYear = {
  readonly seq: number;
  readonly notice: Notice | null;
  readonly meetings: readonly Meeting[];
  readonly measures?: readonly TakenMeasure[];
};

export const emptyYear: CommitteeYear = { seq: 0, notice: null, meetings: [] };

/** The year that announcement and meetings make together. */
export const yearOf = (announcement: Announcement, { seq, meetings, measures }: Meetings): CommitteeYear => ({
  seq: announcement.seq + seq,
  notice: announcement.notice,
  meetings,
  ...(measures ? { measures } : {}),
});

export const announcementActions = ['proposeNotice', 'countersign', 'publishNotice'] as const;
const meetingActions = [
  'reportOpening',
  'approveOpening',
  'announceResults',
  'fileData',
  'takeMeasure',
  'liftMeasure',
] as const;
export const committeeActions = [...announcementActions, ...meetingActions] as const;
export type AnnouncementActionName = (typeof announcementActions)[number];
export type MeetingActionName = (typeof meetingActions)[number];
export type CommitteeActionName = (typeof committeeActions)[number];

/** Who does what: the office of the committee, and 市职称办 above it (LYG-3.3-b, LYG-5.2-c). */
export const committeeRole: Readonly<Record<CommitteeActionName, Role>> = {
  proposeNotice: 'committeeOffice',
  countersign: 'cityTitleOffice',
  publishNotice: 'committeeOffice',
  reportOpening: 'committeeOffice',
  approveOpening: 'cityTitleOffice',
  announceResults: 'committeeOffice',
  fileData: 'committeeOffice',
  takeMeasure: 'cityTitleOffice',
  liftMeasure: 'cityTitleOffice',
};

export type CommitteeData = {
  readonly windows?: readonly NoticeWindow[];
  readonly checked?: readonly string[];
  readonly meetingOn?: IsoDate;
  readonly passRate?: number;
  readonly measure?: MeasureKey;
  /** The day by which the office must correct. */
  readonly until?: IsoDate;
  /** Whether a reason was recorded, and the id of its sealed text. */
  readonly reasoned?: boolean;
  readonly text?: string;
};

/** What a decision on the announcement looks at beside it: the rules and the dates in force. */
export type CommitteeContext = {
  readonly rules: CommitteeYearRules;
  readonly session: SessionStage;
  readonly timeline: Timeline;
  readonly calendar: Calendar;
  readonly committee: string;
  /** The offices of the committee by role. */
  readonly offices: Readonly<Record<string, string>>;
};

/** The same with the day of the decision. */
export type CommitteeSetting = CommitteeContext & { readonly today: IsoDate };

/** What a decision on the meetings looks at: also the notice of the year as it stands, and how many results are recorded of the meeting that is named. */
type MeetingsContext = CommitteeContext & { readonly notice: Notice | null; readonly reviewed: number };
export type MeetingsSetting = MeetingsContext & CommitteeSetting;

export type AnnouncementCommand = EntityCommand<AnnouncementActionName, CommitteeData, CommitteeContext>;
export type MeetingsCommand = EntityCommand<MeetingActionName, CommitteeData, MeetingsContext>;
export type AnnouncementFact = { readonly name: AnnouncementActionName; readonly data: CommitteeData };
export type MeetingsFact = { readonly name: MeetingActionName; readonly data: CommitteeData };

/** The last day on which the data of a meeting are filed in time; null before its results are announced (LYG-5.2-e). */
export function dataDue({ announcedOn }: Meeting, { rules, calendar }: Pick<CommitteeSetting, 'rules' | 'calendar'>) {
  return announcedOn === null ? null : addWorkingDays(calendar, announcedOn, rules.dataFiling.workingDays);
}

/** The notice of a committee and the rules by which it has one; null where the programme prints none. */
export type NoticedYear = {
  readonly year: Pick<CommitteeYear, 'notice'>;
  readonly rules: { readonly notice: Pick<CommitteeYearRules['notice'], 'countersign'> };
};

/** A timeline with the periods that the published notice of a committee supplies (LYG-3.3-a, LYG-7-a). */
export function withNotice(timeline: Timeline, committee: string | null, noticed: NoticedYear | null): Timeline {
  if (committee === null || noticed?.year.notice?.status !== 'published') return timeline;
  const { windows } = noticed.year.notice;
  if (windows.length === 0) return timeline;
  const series = [...new Set(timeline.windows.flatMap((window) => window.series))];
  const clauses = (key: string) => timeline.announced?.find((each) => each.key === key)?.clauses ?? [];
  const added = windows.map((window) => ({
    ...window,
    series,
    committees: [committee],
    clauses: [...new Set([...noticed.rules.notice.countersign, ...clauses(window.key)])],
  }));
  return { ...timeline, windows: [...timeline.windows, ...added] };
}
