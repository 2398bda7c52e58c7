// SQL by hand: what an expert hands in is written by one statement that asks how the session stands, so that a step and a write exclude each other.
import type { SheetKind } from '../../../domain/session/meeting/scores.ts';
import type { SheetItem } from '../../../domain/session/meeting/sheets.ts';
import { isTaken } from '../../conditions.ts';
import type { Db } from '../../connection.ts';
import type { Fragment } from '../../fragment.ts';

/** Who writes about which application, in which session. */
export type Writing = {
  readonly session: string;
  readonly application: string;
  readonly expert: string;
  readonly person: string;
};

/** The session that meets and has not voted, the application on its roster, and the expert who is present and did not withdraw. */
const writable = (sql: Db['sql'], { session, application, expert }: Writing): Fragment => sql`
  entities e
  join session_roster r on r.session = e.no and r.application = ${application} and r.left_at is null
  join session_experts x on x.session = e.no and x.expert = ${expert}::uuid and x.present and not x.recused
 where e.no = ${session} and e.state ->> 'status' = 'IN_SESSION' and e.state -> 'ballot' = 'null'::jsonb
   and not exists (select 1 from session_recusals c where c.session = e.no and c.application = r.application and c.expert = x.expert)
   for share of e`;

/** Writes the next version of a sheet, and gives its number; null where the session takes none any more. The versions before it stay. */
export async function writeSheet(
  { sql }: Pick<Db, 'sql'>,
  writing: Writing,
  { kind, points, items }: { readonly kind: SheetKind; readonly points: number; readonly items: readonly SheetItem[] },
): Promise<number | null> {
  return await nextVersion(async () => {
    const [row] = await sql<Version[]>`
      insert into session_sheets (session, application, expert, kind, version, points, items, by_person)
      select e.no, r.application, x.expert, ${kind},
             1 + coalesce((select max(t.version) from session_sheets t
                            where t.session = e.no and t.application = r.application and t.expert = x.expert and t.kind = ${kind}), 0),
             ${points}::integer, ${JSON.stringify(items)}::text::jsonb, ${writing.person}::uuid
        from ${writable(sql, writing)}
      returning version`;
    return row?.version ?? null;
  });
}

/** Writes the next version of an opinion, which is sealed, and gives its number; null where the session takes none any more. */
export async function writeOpinion({ sql }: Pick<Db, 'sql'>, writing: Writing, text: Buffer): Promise<number | null> {
  return await nextVersion(async () => {
    const [row] = await sql<Version[]>`
      insert into session_opinions (session, application, expert, version, text_enc)
      select e.no, r.application, x.expert,
             1 + coalesce((select max(o.version) from session_opinions o
                            where o.session = e.no and o.application = r.application and o.expert = x.expert), 0), ${text}
        from ${writable(sql, writing)}
      returning version`;
    return row?.version ?? null;
  });
}

type Version = { readonly version: number };
const versions = [
  'session_sheets_session_application_expert_kind_version_pk',
  'session_opinions_session_application_expert_version_pk',
];

/** Of two requests at once both are written, one after the other. */
async function nextVersion(write: () => Promise<number | null>): Promise<number | null> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!versions.some((key) => isTaken(error, key))) throw error;
    }
  }
}

/** A version of a sheet; `at` is epoch ms. */
export type StoredSheet = {
  readonly expert: string;
  readonly kind: SheetKind;
  readonly version: number;
  readonly points: number;
  readonly items: readonly SheetItem[];
  readonly correction: number | null;
  readonly at: number;
};

/** Every version of the sheets of an application, first to last. */
export async function sheetsOf(
  { sql }: Pick<Db, 'sql'>,
  session: string,
  application: string,
): Promise<readonly StoredSheet[]> {
  return await sql<StoredSheet[]>`
    select expert, kind, version, points, items, correction, to_ms(at)::float8 as at from session_sheets
     where session = ${session} and application = ${application} order by expert, kind desc, version`;
}

/** The opinion of an expert as it stands, sealed. */
export type StoredOpinion = { readonly expert: string; readonly version: number; readonly text: Buffer };

/** Where an opinion is sealed: it opens for no other application, and as nobody else's. */
export const opinionPlace = (of: {
  readonly session: string;
  readonly application: string;
  readonly expert: string;
}): `opinion/${string}` => `opinion/${of.session}/${of.application}/${of.expert}`;

/** The opinions of an application, the newest of each expert. */
export async function opinionsOf(
  { sql }: Pick<Db, 'sql'>,
  session: string,
  application: string,
): Promise<readonly StoredOpinion[]> {
  return await sql<StoredOpinion[]>`
    select distinct on (expert) expert, version, text_enc as text from session_opinions
     where session = ${session} and application = ${application} order by expert, version desc`;
}

/** Of which applications an expert has written an opinion. */
export async function opinionsBy(
  { sql }: Pick<Db, 'sql'>,
  session: string,
  expert: string,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ application: string }[]>`
    select distinct application from session_opinions where session = ${session} and expert = ${expert}`;
  return new Set(rows.map(({ application }) => application));
}
