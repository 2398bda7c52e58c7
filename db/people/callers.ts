import type { Grant } from '../../domain/access/access.ts';
import { type ApplicationKey, datesOf, headColumns } from '../applications/applications.ts';
import type { Db } from '../connection.ts';
import { shortRead } from '../short-reads.ts';

/** The person of a token's subject, and what was granted to them. */
type Holder = { readonly person: string; readonly world: string | null; readonly grants: readonly Grant[] };

/** The person behind a token's subject, and the small row of an application; each null if there is none or none was asked for. */
type CallerRead = { readonly holder: Holder | null; readonly application: ApplicationKey | null };

type Question = { readonly subject: string; readonly no: string | null };

/**
 * The person behind a token's subject, their grants, and the row by which access to an application and the validity of a cached answer are decided.
 * Read at every request, so that a change takes effect at once.
 */
export const findCaller: (db: Pick<Db, 'short'>, question: Question) => Promise<CallerRead> = shortRead(readCallers);

/** The person behind a token's subject, and their grants. */
export async function findHolder(db: Pick<Db, 'short'>, subject: string): Promise<Holder | null> {
  return (await findCaller(db, { subject, no: null })).holder;
}

type Row = ApplicationKey & {
  readonly holder: string | null;
  readonly holderWorld: string | null;
  readonly grants: readonly Grant[];
};

/** SQL by hand: a hot read, and drizzle has no `unnest … with ordinality`; the clock of a world is joined, because a call of `world_now` costs more than the rest of the row. */
async function readCallers(sql: Db['short'], questions: readonly Question[]): Promise<CallerRead[]> {
  const rows = await sql<Row[]>`
    select h.id as holder, h.world as "holderWorld",
           coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope)) from grants g where g.person = h.id), '[]') as grants,
           ${headColumns(sql)}, a.seq, a.line, a.content_version as "contentVersion", a.integrity, ${datesOf(sql)} as "timelineVersion",
           (to_ms(clock_timestamp()) + coalesce(w.offset_ms, 0))::float8 as "nowMs",
           (select count(*)::integer from intents i where i.no = a.no and i.outcome is null) as open
      from unnest(${questions.map(({ subject }) => subject)}::text[], ${questions.map(({ no }) => no)}::text[])
             with ordinality q (subject, no, place)
      left join people h on h.subject = q.subject
      left join applications a on a.no = q.no and a.discarded_at is null
      left join programmes p on p.id = a.programme
      left join worlds w on w.id = a.world
     order by q.place`;
  // The row itself is the application's, and no copy of it: copying its columns would cost a twentieth of a whole poll.
  return rows.map((row) => ({
    holder: row.holder === null ? null : { person: row.holder, world: row.holderWorld, grants: row.grants },
    application: row.no === null ? null : row,
  }));
}
