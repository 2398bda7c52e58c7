import type { Db } from '../connection.ts';

/** A claim that some application holds. */
export type HeldClaim = { readonly kind: string; readonly key: string; readonly value: string; readonly no: string };

/** Which of these claims are held by any application, in no particular order. */
export async function findClaims(
  { sql }: Db,
  wanted: readonly { readonly kind: string; readonly key: string }[],
): Promise<HeldClaim[]> {
  if (wanted.length === 0) return [];
  const list = JSON.stringify(wanted.map(({ kind, key }) => ({ kind, key })));
  return await sql<HeldClaim[]>`
    select c.kind, c.key, c.value, c.no from claims c
      join jsonb_to_recordset(${list}::text::jsonb) as w (kind text, key text) on w.kind = c.kind and w.key = c.key`;
}
