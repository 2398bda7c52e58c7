import type { IsoDate } from '../calendar/dates.ts';
import type { ApplicationStatus } from '../case/check-results.ts';
import type { EntityCommand, EntityEvent, EntityState } from '../entity/decider.ts';
import type { Role } from '../programme/facts.ts';
import type { IntegrityRules, UnitMeasure } from '../programme/integrity.ts';

/** What makes an office look into the truth of an application. */
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
  /** With an upheld case: what is done about the unit that shielded it (LYG-5.3-c). */
  readonly unitMeasure?: UnitMeasure;
  /** What the application looked like when a decision was asked for; written by the server. */
  readonly looked?: ApplicationStatus;
  /** By which rules the case is decided from its opening on; with an opening, written by the server. */
  readonly rules?: IntegrityRules;
};

/** What a decision looks at beside the case: what its application has come to, as its own queue answered. */
type IntegrityContext = { readonly standing?: ApplicationStatus };

/** One act on a case. */
export type IntegrityCommand = EntityCommand<IntegrityActionName, IntegrityData, IntegrityContext>;

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
  readonly unitMeasure?: UnitMeasure;
  readonly clauses: readonly string[];
};

/** What happened: the act with what it said, and the decision with what it rests on. */
export type IntegrityFact = {
  readonly name: IntegrityActionName;
  readonly data: IntegrityData & IntegrityContext & { readonly decision?: IntegrityDecision };
};

export type IntegrityEvent = EntityEvent<IntegrityFact>;

export type IntegrityStatus = 'NONE' | 'OPENED' | 'INVESTIGATING' | 'UPHELD' | 'DISMISSED';

/** How a case stands; JSON without personal data. */
export type IntegrityState = EntityState & {
  readonly status: IntegrityStatus;
  readonly rules: IntegrityRules | null;
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
  rules: null,
  ground: null,
  toldOn: null,
  hearBy: null,
  heard: false,
  decision: null,
};
