import type { IsoDate } from '../calendar/dates.ts';
import type { Destination } from '../programme/facts.ts';
import type { Actor } from './actor.ts';
import type { DeficiencyItem, Ended, ReferralResult, WindowExtension } from './case.ts';
import type { ClaimAllowance, Delivered, ProvenFraud } from './check-results.ts';

/** Why somebody acted: the id of the sealed text, or a code. */
export type ReasonData = { readonly text: string | null; readonly reason: string | null };

/** The keys of the checks that whoever acted confirmed by name; absent where the plan of the case asked for none. */
type Confirmed = { readonly checked?: readonly string[] };

/** An event that keeps nothing but when it happened and who did it. */
type Nothing = Readonly<Record<string, never>>;

/**
 * What each event keeps. Events are read again for as long as an application is kept, so a field that was added after the first release must be
 * optional: events decided by plans that were compiled before have no such field.
 */
export type EventData = {
  opened: {
    readonly programme: string;
    readonly programmeVersion: number;
    readonly timelineVersion: number;
    readonly contentVersion: number;
  };
  timelineAdopted: { readonly from: number; readonly to: number };
  claimAllowed: Omit<ClaimAllowance, 'by'>;
  /** The committee before and after, and whether the new one sits here or in the province. */
  committeeMoved: {
    readonly from?: string | null;
    readonly to?: string | null;
    readonly destination?: Destination | null;
  } & ReasonData;
  /** `attempt` is the number of a counted submission. */
  submitted: {
    readonly contentVersion: number;
    readonly counted: boolean;
    readonly attempt?: number;
    /** The answer to what it was returned for, if one was given. */
    readonly text?: string;
  } & Confirmed;
  recalled: Nothing;
  /** A review passes `contentVersion`, a certification issues `certificate`; `delivered` is what lay in the paper dossier. */
  passed: {
    readonly contentVersion?: number | null;
    readonly certificate?: string;
    readonly delivered?: readonly Delivered[];
  } & Confirmed;
  /** `to` is the stage gone back to, null where the ground ends the application; `setDay` and `extended` keep the period an officer set. */
  returned: {
    readonly deficiencies: readonly DeficiencyItem[];
    readonly stays: boolean;
    readonly to: string | null;
    readonly ground?: string;
    readonly committee?: string;
    readonly setDay?: IsoDate;
    readonly extended?: WindowExtension;
  } & Partial<ReasonData>;
  declined: { readonly ground?: string } & ReasonData;
  /** Posted, or with a reason: posted until another last day than was typed at first. */
  posted: { readonly postedOn: IsoDate; readonly lastDay: IsoDate; readonly posting: string | null } & Confirmed &
    Partial<ReasonData>;
  /** `queued`: it had waited for room and was taken up. */
  objectionRecorded: {
    readonly objection: string;
    readonly named: boolean;
    readonly item: string | null;
    readonly queued?: true;
  };
  /** Received while the board was full. */
  objectionQueued: {
    readonly objection: string;
    readonly named: boolean;
    readonly item: string | null;
    readonly place: number;
  };
  objectionConcluded: { readonly objection: string; readonly upheld: boolean } & ReasonData;
  /** Removed by an upheld objection, or by an officer with a reason. */
  itemRemoved: { readonly item: string; readonly objection?: string } & Partial<ReasonData>;
  publicityEnded: Nothing;
  publicityInvalidated: ReasonData;
  /** The result was set aside, because those of its meeting were declared void; the committee reviews again (LYG-5.3-b). */
  resultVoided: {
    /** The session that was declared void; absent where results were set aside by hand. */
    readonly session?: string;
    /** The certificate is revoked with it. */
    readonly revoked?: true;
    /** The application goes on although it had ended. */
    readonly goesOn?: true;
  } & Partial<ReasonData>;
  /** The supervising office checked the material at random; it changes no stage (LYG-4.4-c). */
  spotChecked: { readonly inOrder: boolean } & ReasonData;
  stepDone: { readonly step: string; readonly file: string | null; readonly choice?: string } & Confirmed;
  /** Scores are in hundredths of a point. */
  resultRecorded: {
    readonly heldOn: IsoDate;
    readonly passed: boolean;
    readonly veto?: true;
    readonly quantified?: number;
    readonly defence?: number;
    readonly composite?: number;
    /** The review session that came to it, and its ballot; absent where an office recorded the result. */
    readonly session?: string;
    readonly round?: number;
  } & ReasonData &
    Confirmed;
  /** On the roster of a session of its committee, and off it. */
  onRoster: { readonly session: string };
  offRoster: { readonly session: string } & ReasonData;
  attemptGranted: ReasonData;
  recheckRequested: ReasonData;
  recheckConcluded: { readonly upheld: boolean } & ReasonData;
  referralDecided: ReferralData;
  referralCorrected: ReferralData & ReasonData;
  fraudProven: ProvenFraud;
  reopened: {
    readonly waived: string;
    readonly outcome: string;
    readonly maySubmit: boolean;
    readonly byRecheck?: boolean;
    readonly until: number;
    readonly untilDay: IsoDate;
  } & ReasonData;
  /** `steps` are those already done there, `setDay` ends the period an officer set, `waives` is the deadline that no longer counts. */
  stageEntered: {
    readonly to: string;
    readonly steps?: readonly string[];
    readonly setDay?: IsoDate;
    readonly waives?: string;
  };
  ended: Ended & Partial<ReasonData>;
  closed: Nothing;
};

type ReferralData = Pick<ReferralResult, 'passed' | 'decidedOn' | 'documentNo' | 'certificate'>;

type EventName = keyof EventData;

/** What an event says, by its name: in which stage it happened and what it keeps. */
export type EventBody<N extends EventName = EventName> = {
  [K in N]: {
    readonly seq: number;
    readonly name: K;
    readonly stage: string | null;
    readonly data: EventData[K];
  };
}[N];

/** What happened and who did it. `at` (epoch ms) is the instant it counts from: a lapse counts from its due instant. */
export type CaseEvent<N extends EventName = EventName> = EventBody<N> & { readonly at: number; readonly by: Actor };

/** An event before it has its number; `at` defaults to when the command was received. */
export type NewEvent = {
  [K in EventName]: { readonly name: K; readonly at?: number; readonly data: EventData[K] };
}[EventName];
