import type { Db } from '../connection.ts';

/** A posting for several applications; `document` is sealed, hexadecimal. */
export type NewPosting = {
  readonly id: string;
  readonly world: string | null;
  readonly kind: 'unit' | 'preReview' | 'result';
  readonly unit: string | null;
  readonly office: string | null;
  readonly token: string;
  readonly document: string;
  readonly createdBy: string;
  readonly items: readonly string[];
};

/** Who may look at postings: a world, the units someone acts for, the offices someone acts for. */
export type PostingVisibilityScope = {
  readonly world: string | null;
  readonly person: string | null;
  readonly units: readonly string[];
  readonly offices: readonly string[];
};

/** An application on a posting, with nothing but what a posting shows; the name is still sealed. */
type PostedItem = {
  readonly no: string;
  readonly nameHex: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly programme: string;
  readonly postedOn: string | null;
  readonly lastDay: string | null;
  readonly open: boolean;
};

export type StoredPosting = Omit<NewPosting, 'items'> & {
  readonly unitName: string | null;
  readonly items: readonly PostedItem[];
};

/** Keeps a posting; the same id again changes nothing. */
export async function insertPosting({ sql }: Db, posting: NewPosting): Promise<void> {
  const { id, world, kind, unit, office, token, document, createdBy, items } = posting;
  await sql`
    with written as (
      insert into postings (id, world, kind, unit, office, token, document, created_by)
      values (${id}, ${world}, ${kind}, ${unit}, ${office}, ${token}, jsonb_build_object('sealed', ${document}::text), ${createdBy})
      on conflict (id) do nothing returning id)
    insert into posting_items (posting, no) select written.id, item from written, unnest(${items as string[]}::text[]) item`;
}

const columns = (sql: Db['sql']) => sql`
  p.id, p.world, p.kind, p.unit, p.office, p.token, p.document ->> 'sealed' as document, p.created_by as "createdBy", u.name as "unitName",
  coalesce((select jsonb_agg(jsonb_build_object('no', a.no, 'nameHex', encode(pe.name_enc, 'hex'), 'series', a.series, 'specialty', a.specialty,
              'level', a.level, 'programme', a.programme, 'postedOn', i.posted_on, 'lastDay', i.last_day,
              'open', i.last_day is not null and (i.last_day + 1)::timestamp at time zone 'Asia/Shanghai' > world_now(p.world) and a.phase = 'posted' and a.outcome is null) order by a.no)
              from posting_items i join applications a on a.no = i.no join people pe on pe.id = a.person where i.posting = p.id), '[]') as items`;

/**
 * Whether someone in a world may see a posting: anyone those of the committee; those of a unit whoever acts for it, whoever is on it, and the
 * offices of those on it. To name a unit in an application of one's own makes nobody a member: all others have the link.
 */
const inSight = (sql: Db['sql'], sight: PostingVisibilityScope) => sql`
  p.world is not distinct from ${sight.world}::uuid
  and (p.kind <> 'unit' or p.unit = any(${sight.units as string[]}::uuid[])
       or exists (select 1 from posting_items i join applications a on a.no = i.no
                   where i.posting = p.id and (a.person = ${sight.person}::uuid or a.office = any(${sight.offices as string[]}::text[])
                         or a.sealing_authority = any(${sight.offices as string[]}::text[]))))`;

/** Postings on which something may still be objected to, in falling order of their ids. */
export async function openPostings(
  { sql }: Db,
  sight: PostingVisibilityScope,
  page: { limit: number; before: string | null },
): Promise<StoredPosting[]> {
  return await sql<StoredPosting[]>`
    select ${columns(sql)} from postings p left join units u on u.id = p.unit
     where ${inSight(sql, sight)} and (${page.before}::uuid is null or p.id < ${page.before}::uuid)
       and exists (select 1 from posting_items i join applications a on a.no = i.no
                    where i.posting = p.id and a.phase = 'posted' and a.outcome is null
                      and (i.last_day + 1)::timestamp at time zone 'Asia/Shanghai' > world_now(p.world))
     order by p.id desc limit ${page.limit + 1}`;
}

/** A posting by its id within sight, or by its unguessable token whoever asks; null where there is none. */
export async function findPosting(
  { sql }: Db,
  handle: string,
  sight: PostingVisibilityScope,
): Promise<StoredPosting | null> {
  const [row] = await sql<StoredPosting[]>`
    select ${columns(sql)} from postings p left join units u on u.id = p.unit
     where (p.id::text = ${handle} and ${inSight(sql, sight)})
        or (p.token = ${handle} and p.world is not distinct from ${sight.world}::uuid)
     limit 1`;
  return row ?? null;
}
