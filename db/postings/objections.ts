import { eq } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications } from '../schema.ts';
import { transaction } from '../transaction.ts';

/** An objection with its author and its text, both sealed. */
export type NewObjection = {
  readonly id: string;
  readonly no: string;
  readonly posting: string | null;
  readonly named: boolean;
  readonly objector: Buffer | null;
  readonly body: Buffer;
};

/** An objection as SQL functions take it: sealed words are hexadecimal digits. */
export const objectionAsJson = ({ objector, body, ...objection }: NewObjection) => ({
  ...objection,
  objector: objector?.toString('hex') ?? null,
  body: body.toString('hex'),
});

/** A stored objection; `receivedAt` is business time, epoch ms. */
export type StoredObjection = Omit<NewObjection, 'no' | 'posting'> & { readonly receivedAt: number };

/**
 * How many objections to one application its posting accepts during one publicity: from one named person, from all people without a name, and in all.
 * A case accepts 60 in all, so that the personnel department can still record some.
 */
export const maxPublicObjections = { person: 5, unknown: 20, all: 40 } as const;

/** Whether a public objection was stored, or which limit was reached. */
export type PublicKept = 'kept' | keyof typeof maxPublicObjections;

// One transaction after the other, so that objections sent at the same moment cannot exceed the limit.
const lock = prepared(['no'], (orm, { no }) =>
  orm.select({ no: applications.no }).from(applications).where(eq(applications.no, no)).for('no key update'),
);

/** Stores an objection from a posting, within the limits; `person` is null for somebody who is not signed in or gives no name. */
export async function insertPublicObjection(
  db: Db,
  objection: NewObjection,
  person: string | null,
): Promise<PublicKept> {
  const { id, no } = objection;
  return transaction(db, async (sql, tx) => {
    await lock(tx, { no });
    // SQL by hand: three counts of one reading, which is joined by what stands in the argument of an intent, a text.
    const [known] = await sql<{ person: number; unknown: number; all: number }[]>`
      select count(*) filter (where i.person = ${person})::integer as person,
             count(*) filter (where coalesce(i.person, 'public') = 'public')::integer as unknown, count(*)::integer as all
        from objections o
        left join intents i on i.no = o.no and i.action = 'recordObjection' and i.argument::jsonb -> 'data' ->> 'objection' = o.id::text
       where o.no = ${no} and o.posting is not null and o.id <> ${id}
         and o.received_at >= coalesce((select max(e.at) from events e where e.no = ${no} and e.name = 'posted'), '-infinity')`;
    const bounds = [person === null ? 'unknown' : 'person', 'all'] as const;
    const reached = bounds.find((bound) => (known?.[bound] ?? 0) >= maxPublicObjections[bound]);
    if (reached) return reached;
    // The same id again changes nothing.
    await sql`select write_objection(${no}, ${JSON.stringify(objectionAsJson(objection))}::text::jsonb)`;
    return 'kept';
  });
}
