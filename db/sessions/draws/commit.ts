import type { Pool } from '../../../domain/session/draw/draw.ts';
import type { SessionStatus } from '../../../domain/session/steps.ts';
import type { Db } from '../../connection.ts';

/** A pool that is frozen with the hash of the office's secret, before anybody knows the second value. `text` is the sealed reason, in hexadecimal digits. */
export type NewDraw = {
  readonly pool: Pool;
  readonly poolHash: string;
  readonly secretHash: string;
  readonly by: string;
  readonly text: { readonly id: string; readonly body: string; readonly hash: string } | null;
};

/**
 * Keeps a new draw, in one statement that holds the session, so that no step comes between; false where the session does not stand so any more, or another draw has
 * this number. SQL by hand: the session is locked, and the text is written with the draw.
 */
export async function commitDraw(
  { sql }: Db,
  { pool, poolHash, secretHash, by, text }: NewDraw,
  status: SessionStatus,
): Promise<boolean> {
  const rows = await sql`
    with held as materialized (
      select e.no from entities e where e.no = ${pool.session} and e.state ->> 'status' = ${status} for share of e),
    made as (
      insert into session_draws (session, n, pool, pool_hash, secret_hash, committed_by, reason)
      select no, ${pool.draw}, ${JSON.stringify(pool)}::text::jsonb, ${poolHash}, ${secretHash}, ${by}::uuid, ${text?.id ?? null}::uuid from held
      on conflict do nothing returning session)
    select case when ${text !== null} then write_text(session, ${JSON.stringify(text)}::text::jsonb) end from made`;
  return rows.length === 1;
}
