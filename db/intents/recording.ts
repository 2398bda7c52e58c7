import type { Plan } from '../../domain/programme/programme.ts';
import type { PlanRef } from '../applications/plans.ts';
import type { WorkFingerprint } from '../applications/reuse.ts';
import { rememberText } from '../applications/texts.ts';
import type { Db } from '../connection.ts';
import { type NewObjection, objectionAsJson } from '../postings/objections.ts';
import type { NewPosting } from '../postings/postings.ts';
import type { Claim, Intent, NewEntity, Pending, PendingApplication, PendingEntity } from './intent.ts';

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
  const { objection } = intent.keep ?? {};
  const body = JSON.stringify(
    objection ? { ...intent, keep: { ...intent.keep, objection: objectionAsJson(objection) } } : intent,
  );
  const [row] = await db.sql<{ answer: RecordedAnswer }[]>`select record_intent(${body}) as answer`;
  if (!row) throw new Error('record_intent gave no row');
  const { answer } = row;
  if (answer.status !== 'recorded') return answer;
  const { text, no } = intent;
  if (text) rememberText(db, { id: text.id, no, body: Buffer.from(text.body, 'hex') });
  return { ...answer, intent: { ...answer.intent, argument: intent.argument } };
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
