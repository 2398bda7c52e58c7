import type { Deadline } from '../../domain/case/deadlines.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { EntityEvent, EntityState } from '../../domain/entity/decider.ts';
import type { Snapshot } from '../../domain/lifecycle/command-queue.ts';
import type { Reminder } from '../../domain/lifecycle/reminders.ts';
import type { Destination, EmployerClass, Level, Role, Track } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { MovedRoute } from '../../domain/routing/moved-route.ts';
import type { PlanRef } from '../applications/plans.ts';
import type { WorkFingerprint } from '../applications/reuse.ts';
import { rememberText } from '../applications/texts.ts';
import type { Db } from '../connection.ts';
import type { NewObjection } from '../postings/objections.ts';
import type { NewPosting } from '../postings/postings.ts';

/** Something an intent must have for itself across applications. */
export type Claim = {
  readonly kind: string;
  readonly key: string;
  readonly value: string;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** What is kept with an intent when it is recorded, and not at all where it is not. */
export type KeptWithIntent = {
  /** The content that is submitted, as it was looked at, with the fingerprints of its achievements; another one is not frozen and nothing is recorded. */
  readonly content?: {
    readonly version: number;
    readonly hash: string;
    readonly fingerprints: readonly WorkFingerprint[];
  };
  readonly objection?: NewObjection;
  readonly posting?: NewPosting;
};

/** An intent as it is recorded: ids, codes, hashes and ciphertext only. */
export type NewIntent = {
  readonly no: string;
  readonly action: string;
  readonly person: string;
  readonly role: string;
  readonly scope: string | null;
  /** JSON of the argument: the data, the references to a plan and a route. Whoever finishes the intent sends what it names. */
  readonly argument: string;
  /** The plan that the argument names, stored with the intent where it is not there yet. */
  readonly plan?: PlanRef & { readonly body: Plan };
  readonly claims: readonly Claim[] | null;
  readonly keyHash: string | null;
  readonly fingerprint: string | null;
  readonly expectedSeq: number | null;
  readonly text: { readonly id: string; readonly body: string; readonly hash: string } | null;
  /** Whether the content now named is frozen by this intent. */
  readonly freeze: boolean;
  readonly keep?: KeptWithIntent;
  readonly lane: 'interactive' | 'bulk';
  /** When the courier may take the intent over, from now. */
  readonly tryAfterMs: number;
  /** Where no application has this number. */
  readonly entity?: NewEntity;
};

/** An intent of a line; `receivedAt` is business time in epoch ms. */
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

/** What an intent came to: the version reached, or why not. */
export type Outcome = { readonly seq: number; readonly warnings: readonly unknown[] } | { readonly refusal: Refusal };

/** What a finisher must know of the application. */
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
  readonly opened: boolean;
};

/** What a finisher must know of a thing that is no application; `state` is null before its first event. */
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

/** What a thing is and what it is about, with an intent that may be its first. */
export type NewEntity = Pick<EntityHead, 'kind' | 'world'> &
  Partial<Pick<EntityHead, 'programme' | 'application' | 'committee'>>;

/** Whether the intent has its claims: `taken` by an accepted holder, `waiting` for an open one, `retry` when that is not known, `settled` when the intent has an outcome. */
export type ClaimState = {
  readonly state: 'held' | 'taken' | 'waiting' | 'retry' | 'settled';
  readonly holder?: string;
};

/** An open intent in hand, with how many before it are still open. */
type Queued = { readonly intent: Intent; readonly claims: ClaimState; readonly ahead: number };

/** An open intent of an application. */
export type PendingApplication = Queued & { readonly case: CaseHead };

/** An open intent of what is no application. */
export type PendingEntity = Queued & { readonly entity: EntityHead };

export type Pending = PendingApplication | PendingEntity;

export type Recorded =
  | ({ readonly status: 'recorded' | 'repeated' } & Pending)
  | { readonly status: 'keyReused' }
  | { readonly status: 'missing' }
  /** The content was written over since it was looked at. */
  | { readonly status: 'contentMoved' }
  | { readonly status: 'closed'; readonly outcome: string | null };

/** As `record_intent` answers: a new intent comes without its argument, which whoever records it has in hand. */
type Bare<P extends Pending> = Omit<P, 'intent'> & { readonly intent: Omit<Intent, 'argument'> };
type RecordedAnswer =
  | Exclude<Recorded, Pending>
  | ({ readonly status: 'recorded' } & (Bare<PendingApplication> | Bare<PendingEntity>))
  | ({ readonly status: 'repeated' } & Pending);

/** Step 1 of the way of a command: records an intent, its number and its claims, in one round trip. */
export async function recordIntent(db: Db, intent: NewIntent): Promise<Recorded> {
  const { keep, ...rest } = intent;
  const body = JSON.stringify(keep ? { ...rest, keep: keptAsJson(keep) } : rest);
  const [row] = await db.sql<{ answer: RecordedAnswer }[]>`select record_intent(${body}) as answer`;
  if (!row) throw new Error('record_intent gave no row');
  const { answer } = row;
  if (answer.status !== 'recorded') return answer;
  const { text, no } = intent;
  if (text) rememberText(db, { id: text.id, no, body: Buffer.from(text.body, 'hex') });
  return { ...answer, intent: { ...answer.intent, argument: intent.argument } };
}

/** Sealed words travel as hexadecimal digits. */
function keptAsJson({ objection, ...keep }: KeptWithIntent) {
  if (!objection) return keep;
  const { objector, body } = objection;
  return {
    ...keep,
    objection: { ...objection, objector: objector?.toString('hex') ?? null, body: body.toString('hex') },
  };
}

/** The next open intent of a line, or null when the line is settled. */
export async function nextIntent({ sql }: Db, no: string): Promise<Pending | null> {
  const [row] = await sql<{ answer: Pending | null }[]>`select next_intent(${no}) as answer`;
  return row?.answer ?? null;
}

/** Tries again to take what an intent claims. */
export async function takeClaims({ sql }: Db, intent: string): Promise<ClaimState> {
  const [row] = await sql<{ answer: ClaimState }[]>`select take_claims(${intent}) as answer`;
  if (!row) throw new Error('take_claims gave no row');
  return row.answer;
}

/** Which of an intent's claims another application holds; null where none does any more. */
export async function conflictingClaim({ sql }: Db, intent: string): Promise<Claim | null> {
  const [row] = await sql<{ claim: Claim }[]>`
    select wanted as claim from intents i cross join lateral jsonb_array_elements(i.claims) with ordinality w (wanted, place)
      join claims c on c.kind = wanted ->> 'kind' and c.key = wanted ->> 'key' and c.value <> wanted ->> 'value' and c.no <> i.no
     where i.id = ${intent} order by w.place limit 1`;
  return row?.claim ?? null;
}

/** A notice to be written with an outcome: who is told what. */
type NoticeDraft = {
  readonly seq: number;
  readonly audience: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** What an acceptance writes of a thing that is no application. */
export type EntityOutcome = {
  readonly intent: string;
  readonly accepted: true;
  readonly outcome: Outcome;
  readonly events: readonly EntityEvent[];
  readonly snapshot: EntityState;
} & EntityNews;

/** Who is notified of it and of what is due by then. Of a committee's things `acting` names its offices by role; `notTo` is who acted. */
export type EntityNews = {
  readonly notices?: readonly (Omit<NoticeDraft, 'seq'> & { readonly at: number })[];
  readonly reminders?: readonly (Reminder & Pick<NoticeDraft, 'template' | 'params'>)[];
  readonly acting?: Readonly<Record<string, string>>;
  readonly notTo?: string;
};

export type NewOutcome = {
  readonly intent: string;
  readonly accepted: boolean;
  readonly outcome: Outcome;
  readonly events?: readonly CaseEvent[];
  readonly snapshot?: Snapshot;
  readonly deadlines?: readonly Deadline[];
  readonly reminders?: readonly Reminder[];
  readonly timelineVersion?: number;
  readonly plan?: PlanRef;
  /** With a change of the committee: where the application goes from here on, by the plan beside it. */
  readonly route?: MovedRoute;
  readonly notices?: readonly NoticeDraft[];
  readonly claimsEnded?: readonly string[];
  /** A refusal because another application holds what this intent claims; it does not stand where the intent has its claims by now. */
  readonly forWantOfClaims?: boolean;
};

/** The timeline now in force, where it is newer than the one by which a case decided. */
export type MovedTimeline = { readonly version: number; readonly body: Timeline };

export type OutcomeWritten =
  | { readonly status: 'written' | 'already'; readonly accepted: boolean; readonly outcome: Outcome }
  | { readonly status: 'timelineMoved'; readonly timeline: MovedTimeline }
  | { readonly status: 'claimsHeld' };

/** Step 3: writes what was decided; the first finisher wins and everyone gets the outcome that stands. */
export async function recordOutcome({ sql }: Db, outcome: NewOutcome | EntityOutcome): Promise<OutcomeWritten> {
  const body = JSON.stringify(outcome);
  const [row] =
    'route' in outcome
      ? await sql<{ answer: OutcomeWritten }[]>`select record_moved_outcome(${body}) as answer`
      : await sql<{ answer: OutcomeWritten }[]>`select record_outcome(${body}) as answer`;
  if (!row) throw new Error('record_outcome gave no row');
  return row.answer;
}

export type LapseRecorded =
  | { readonly status: 'recorded' }
  | { readonly status: 'none' }
  | { readonly status: 'wait'; readonly dueAt: number; readonly waitMs: number };

/** A timer's question: records a lapse if the nearest deadline has passed by the newest dates, else says how long to wait. */
export async function recordLapse({ sql }: Db, no: string): Promise<LapseRecorded> {
  const [row] = await sql<{ answer: LapseRecorded }[]>`select record_lapse(${no}) as answer`;
  if (!row) throw new Error('record_lapse gave no row');
  return row.answer;
}

/** Leases open intents for the courier, interactive ones first; gives their applications. */
export async function leaseIntents({ sql }: Db, most: number): Promise<string[]> {
  const rows = await sql<{ no: string }[]>`select distinct no from lease_intents(${most}) as lease (no)`;
  return rows.map((row) => row.no);
}

/** Keeps what went wrong with an open intent, for `npm run intent -- show`. */
export async function noteIntentError({ sql }: Db, intent: string, message: string): Promise<void> {
  await sql`update intents set last_error = ${message.slice(0, 500)} where id = ${intent} and outcome is null`;
}
