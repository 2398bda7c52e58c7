import { sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import type { Fragment } from '../fragment.ts';
import { prepared } from '../prepared.ts';
import { claims } from '../schema.ts';

/** A claim that some application holds. */
export type HeldClaim = { readonly kind: string; readonly key: string; readonly value: string; readonly no: string };

const heldOf = prepared(['kinds', 'keys'], (orm, { kinds, keys }) =>
  orm
    .select({ kind: claims.kind, key: claims.key, value: claims.value, no: claims.no })
    .from(claims)
    .where(sql`(${claims.kind}, ${claims.key}) in (select * from unnest(${kinds}::text[], ${keys}::text[]))`),
);

/** Which of these claims are held by any application, in no particular order. */
export async function findClaims(
  db: Db,
  wanted: readonly { readonly kind: string; readonly key: string }[],
): Promise<HeldClaim[]> {
  if (wanted.length === 0) return [];
  return heldOf(db, { kinds: wanted.map(({ kind }) => kind), keys: wanted.map(({ key }) => key) });
}

/** What other applications hold of what an application has claimed before, as one JSON value; `no` is an expression. SQL by hand: it is part of a hot read. */
export const rivalsOf = (sql: Db['sql'], no: Fragment) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'key', c.key, 'value', c.value, 'no', c.no)), '[]')
     from claims c
    where c.no <> ${no} and (c.kind, c.key) in (
        select w ->> 'kind', w ->> 'key' from intents i cross join lateral jsonb_array_elements(i.claims) w where i.no = ${no}))`;
