import { eq } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications } from '../schema.ts';
import { transaction } from '../transaction.ts';

/** An objection with who made it and what it says, both sealed. */
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

/** An objection as it is kept; `receivedAt` is business time, epoch ms. */
export type StoredObjection = Omit<NewObjection, 'no' | 'posting'> & { readonly receivedAt: number };

/**
 * How many objections to one application come from postings during one publicity: of one named person, of all who do not sign in or give no
 * name, and in all. A case holds 60 of all kinds, so that room is left for those that the personnel department records.
 */
export const maxPublicObjections = { person: 5, unknown: 20, all: 40 } as const;

/** Whether a public objection was kept, or which of the bounds was reached. */
export type PublicKept = 'kept' | keyof typeof maxPublicObjections;

// One after the other, so that many at once do not all find room.
const lock = prepared(['no'], (orm, { no }) =>
  orm.select({ no: applications.no }).from(applications).where(eq(applications.no, no)).for('no key update'),
);

/** Keeps an objection from a posting within the bounds; `person` is who signed in and gives a name, else null. */
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
