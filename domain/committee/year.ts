import type { IsoDate } from '../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { CommitteeYearRules } from '../programme/committee-year.ts';
import type { Role } from '../programme/facts.ts';
import type { SessionStage } from '../programme/stages.ts';
import type { Timeline } from '../programme/timeline.ts';
import type { Refusal } from '../refusal.ts';

/** A period that the committee's own notice supplies where the plan prints none. */
export type NoticeWindow = { readonly key: string; readonly opens: IsoDate; readonly closes: IsoDate };

export type Notice = {
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

/** The year of one committee; `seq` counts what happened. */
export type CommitteeYear = {
  readonly seq: number;
  readonly notice: Notice | null;
  readonly meetings: readonly Meeting[];
};

export const emptyYear: CommitteeYear = { seq: 0, notice: null, meetings: [] };

export const committeeActions = [
  'proposeNotice',
  'countersign',
  'publishNotice',
  'reportOpening',
  'approveOpening',
  'announceResults',
  'fileData',
] as const;
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
};

export type CommitteeData = {
  readonly windows?: readonly NoticeWindow[];
  readonly checked?: readonly string[];
  readonly meetingOn?: IsoDate;
  readonly passRate?: number;
  /** Whether a reason was recorded; its words are sealed beside the event. */
  readonly reasoned?: boolean;
};

export type CommitteeCommand = {
  readonly name: CommitteeActionName;
  readonly role: Role;
  readonly data: CommitteeData;
};

/** What a decision on a committee's year looks at beside the year itself. */
export type CommitteeSetting = {
  readonly rules: CommitteeYearRules;
  readonly session: SessionStage;
  readonly timeline: Timeline;
  readonly calendar: Calendar;
  readonly committee: string;
  readonly today: IsoDate;
};

/** What one action takes and gives: the year after it, or why not. */
export type CommitteeStep = (
  year: CommitteeYear,
  data: CommitteeData,
  setting: CommitteeSetting,
) => CommitteeYear | Refusal;

/** The last day on which the data of a meeting are filed in time; null before its results are announced (LYG-5.2-e). */
export function dataDue({ announcedOn }: Meeting, { rules, calendar }: Pick<CommitteeSetting, 'rules' | 'calendar'>) {
  return announcedOn === null ? null : addWorkingDays(calendar, announcedOn, rules.dataFiling.workingDays);
}

/** The year of a committee and the rules by which it has one; null where the programme prints none. */
export type NoticedYear = { readonly year: CommitteeYear; readonly rules: CommitteeYearRules };

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
