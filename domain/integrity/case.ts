import type { IsoDate } from '../calendar/dates.ts';
import type { ApplicationStatus } from '../case/check-results.ts';
import type { Role } from '../programme/facts.ts';

/** What makes an office look into the truth of an application (model.md 5.6). */
export const integrityGrounds = ['objection', 'spotCheck', 'report', 'reuse'] as const;
type IntegrityGround = (typeof integrityGrounds)[number];

export const integrityActions = ['investigate', 'notify', 'hear', 'uphold', 'dismiss'] as const;
export type IntegrityActionName = 'open' | (typeof integrityActions)[number];

/** Who may open a case and look into it; who decides it, the rules of the programme say. */
export const integrityRoles: readonly Role[] = [
  'committeeOffice',
  'preliminaryAuthority',
  'cityTitleOffice',
  'administrator',
];

export type IntegrityData = {
  readonly ground?: IntegrityGround;
  /** The id of the sealed words, which travel nowhere. */
  readonly text?: string;
  /** The last day on which the person may be heard. */
  readonly hearBy?: IsoDate;
  /** In a serious case, the last day without the right to apply. */
  readonly barredUntil?: IsoDate;
  /** What the application looked like to whoever asked; written by the server, where its line must still say what it has come to. */
  readonly looked?: ApplicationStatus;
  /** What the application has come to; written by the server with a decision. */
  readonly standing?: ApplicationStatus;
};

/** One act on a case; `receivedAt` (business epoch ms) is its only clock. */
export type IntegrityCommand = {
  readonly intent: string;
  readonly name: IntegrityActionName;
  readonly person: string;
  readonly role: Role;
  readonly receivedAt: number;
  readonly data: IntegrityData;
};

/** A record in the integrity archive, from the day of the decision to its last day, both included. */
export type IntegrityRecord = {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly bars: boolean;
  readonly barredUntil: IsoDate | null;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

type IntegrityEffect = 'cancel' | 'revoke' | 'none';
export type IntegrityDecision = {
  readonly upheld: boolean;
  readonly on: IsoDate;
  readonly effect: IntegrityEffect;
  readonly record: IntegrityRecord | null;
  readonly clauses: readonly string[];
};

export type IntegrityEvent = {
  readonly seq: number;
  readonly name: IntegrityActionName;
  readonly at: number;
  readonly person: string;
  readonly role: Role;
  readonly data: IntegrityData & { readonly decision?: IntegrityDecision };
};

export type IntegrityStatus = 'NONE' | 'OPENED' | 'INVESTIGATING' | 'UPHELD' | 'DISMISSED';

/** How a case stands; JSON without personal data. */
export type IntegrityState = {
  readonly seq: number;
  readonly lastAt: number;
  readonly status: IntegrityStatus;
  readonly ground: IntegrityGround | null;
  readonly toldOn: IsoDate | null;
  readonly hearBy: IsoDate | null;
  readonly heard: boolean;
  readonly decision: IntegrityDecision | null;
};

export const emptyIntegrity: IntegrityState = {
  seq: 0,
  lastAt: 0,
  status: 'NONE',
  ground: null,
  toldOn: null,
  hearBy: null,
  heard: false,
  decision: null,
};
