import type { Db } from '../connection.ts';
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

/** An objection as it is kept; `receivedAt` is business time, epoch ms. */
export type StoredObjection = Omit<NewObjection, 'no' | 'posting'> & { readonly receivedAt: number };

/**
 * How many objections to one application come from postings during one publicity: of one named person, of all who do not sign in or give no
 * name, and in all. A case holds 60 of all kinds, so that room is left for those that the personnel department records.
 */
export const maxPublicObjections = { person: 5, unknown: 20, all: 40 } as const;

/** Whether a public objection was kept, or which of the bounds was reached. */
export type PublicKept = 'kept' | keyof typeof maxPublicObjections;

/** Keeps an objection; the same id again changes nothing. */
export async function insertObjection({ sql }: Pick<Db, 'sql'>, objection: NewObjection): Promise<void> {
  await inserted(sql, objection);
}

/** Keeps an objection from a posting within the bounds; `person` is who signed in and gives a name, else null. */
export async function insertPublicObjection(
  db: Db,
  objection: NewObjection,
  person: string | null,
): Promise<PublicKept> {
  const { id, no } = objection;
  return transaction(db, async (tx) => {
    // One after the other, so that many at once do not all find room.
    await tx`select 1 from applications where no = ${no} for no key update`;
    const [known] = await tx<{ person: number; unknown: number; all: number }[]>`
      select count(*) filter (where i.person = ${person})::integer as person,
             count(*) filter (where coalesce(i.person, 'public') = 'public')::integer as unknown, count(*)::integer as all
        from objections o
        left join intents i on i.no = o.no and i.action = 'recordObjection' and i.argument::jsonb -> 'data' ->> 'objection' = o.id::text
       where o.no = ${no} and o.posting is not null and o.id <> ${id}
         and o.received_at >= coalesce((select max(e.at) from events e where e.no = ${no} and e.name = 'posted'), '-infinity')`;
    const bounds = [person === null ? 'unknown' : 'person', 'all'] as const;
    const reached = bounds.find((bound) => (known?.[bound] ?? 0) >= maxPublicObjections[bound]);
    if (reached) return reached;
    await inserted(tx, objection);
    return 'kept';
  });
}

const inserted = (sql: Pick<Db, 'sql'>['sql'], { id, no, posting, named, objector, body }: NewObjection) => sql`
  insert into objections (id, no, posting, named, objector_enc, body_enc, received_at)
  select ${id}, a.no, ${posting}, ${named}, ${objector}, ${body}, world_now(a.world) from applications a where a.no = ${no}
  on conflict (id) do nothing`;

/** The objections to an application, in order of receipt. */
export async function listObjections({ sql }: Db, no: string): Promise<StoredObjection[]> {
  const rows = await sql<(StoredObjection & { receivedAt: string })[]>`
    select id, named, objector_enc as objector, body_enc as body, to_ms(received_at) as "receivedAt"
      from objections where no = ${no} order by received_at, id`;
  return rows.map((row) => ({ ...row, receivedAt: Number(row.receivedAt) }));
}
