import type { Level } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';

/** What a unit wrote on its latest posting of an application, still sealed, hexadecimal. */
export type UnitPosting = { readonly document: string };

/** The unit’s latest posting of an application that was really posted, or null. */
export async function findUnitPosting({ sql }: Db, no: string): Promise<UnitPosting | null> {
  const [row] = await sql<UnitPosting[]>`
    select p.document ->> 'sealed' as document
      from posting_items i join postings p on p.id = i.posting
     where i.no = ${no} and p.kind = 'unit' and i.posted_on is not null order by p.id desc limit 1`;
  return row ?? null;
}

/** The contents last submitted of several applications, still sealed. */
export async function listSubmittedContents(
  { sql }: Db,
  nos: readonly string[],
): Promise<{ readonly no: string; readonly body: Buffer }[]> {
  return await sql<{ no: string; body: Buffer }[]>`
    select a.no, c.body_enc as body
      from applications a join contents c on c.no = a.no and c.version = (a.snapshot -> 'submission' ->> 'contentVersion')::integer
     where a.no = any(${nos as string[]}::text[])`;
}

/** An application as a list of a delivery names it; the name is still sealed. */
export type ListedPaper = {
  readonly no: string;
  readonly name: Buffer;
  readonly programme: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly unitName: string;
};

/** Several applications as a delivery lists them. */
export async function listPapers({ sql }: Db, nos: readonly string[]): Promise<ListedPaper[]> {
  return await sql<ListedPaper[]>`
    select a.no, pe.name_enc as name, a.programme, a.series, a.specialty, a.level, u.name as "unitName"
      from applications a join people pe on pe.id = a.person join units u on u.id = a.unit
     where a.no = any(${nos as string[]}::text[]) order by a.no`;
}
