import { and, desc, eq, exists, sql } from 'drizzle-orm';
import type { Role } from '../../domain/programme/facts.ts';
import { inWorld, worldNow } from '../conditions.ts';
import type { Db } from '../connection.ts';
import type { Fragment } from '../fragment.ts';
import { prepared } from '../prepared.ts';
import { applications, intents, claimOverrides as overrides } from '../schema.ts';
import { insertText } from '../texts.ts';
import { transaction } from '../transaction.ts';

/** A decision of the title office about one application; its reason is a sealed text under the same id. */
export type NewOverride = {
  readonly id: string;
  readonly no: string;
  readonly kinds: readonly string[];
  readonly by: { readonly person: string; readonly role: Role; readonly scope: string };
  readonly text: { readonly body: Buffer; readonly hash: string };
};

/** A stored decision; `decidedAt` is business time, epoch ms. The first accepted action whose claims rely on it uses it up. */
export type StoredOverride = Omit<NewOverride, 'text'> & {
  readonly hash: string;
  readonly decidedAt: number;
  readonly used: boolean;
};

const insertOverride = prepared(
  ['id', 'no', 'kinds', 'person', 'role', 'scope', 'hash', 'world'],
  (orm, { world, ...override }) =>
    orm
      .insert(overrides)
      .values({ ...override, decidedAt: worldNow(world) })
      .onConflictDoNothing(),
);

/** Stores a decision with its reason, once for each id. */
export async function writeOverride(db: Db, world: string | null, override: NewOverride): Promise<void> {
  const { id, no, kinds, by, text } = override;
  await transaction(db, async (_, tx) => {
    const { count } = await insertOverride(tx, { id, no, kinds, ...by, hash: text.hash, world });
    if (count === 1) await insertText(tx, { id, no, ...text });
  });
}

/** Whether an accepted intent rested on it: a query of its own, because drizzle leaves out the names of tables in an expression on a single one. */
const used = (orm: Db['orm']) =>
  exists(
    orm
      .select({ one: sql`1` })
      .from(intents)
      .where(
        and(
          eq(intents.no, overrides.no),
          eq(intents.accepted, true),
          sql`${intents.claims} @> jsonb_build_array(jsonb_build_object('override', ${overrides.id}))`,
        ),
      ),
  );

const columnsOf = (orm: Db['orm']) => ({
  id: overrides.id,
  no: overrides.no,
  kinds: overrides.kinds,
  by: { person: overrides.person, role: overrides.role, scope: overrides.scope },
  hash: overrides.hash,
  decidedAt: overrides.decidedAt,
  used: sql<boolean>`${used(orm)}`,
});

/** The position of a decision in the list: its instant (epoch ms) and its id. */
export type OverridePlace = readonly [at: number, id: string];

const place = sql`(to_ms(${overrides.decidedAt}), ${overrides.id})`;
const pageOfOverrides = prepared(
  ['world', 'programme', 'at', 'id', 'limit'],
  (orm, { world, programme, at, id, limit }) =>
    orm
      .select(columnsOf(orm))
      .from(overrides)
      .innerJoin(applications, eq(applications.no, overrides.no))
      .where(
        and(
          eq(applications.programme, programme),
          inWorld(applications.world, world),
          sql`(${at}::bigint is null or ${place} < (${at}::bigint, ${id}::uuid))`,
        ),
      )
      .orderBy(desc(place))
      .limit(limit),
);

/** The decisions of a programme in a world after a position, the latest first; one more than `limit`, so that the caller knows whether more follow. */
export function listOverrides(
  db: Db,
  of: { readonly world: string | null; readonly programme: string },
  { after, limit }: { readonly after: OverridePlace | null; readonly limit: number },
): Promise<StoredOverride[]> {
  const [at, id] = after ?? [null, null];
  return pageOfOverrides(db, { ...of, at, id, limit: limit + 1 });
}

const overrideById = prepared(['id'], (orm, { id }) =>
  orm.select(columnsOf(orm)).from(overrides).where(eq(overrides.id, id)),
);

/** One decision, or null. */
export async function findOverride(db: Db, id: string): Promise<StoredOverride | null> {
  const [row] = await overrideById(db, { id });
  return row ?? null;
}

/** What is allowed to an application and not used yet, the oldest first, as one JSON value; `no` is an expression. SQL by hand: it is part of a hot read. */
export const unusedOverridesOf = (sql: Db['sql'], no: Fragment) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'no', o.no, 'kinds', o.kinds, 'hash', o.hash, 'decidedAt', to_ms(o.decided_at),
            'by', jsonb_build_object('person', o.person, 'role', o.role, 'scope', o.scope), 'used', false) order by o.decided_at, o.id), '[]')
     from claim_overrides o where o.no = ${no} and not exists (
        select 1 from intents i where i.no = o.no and i.accepted and i.claims @> jsonb_build_array(jsonb_build_object('override', o.id))))`;
