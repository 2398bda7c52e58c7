import type { Plan } from '../../domain/programme/programme.ts';
import type { WorkFingerprint } from '../applications/reuse.ts';
import type { Db } from '../connection.ts';
import type { Claim, Intent, NewEntity, Pending, PendingApplication, PendingEntity } from '../intent.ts';
import { type NewObjection, objectionAsJson } from '../postings/objections.ts';
import type { NewPosting } from '../postings/postings.ts';
import type { PlanRef } from '../programmes/plans.ts';
import { rememberText } from '../texts.ts';

/** Rows that are written in the statement that records an intent. */
export type KeptWithIntent = {
  /** The submitted content as it was checked, with the fingerprints of its achievements. If the content has changed since, nothing is recorded. */
  readonly content?: {
    readonly version: number;
    readonly hash: string;
    readonly fingerprints: readonly WorkFingerprint[];
  };
  /** The files that the action rests on. If one has been deleted since, nothing is recorded. */
  readonly files?: readonly string[];
  /** The session whose roster it joins; if it has closed since, nothing is recorded. */
  readonly session?: string;
  readonly objection?: NewObjection;
  readonly posting?: NewPosting;
};

/** An intent to be recorded: ids, codes, hashes and ciphertext only. */
export type NewIntent = {
  readonly no: string;
  readonly action: string;
  readonly person: string;
  readonly role: string;
  readonly scope: string | null;
  /** JSON of the argument: the data, and the references to a plan and a route, which the finisher replaces by what they name. */
  readonly argument: string;
  /** The plan that the argument names; it is stored with the intent unless it is there already. */
  readonly plan?: PlanRef & { readonly body: Plan };
  readonly claims: readonly Claim[] | null;
  readonly keyHash: string | null;
  readonly fingerprint: string | null;
  readonly expectedSeq: number | null;
  readonly text: { readonly id: string; readonly body: string; readonly hash: string } | null;
  /** Whether this intent freezes the current content. */
  readonly freeze: boolean;
  readonly keep?: KeptWithIntent;
  readonly lane: 'interactive' | 'bulk';
  /** After how many ms the courier may take the intent over. */
  readonly tryAfterMs: number;
  /** With the first intent of an entity. */
  readonly entity?: NewEntity;
};

export type Recorded =
  | ({ readonly status: 'recorded' | 'repeated' } & Pending)
  | { readonly status: 'keyReused' }
  | { readonly status: 'missing' }
  /** The content has changed since it was checked, or a file that it names is gone. */
  | { readonly status: 'contentMoved' }
  /** The meeting of its session has begun, and its roster stands. */
  | { readonly status: 'inSession' }
  | { readonly status: 'closed'; readonly outcome: string | null };

/** The answer of `record_intent`: a new intent comes without its argument, which the caller has. */
type Bare<P extends Pending> = Omit<P, 'intent'> & { readonly intent: Omit<Intent, 'argument'> };
type RecordedAnswer =
  | Exclude<Recorded, Pending>
  | ({ readonly status: 'recorded' } & (Bare<PendingApplication> | Bare<PendingEntity>))
  | ({ readonly status: 'repeated' } & Pending);

/** Step 1 of a command: records an intent, its number and its claims, in one round trip. */
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

/** `open`: an earlier intent is undecided and may change the deadline, or the lapse is recorded already. */
export type LapseRecorded =
  | ({ readonly status: 'recorded' } & PendingApplication)
  | { readonly status: 'none' | 'open' }
  | { readonly status: 'wait'; readonly dueAt: number; readonly waitMs: number };

/** The argument of every lapse, as `record_lapse` writes it. */
const lapseArgument = '{"data":{}}';

/**
 * Records a lapse if the nearest deadline has passed by the newest dates; otherwise returns how long to wait. While other intents are open it is recorded
 * only with `behindOpen`.
 */
export async function recordLapse({ sql }: Db, no: string, { behindOpen = false } = {}): Promise<LapseRecorded> {
  const [row] = await sql<{ answer: LapseRecorded }[]>`select record_lapse(${no}, ${behindOpen}) as answer`;
  if (!row) throw new Error('record_lapse gave no row');
  const { answer } = row;
  if (answer.status !== 'recorded') return answer;
  return { ...answer, intent: { ...answer.intent, argument: lapseArgument } };
}
