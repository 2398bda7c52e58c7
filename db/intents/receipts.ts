import { eq } from 'drizzle-orm';
import { oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import type { Outcome } from '../intent.ts';
import { prepared } from '../prepared.ts';
import { intents } from '../schema.ts';

/** An intent as the person who sent it may read it; `receivedAt` is business time, epoch ms. */
export type StoredIntent = {
  readonly id: string;
  readonly no: string;
  readonly action: string;
  readonly person: string;
  readonly receivedAt: number;
  readonly accepted: boolean | null;
  readonly outcome: Outcome | null;
};

const intentsById = prepared(['ids'], (orm, { ids }) =>
  orm
    .select({
      id: intents.id,
      no: intents.no,
      action: intents.action,
      person: intents.person,
      receivedAt: intents.receivedAt,
      accepted: intents.accepted,
      outcome: intents.outcome,
    })
    .from(intents)
    .where(oneOf(intents.id, ids)),
);

/** Intents by their ids, in no particular order. */
export async function findIntents(db: Db, ids: readonly string[]): Promise<StoredIntent[]> {
  return ids.length === 0 ? [] : intentsById(db, { ids });
}

/** What an intent came to. */
type Finished = { readonly accepted: boolean; readonly outcome: Outcome };

const outcomeById = prepared(['id'], (orm, { id }) =>
  orm.select({ accepted: intents.accepted, outcome: intents.outcome }).from(intents).where(eq(intents.id, id)),
);

/** The outcome of an intent, whoever finished it; null while it is open. */
export async function outcomeOf(db: Db, intent: string): Promise<Finished | null> {
  const [row] = await outcomeById(db, { id: intent });
  return row?.outcome && row.accepted !== null ? { accepted: row.accepted, outcome: row.outcome } : null;
}
