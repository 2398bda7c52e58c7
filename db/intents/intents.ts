import type { Db } from '../connection.ts';
import { transaction } from '../transaction.ts';
import type { Claim, NewOutcome, OutcomeWritten } from './command-path.ts';

/** An open intent in the operator's list. `receivedAt` is business time, epoch ms; `ageMs` is real time since it was recorded. */
export type OpenIntent = {
  readonly id: string;
  readonly no: string;
  readonly n: number;
  readonly action: string;
  readonly receivedAt: number;
  readonly ageMs: number;
  readonly tries: number;
  readonly lastError: string | null;
};

/** All that is known of an intent but the contents of its argument and its texts. */
export type IntentDetails = OpenIntent & {
  /** Of what kind the thing is that it is about. */
  readonly kind: string;
  readonly person: string;
  readonly role: string;
  readonly scope: string | null;
  readonly lane: string;
  readonly argumentBytes: number;
  readonly claims: readonly Claim[] | null;
  readonly claimsHeld: boolean;
  readonly contentVersion: number | null;
  readonly expectedSeq: number | null;
  readonly timelineVersion: number | null;
  /** When the courier may take it, from now; negative when it may already. */
  readonly dueInMs: number;
  /** Open intents of the same line that are decided first. */
  readonly ahead: readonly string[];
  readonly outcome: unknown;
  readonly accepted: boolean | null;
};

const listed = ({ sql }: Db) => sql`
  i.id, i.no, i.n, i.action, to_ms(i.received_at)::float8 as "receivedAt", i.tries, i.last_error as "lastError",
  (extract(epoch from clock_timestamp() - i.recorded_at) * 1000)::float8 as "ageMs"`;

/** Intents without an outcome, the oldest first, at most so many. */
export async function openIntents(db: Db, most: number): Promise<OpenIntent[]> {
  const rows = await db.sql<OpenIntent[]>`
    select ${listed(db)} from intents i where i.outcome is null order by i.recorded_at, i.no, i.n limit ${most}`;
  return [...rows];
}

/** One intent, open or settled; null where there is none. */
export async function findIntent(db: Db, id: string): Promise<IntentDetails | null> {
  const [row] = await db.sql<IntentDetails[]>`
    select ${listed(db)}, coalesce((select e.kind from entities e where e.no = i.no), 'application') as kind, i.person, i.role, i.scope, i.lane, octet_length(i.argument) as "argumentBytes", i.claims,
           i.claims_held as "claimsHeld", i.content_version as "contentVersion", i.expected_seq as "expectedSeq",
           (i.timeline ->> 'version')::integer as "timelineVersion", i.outcome, i.accepted,
           (extract(epoch from i.try_at - clock_timestamp()) * 1000)::float8 as "dueInMs",
           array(select o.id::text from intents o where o.no = i.no and o.n < i.n and o.outcome is null order by o.n) as ahead
      from intents i where i.id = ${id}`;
  return row ?? null;
}

/** Frees the key of an intent, so that the same request is a new one. */
export async function forgetIntentKey({ sql }: Db, id: string): Promise<void> {
  await sql`update intents set key_hash = null where id = ${id}`;
}

/** Makes an open intent due now, for the next courier that looks; false where it is not open. */
export async function makeDue({ sql }: Db, id: string): Promise<boolean> {
  const rows = await sql`
    update intents set try_at = clock_timestamp() where id = ${id} and outcome is null returning 1`;
  return rows.length > 0;
}

/** A sealed text that stands beside an outcome. */
export type OutcomeText = { readonly id: string; readonly no: string; readonly body: Buffer; readonly hash: string };

/** Writes a refusal together with its sealed grounds; where another outcome stands already, neither. */
export async function refuseWithText(
  db: Db,
  refusal: NewOutcome,
  text: OutcomeText,
): Promise<OutcomeWritten['status']> {
  return transaction(db, async (tx) => {
    const [row] = await tx<{ status: OutcomeWritten['status'] }[]>`
      select record_outcome(${JSON.stringify(refusal)}) ->> 'status' as status`;
    if (!row) throw new Error('record_outcome gave no row');
    if (row.status === 'written') {
      await tx`insert into texts (id, no, body_enc, hash) values (${text.id}, ${text.no}, ${text.body}, ${text.hash})`;
    }
    return row.status;
  });
}
