import type { Destination, EmployerClass, Level, Role, Track } from '../domain/programme/facts.ts';
import type { Timeline } from '../domain/programme/timeline.ts';
import type { Refusal } from '../domain/refusal.ts';

/** Something that only one application may have, and that an intent claims for its own. */
export type Claim = {
  readonly kind: string;
  readonly key: string;
  readonly value: string;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** An intent of a queue; `receivedAt` is business time in epoch ms. */
export type Intent = {
  readonly id: string;
  readonly no: string;
  readonly n: number;
  readonly action: string;
  readonly person: string;
  readonly role: Role;
  readonly scope: string | null;
  readonly argument: string;
  readonly claims: readonly Claim[] | null;
  readonly claimsHeld: boolean;
  readonly contentVersion: number | null;
  readonly expectedSeq: number | null;
  readonly timeline: { readonly version: number; readonly body: Timeline } | null;
  readonly receivedAt: number;
  readonly lane: 'interactive' | 'bulk';
  readonly outcome: Outcome | null;
  readonly accepted: boolean | null;
  readonly fingerprint: string | null;
  readonly tries: number;
};

/** The outcome of an intent: the new version, or the refusal. */
export type Outcome = { readonly seq: number; readonly warnings: readonly unknown[] } | { readonly refusal: Refusal };

/** What a finisher needs to know of the application. */
export type CaseHead = {
  readonly no: string;
  readonly world: string | null;
  readonly worldOffsetMs: number;
  /** The offset the workflow starts with, and the one its clock was last moved to. */
  readonly startOffsetMs: number;
  readonly clockOffsetMs: number;
  readonly seq: number;
  readonly programme: string;
  readonly person: string;
  readonly unit: string;
  readonly office: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly track: Track;
  readonly employerClass: EmployerClass;
  readonly committee: string | null;
  readonly destination: Destination | null;
  /** The plan that it adopted, by its hash; null before the first submission. */
  readonly planHash: string | null;
  readonly opened: boolean;
};

/** What a finisher needs to know of an entity; `state` is null before its first event. */
export type EntityHead = {
  readonly no: string;
  readonly kind: string;
  readonly world: string | null;
  readonly programme: string | null;
  readonly application: string | null;
  readonly committee: string | null;
  readonly seq: number;
  readonly state: unknown;
};

/** The kind of an entity and what it is about, sent with every intent that may be its first. */
export type NewEntity = Pick<EntityHead, 'kind' | 'world'> &
  Partial<Pick<EntityHead, 'programme' | 'application' | 'committee'>>;

/** Whether the intent has its claims: `taken` by an accepted intent, `waiting` for an open one, `retry` if that is not known, `settled` if the intent has its outcome. */
export type ClaimState = {
  readonly state: 'held' | 'taken' | 'waiting' | 'retry' | 'settled';
  readonly holder?: string;
};

/** An open intent, with the number of open intents before it. */
type Queued = { readonly intent: Intent; readonly claims: ClaimState; readonly ahead: number };

/** An open intent of an application. */
export type PendingApplication = Queued & { readonly case: CaseHead };

/** An open intent of an entity. */
export type PendingEntity = Queued & { readonly entity: EntityHead };

export type Pending = PendingApplication | PendingEntity;

/** The timeline now in force, if it is newer than the one by which the case decided. */
export type MovedTimeline = { readonly version: number; readonly body: Timeline };
