import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import { transaction } from '../transaction.ts';

/** A decision of the title office about one application; its reason is a sealed text under the same id. */
export type NewOverride = {
  readonly id: string;
  readonly no: string;
  readonly kinds: readonly string[];
  readonly by: { readonly person: string; readonly role: Role; readonly scope: string };
  readonly text: { readonly body: Buffer; readonly hash: string };
};

/** As kept; `decidedAt` is business time, epoch ms. An accepted act that rested on it has used it. */
export type StoredOverride = Omit<NewOverride, 'text'> & {
  readonly hash: string;
  readonly decidedAt: number;
  readonly used: boolean;
};

/** Keeps a decision with its reason, once for each id. */
export async function writeOverride(db: Db, world: string | null, override: NewOverride): Promise<void> {
  const { id, no, kinds, by, text } = override;
  await transaction(db, async (tx) => {
    await tx`insert into texts (id, no, body_enc, hash) values (${id}, ${no}, ${text.body}, ${text.hash}) on conflict do nothing`;
    await tx`
      insert into claim_overrides (id, no, kinds, person, role, scope, hash, decided_at)
      values (${id}, ${no}, ${kinds as string[]}::text[], ${by.person}, ${by.role}, ${by.scope}, ${text.hash}, world_now(${world}::uuid))
      on conflict do nothing`;
  });
}

type Row = Omit<StoredOverride, 'decidedAt' | 'by'> & {
  readonly person: string;
  readonly role: Role;
  readonly scope: string;
  readonly decidedAt: string;
};

const columns = (sql: Db['sql']) => sql`
  o.id, o.no, o.kinds, o.person, o.role, o.scope, o.hash, to_ms(o.decided_at) as "decidedAt",
  exists (select 1 from intents i
           where i.no = o.no and i.accepted and i.claims @> jsonb_build_array(jsonb_build_object('override', o.id))) as used`;

const storedOf = ({ person, role, scope, decidedAt, ...row }: Row): StoredOverride => ({
  ...row,
  by: { person, role, scope },
  decidedAt: Number(decidedAt),
});

/** The place of a decision in their list: its instant (epoch ms) and its id. */
export type OverridePlace = readonly [at: number, id: string];

/** The decisions of a programme in a world, the latest first, those after a place; one more than `limit`, so that the end is seen. */
export async function listOverrides(
  { sql }: Db,
  { world, programme }: { readonly world: string | null; readonly programme: string },
  { after, limit }: { readonly after: OverridePlace | null; readonly limit: number },
): Promise<StoredOverride[]> {
  const [at, id] = after ?? [null, ''];
  const rows = await sql<Row[]>`
    select ${columns(sql)} from claim_overrides o join applications a on a.no = o.no
     where a.programme = ${programme} and a.world is not distinct from ${world}::uuid
       and (${at}::bigint is null or (to_ms(o.decided_at), o.id::text) < (${at}::bigint, ${id}))
     order by to_ms(o.decided_at) desc, o.id::text desc limit ${limit + 1}`;
  return rows.map(storedOf);
}

/** One decision, or null. */
export async function findOverride({ sql }: Db, id: string): Promise<StoredOverride | null> {
  const [row] = await sql<Row[]>`select ${columns(sql)} from claim_overrides o where o.id = ${id}`;
  return row ? storedOf(row) : null;
}

/** What is allowed to an application and not used yet, the oldest first. */
export async function unusedOverrides({ sql }: Db, no: string): Promise<StoredOverride[]> {
  const rows = await sql<
    Row[]
  >`select ${columns(sql)} from claim_overrides o where o.no = ${no} order by o.decided_at, o.id`;
  return rows.map(storedOf).filter(({ used }) => !used);
}
