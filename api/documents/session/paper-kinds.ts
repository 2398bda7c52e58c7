import type { Role } from '../../../domain/programme/facts.ts';
import type { Correction, SessionState } from '../../../domain/session/session.ts';
import { type Text, text } from '../../../domain/text.ts';

/** The papers that are made from a session. */
export const paperKinds = [
  'openingReport',
  'roster',
  'expertList',
  'defenceSchedule',
  'scoreSheets',
  'minutes',
  'resultList',
  'dataFiling',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What somebody is to a session: the roles, and whether the caller presides. */
type Reader = { readonly roles: readonly Role[]; readonly presides: boolean };

export type PaperRule = {
  readonly title: Text;
  /** The facts that it is made from: a correction of one of them is named on it. */
  readonly madeFrom: readonly Correction['what'][];
  /** Whether what it says has happened, and what is waited for. */
  readonly exists: (state: SessionState) => boolean;
  readonly after: Text;
  readonly mayHave: (reader: Reader) => boolean;
};

const office = ({ roles }: Reader): boolean => roles.includes('committeeOffice');
/** The offices of the session and auditors. */
const readers = ({ roles }: Reader): boolean => roles.some((role) => role !== 'expert');
/** The office, and whoever approves, confirms or supervises. */
const offices = ({ roles }: Reader): boolean => roles.some((role) => role !== 'expert' && role !== 'auditor');

const rosterClosed = text('复核结束、花名册确定之后', 'the re-check has closed and the roster is settled');

/** Each paper: what it is called, from when there is one, and who may have it. Names of experts are for the office and the experts of the session alone; identity numbers for the offices. */
export const paperRules: Readonly<Record<PaperKind, PaperRule>> = {
  openingReport: {
    title: text('开评报告', 'Opening report'),
    madeFrom: ['meetingOn'],
    exists: ({ roster }) => roster !== null,
    after: rosterClosed,
    mayHave: readers,
  },
  roster: {
    title: text('评审对象花名册', 'Roster'),
    madeFrom: ['meetingOn'],
    exists: ({ roster }) => roster !== null,
    after: rosterClosed,
    mayHave: readers,
  },
  expertList: {
    title: text('评审专家名单', 'List of experts'),
    madeFrom: ['meetingOn', 'attendance'],
    exists: ({ draw }) => draw !== null,
    after: text('专家抽取之后', 'the experts are drawn'),
    mayHave: (reader) => office(reader) || reader.roles.includes('expert'),
  },
  defenceSchedule: {
    title: text('答辩安排表', 'Defence schedule'),
    madeFrom: ['meetingOn'],
    exists: ({ roster }) => roster !== null,
    after: rosterClosed,
    mayHave: readers,
  },
  scoreSheets: {
    title: text('评分汇总表', 'Score sheets'),
    madeFrom: ['meetingOn', 'score'],
    exists: ({ present }) => present !== null,
    after: text('会议召开之后', 'the meeting has opened'),
    mayHave: office,
  },
  minutes: {
    title: text('评审会议纪要', 'Minutes'),
    madeFrom: ['meetingOn', 'attendance', 'score'],
    exists: ({ count }) => count !== null,
    after: text('计票之后', 'the votes are counted'),
    mayHave: (reader) => office(reader) || reader.presides,
  },
  resultList: {
    title: text('评审结果名单', 'List of results'),
    madeFrom: ['meetingOn', 'attendance', 'score'],
    exists: ({ minutes }) => minutes !== null,
    after: text('会议纪要签字之后', 'the minutes are signed'),
    mayHave: readers,
  },
  dataFiling: {
    title: text('评审数据', 'Data filing'),
    madeFrom: ['meetingOn', 'attendance', 'score', 'certificateNumber'],
    exists: ({ announcedOn }) => announcedOn !== null,
    after: text('结果公布之后', 'the results are announced'),
    mayHave: offices,
  },
};
