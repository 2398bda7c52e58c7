import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import type { Claim, ClaimState, Pending } from '../intent.ts';
import { prepared } from '../prepared.ts';
import { intents } from '../schema.ts';

/** The next open intent of a queue, or null if every intent has its outcome. */
export async function nextIntent({ sql: query }: Db, no: string): Promise<Pending | null> {
  const [row] = await query<{ answer: Pending | null }[]>`select next_intent(${no}) as answer`;
  return row?.answer ?? null;
}

/** Tries again to take what an intent claims. */
export async function takeClaims({ sql: query }: Db, intent: string): Promise<ClaimState> {
  const [row] = await query<{ answer: ClaimState }[]>`select take_claims(${intent}) as answer`;
  if (!row) throw new Error('take_claims gave no row');
  return row.answer;
}

/** The claim of an intent that another application holds; null if none does any more. */
export async function conflictingClaim({ sql: query }: Db, intent: string): Promise<Claim | null> {
  // SQL by hand: drizzle has no `jsonb_array_elements … with ordinality`.
  const [row] = await query<{ claim: Claim }[]>`
    select wanted as claim from intents i cross join lateral jsonb_array_elements(i.claims) with ordinality w (wanted, place)
      join claims c on c.kind = wanted ->> 'kind' and c.key = wanted ->> 'key' and c.value <> wanted ->> 'value' and c.no <> i.no
     where i.id = ${intent} order by w.place limit 1`;
  return row?.claim ?? null;
}

/** Leases open intents for the courier, interactive ones first; returns the numbers of their queues. */
export async function leaseIntents({ sql: query }: Db, limit: number): Promise<string[]> {
  // SQL by hand: drizzle selects from tables only, not from a function.
  const rows = await query<{ no: string }[]>`select distinct no from lease_intents(${limit}) as lease (no)`;
  return rows.map((row) => row.no);
}

const keepError = prepared(['id', 'message'], (orm, { id, message }) =>
  orm
    .update(intents)
    .set({ lastError: sql`${message}` })
    .where(and(eq(intents.id, id), isNull(intents.outcome))),
);

/** Stores the last error of an open intent, for `npm run intent -- show`. */
export async function noteIntentError(db: Db, intent: string, message: string): Promise<void> {
  await keepError(db, { id: intent, message: message.slice(0, 500) });
}
