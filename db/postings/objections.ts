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
  /** Whether the name is known to be that of who objects: it is the account's, or the personnel department recorded it. */
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
 * How many objections to one application one source may make on a posting (a person who is signed in, with or without a name, or an address), and how many
 * are taken up at once; what comes when these are there waits in the order of receipt. A case keeps 60 in all, so that the personnel department can still
 * record some.
 */
export const maxPublicObjections = { person: 5, unknown: 20, all: 40 } as const;

/** Whether a public objection is taken up at once, or waits because the board is full. */
export type PublicKept = 'kept' | 'queued';

// One transaction after the other, so that objections sent at the same moment cannot exceed the limit.
const lock = prepared(['no'], (orm, { no }) =>
  orm.select({ no: applications.no }).from(applications).where(eq(applications.no, no)).for('no key update'),
);

/** Stores an objection from a posting, and says whether there is room to take it up at once. */
export async function insertPublicObjection(db: Db, objection: NewObjection): Promise<PublicKept> {
  const { id, no } = objection;
  return transaction(db, async (sql, tx) => {
    await lock(tx, { no });
    // SQL by hand: counts those of the running publicity alone.
    const [known] = await sql<{ all: number }[]>`
      select count(*)::integer as all
        from objections o
       where o.no = ${no} and o.posting is not null and o.id <> ${id}
         and o.received_at >= coalesce((select max(e.at) from events e where e.no = ${no} and e.name = 'posted'), '-infinity')`;
    // The same id again changes nothing.
    await sql`select write_objection(${no}, ${JSON.stringify(objectionAsJson(objection))}::text::jsonb)`;
    return (known?.all ?? 0) >= maxPublicObjections.all ? 'queued' : 'kept';
  });
}
