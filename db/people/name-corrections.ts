import type { Db } from '../connection.ts';

/** One correction of a name; words and names are sealed, `at` is business time, epoch ms. */
export type NameCorrection = {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly was: Buffer;
  readonly became: Buffer;
  readonly reason: Buffer;
};

/** Writes a correction and the name in one statement, once for each id. */
export async function correctName(
  { sql }: Db,
  person: string,
  { id, by, at, became, reason }: Omit<NameCorrection, 'was'>,
): Promise<void> {
  await sql`
    with kept as (
      insert into name_corrections (id, person, by_person, at, was_enc, became_enc, reason_enc)
      select ${id}, id, ${by}::uuid, from_ms(${at}::bigint), name_enc, ${became}, ${reason} from people where id = ${person}
      on conflict (id) do nothing returning person)
    update people set name_enc = ${became}, version = version + 1 from kept where people.id = kept.person`;
}

/** The corrections of a person's name, first to last. */
export async function nameCorrections({ sql }: Db, person: string): Promise<NameCorrection[]> {
  const rows = await sql<(NameCorrection & { at: string })[]>`
    select id, by_person as by, to_ms(at)::text as at, was_enc as was, became_enc as became, reason_enc as reason
      from name_corrections where person = ${person} order by at, id`;
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}
