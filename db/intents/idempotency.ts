import type { Db } from '../connection.ts';

/** An answer as it is kept under a key: encrypted, because it may hold anything. */
export type KeptAnswer = { readonly status: number; readonly sealed: string };
type Kept = { readonly fingerprint: string; readonly answer: KeptAnswer | null };

/** After how long a request that never gave its answer is taken for dead, seconds. */
const abandonedAfterS = 60;

/** Takes a key for a request; false when it is taken already, by one that answered or is still at work. */
export async function reserveAnswer({ sql }: Db, keyHash: string, fingerprint: string): Promise<boolean> {
  const rows = await sql`
    insert into idempotency (key_hash, fingerprint) values (${keyHash}, ${fingerprint})
    on conflict (key_hash) do update set created_at = clock_timestamp()
     where idempotency.status is null and idempotency.fingerprint = excluded.fingerprint
       and idempotency.created_at < clock_timestamp() - ${abandonedAfterS} * interval '1 second'
    returning 1`;
  return rows.length > 0;
}

/** What is kept under a key; `answer` is null while the first request is at work. */
export async function findAnswer({ sql }: Db, keyHash: string): Promise<Kept | null> {
  const [row] = await sql<{ fingerprint: string; answer: KeptAnswer | null }[]>`
    select fingerprint, case when status is not null then body end as answer from idempotency where key_hash = ${keyHash}`;
  return row ? { fingerprint: row.fingerprint, answer: row.answer } : null;
}

/** Keeps the first answer of a key. */
export async function keepAnswer({ sql }: Db, keyHash: string, answer: KeptAnswer): Promise<void> {
  await sql`update idempotency set status = ${answer.status}, body = ${JSON.stringify(answer)}::jsonb where key_hash = ${keyHash}`;
}

/** Frees a key whose request failed. */
export async function forgetAnswer({ sql }: Db, keyHash: string): Promise<void> {
  await sql`delete from idempotency where key_hash = ${keyHash} and status is null`;
}
