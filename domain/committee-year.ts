import { addWorkingDays, type Calendar } from './calendar.ts';
import type { IsoDate } from './dates.ts';
import type { ReminderRule } from './deadline-rules.ts';
import type { Role } from './facts.ts';
import type { Plan } from './programme.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Check, SessionStage } from './stage.ts';
import type { AnnouncedWindow, Timeline } from './timeline.ts';

/** What a notice prints about the year of each committee: its own notice, the opening, the results (LYG-3.3, LYG-5.2). */
export type CommitteeYearRules = {
  readonly notice: {
    /** In principle by this day, later only with a recorded reason (LYG-3.3-a). */
    readonly by: IsoDate;
    readonly clauses: readonly string[];
    readonly countersign: readonly string[];
    readonly sites: readonly Check[];
    /** By what the notice sets no period that the plan prints, and none outside the year (LYG-7-b, LYG-3.1-b). */
    readonly printed: readonly string[];
    readonly withinYear: readonly string[];
  };
  /** By what each step is the office's or the title office's (LYG-5.2-d), and a meeting follows the notice (LYG-5.2-a). */
  readonly duties: readonly string[];
  readonly meeting: readonly string[];
  /** The window in which the plan has the meeting of a committee; on another day only with a recorded reason (LYG-7-b, LYG-7-c). */
  readonly planned: string;
  /** By what the opening sets a rate of passing, in hundredths of a percent; the real one is held against it and fails nobody. */
  readonly passRate: { readonly clauses: readonly string[]; readonly readings: readonly string[] };
  /** What is reported with an opening (LYG-5.2-b). */
  readonly report: readonly Check[];
  readonly dataFiling: {
    readonly workingDays: number;
    readonly clauses: readonly string[];
    readonly reminders: readonly ReminderRule[];
    /** Who is alarmed when the last day has passed without the data (LYG-5.2-e). */
    readonly overdue: { readonly to: readonly Role[]; readonly clauses: readonly string[] };
  };
};

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
    ...{ ...window, series, committees: [committee] },
    clauses: [...new Set([...noticed.rules.notice.countersign, ...clauses(window.key)])],
  }));
  return { ...timeline, windows: [...timeline.windows, ...added] };
}

/** Refuses a filing towards an office whose period nobody has announced yet: it could arrive nowhere (LYG-3.3-a, A-33). */
export function unannounced(
  { stages, timeline, committee }: Pick<Plan, 'stages' | 'timeline' | 'committee'>,
  announced: readonly AnnouncedWindow[],
): Refusal | null {
  const gates = stages.flatMap((stage) => (stage.kind === 'review' && stage.pass.gate ? [stage.pass.gate] : []));
  const missing = gates.find(({ window, orWindow }) => {
    return !timeline.windows[window] && !timeline.windows[orWindow ?? window];
  });
  if (!missing) return null;
  const later = announced.find(
    ({ key, committees }) => key === missing.window && (committees?.includes(committee ?? '') ?? true),
  );
  return refuse(
    'WINDOW_NOT_OPEN',
    {
      zh: '计划表未列明受理时间，须待评委会办事机构经会签的年度通知公布后申报。',
      en: 'The plan prints no period here: it can be filed once the countersigned notice of the committee has announced one.',
    },
    {
      clauses: [...new Set([...(later?.clauses ?? []), ...missing.clauses])],
      readings: later?.readings ?? [],
      details: { window: missing.window },
    },
  );
}
