import type { Db } from './connection.ts';

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

/** How many objections to one application are kept, so that nobody can flood a case. */
export const objectionsAtMost = 50;

/** Keeps an objection; the same id again changes nothing, and `full` means that there are too many. */
export async function insertObjection({ sql }: Db, objection: NewObjection): Promise<'kept' | 'full'> {
  const { id, no, posting, named, objector, body } = objection;
  const rows = await sql`
    insert into objections (id, no, posting, named, objector_enc, body_enc, received_at)
    select ${id}, a.no, ${posting}, ${named}, ${objector}, ${body}, world_now(a.world) from applications a
     where a.no = ${no} and (select count(*) from objections o where o.no = ${no} and o.id <> ${id}) < ${objectionsAtMost}
    on conflict (id) do update set no = excluded.no returning id`;
  return rows.length === 1 ? 'kept' : 'full';
}

/** The objections to an application, in order of receipt. */
export async function listObjections({ sql }: Db, no: string): Promise<StoredObjection[]> {
  const rows = await sql<(StoredObjection & { receivedAt: string })[]>`
    select id, named, objector_enc as objector, body_enc as body, to_ms(received_at) as "receivedAt"
      from objections where no = ${no} order by received_at, id`;
  return rows.map((row) => ({ ...row, receivedAt: Number(row.receivedAt) }));
}
