import type { IsoDate } from '../calendar/dates.ts';
import type { NoticedYear } from '../committee/year.ts';
import type { EntityCommand, EntityEvent, EntityState } from '../entity/decider.ts';
import type { Role } from '../programme/facts.ts';
import type { CommitteeYearRules } from '../programme/stages/committee-year.ts';
import type { SessionRules } from '../programme/stages/session.ts';
import type { SessionStage } from '../programme/stages/stages.ts';
import type { Timeline } from '../programme/timeline.ts';
import type { Score } from './meeting/scores.ts';
import type { SessionActionName, SessionStatus } from './steps.ts';

/** The parts of a programme that decide about one session, as they were when it was planned. */
export type SessionPlan = {
  readonly rules: SessionRules;
  readonly stage: Pick<SessionStage, 'key' | 'next' | 'clauses' | 'heldWithin' | 'opening' | 'planned' | 'hearing'>;
  /** The rules of the committee's year where the programme prints them: the pass rate, the data. */
  readonly year:
    | (Pick<CommitteeYearRules, 'passRate' | 'report' | 'dataFiling' | 'meeting'> & NoticedYear['rules'])
    | null;
  readonly committee: string;
  /** The offices of the committee by role, whose people are notified. */
  readonly offices: Readonly<Partial<Record<Role, string>>>;
  readonly calendarYear: number;
};

/** Which of the recorded facts a correction puts right. */
const correctable = ['meetingOn', 'attendance', 'score', 'certificateNumber'] as const;
type Correctable = (typeof correctable)[number];

/** What a step says. Ids, days, counts and hashes only: words are sealed texts, and names stand nowhere here. */
export type SessionData = {
  readonly plan?: SessionPlan;
  readonly meetingOn?: IsoDate;
  /** The last day of the meeting, where it takes more than one. */
  readonly lastDay?: IsoDate;
  /** The id of the sealed reason. */
  readonly text?: string;
  /** The rate of passing that the office expects, in hundredths of a percent (LYG-5.2-b, A-36). */
  readonly passRate?: number;
  readonly checked?: readonly string[];
  /** Ids of experts: who is present, and who presides. */
  readonly present?: readonly string[];
  readonly chair?: string;
  /** SHA-256 in hex of the minutes that are signed. */
  readonly minutes?: string;
  readonly what?: Correctable;
  /** The score that is corrected, in hundredths of a point. */
  readonly sheet?: Score & { readonly application: string };
};

/** What was counted in the database when the step was decided. Each is there where the step looks at it. */
export type Counted = {
  /** Applications on the roster. */
  readonly roster?: number;
  /** Members and alternates of the draw, with its proof: the hash of the pool, and whether secret and value are there. */
  readonly draw?: {
    readonly n: number;
    readonly members: number;
    readonly alternates: number;
    readonly proof: string | null;
  };
  /** Drawn experts who have not yet said whether they must withdraw; those left after recusals of the whole session. */
  readonly undeclared?: number;
  readonly members?: number;
  /** Whether the expert who is to preside, or who signs, is chair or vice-chair here. */
  readonly presides?: boolean;
  /** Who is named as present and has no seat in this session. */
  readonly strangers?: number;
  /** Who made the entry that is corrected, and may not correct it; null where there is none. */
  readonly enteredBy?: string | null;
  /** For the ballot: applications with quorum and without, sheets and opinions that are missing, and keys of custodians that are there. */
  readonly ready?: number;
  readonly waiting?: number;
  readonly missing?: { readonly sheets: number; readonly opinions: number };
  readonly custodians?: number;
  /** The ballot as it was counted, with the hash of the list of results. */
  readonly count?: { readonly reviewed: number; readonly passed: number; readonly hash: string };
  /** Results that have not reached their applications, and publicities of results that are not over. */
  readonly undelivered?: number;
  readonly openPublicities?: number;
};

/** What a decision looks at beside the session: the dates in force and what was counted. */
type SessionContext = Counted & {
  readonly timeline: Pick<Timeline, 'windows'>;
  /** Until when the committee is filed; null where no filing is kept. */
  readonly filedUntil: IsoDate | null;
};

export type SessionCommand = EntityCommand<SessionActionName, SessionData, SessionContext>;
export type SessionFact = { readonly name: SessionActionName; readonly data: SessionData & Counted };
export type SessionEvent = EntityEvent<SessionFact>;

/** A correction with its number; after the minutes are signed, every paper made from the fact names it. */
export type Correction = {
  readonly n: number;
  readonly what: Correctable;
  readonly on: IsoDate;
  readonly afterMinutes: boolean;
};

/** How a session stands; JSON without personal data, which does not grow with applications, experts or ballots. */
export type SessionState = EntityState & {
  readonly status: SessionStatus;
  readonly plan: SessionPlan | null;
  readonly meetingOn: IsoDate | null;
  readonly lastDay: IsoDate | null;
  readonly passRate: number | null;
  readonly reportedOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  /** The draw that counts, and how many there were. */
  readonly draw: NonNullable<Counted['draw']> | null;
  /** Members who sit, after recusals of the whole session. */
  readonly members: number | null;
  readonly roster: number | null;
  readonly present: number | null;
  /** The expert who presides. */
  readonly chair: string | null;
  readonly ballot: {
    readonly round: number;
    readonly open: boolean;
    readonly ready: number;
    readonly waiting: number;
  } | null;
  readonly count: NonNullable<Counted['count']> | null;
  readonly minutes: { readonly hash: string; readonly on: IsoDate } | null;
  readonly announcedOn: IsoDate | null;
  readonly filedOn: IsoDate | null;
  /** The status to which a suspended session returns. */
  readonly suspendedFrom: SessionStatus | null;
  readonly corrections: readonly Correction[];
};

export const emptySession: SessionState = {
  seq: 0,
  lastAt: 0,
  status: 'NONE',
  plan: null,
  meetingOn: null,
  lastDay: null,
  passRate: null,
  reportedOn: null,
  approvedOn: null,
  draw: null,
  members: null,
  roster: null,
  present: null,
  chair: null,
  ballot: null,
  count: null,
  minutes: null,
  announcedOn: null,
  filedOn: null,
  suspendedFrom: null,
  corrections: [],
};
