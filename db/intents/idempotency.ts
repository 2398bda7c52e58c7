import { and, eq, isNull, sql } from 'drizzle-orm';
import { excluded } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { abandonedAfterSeconds } from '../limits.ts';
import { prepared } from '../prepared.ts';
import { idempotency } from '../schema.ts';

/** An answer as it is stored under a key: encrypted, because it may contain personal data. */
export type KeptAnswer = { readonly status: number; readonly sealed: string };
type Kept = { readonly fingerprint: string; readonly answer: KeptAnswer | null };

const reserve = prepared(['keyHash', 'fingerprint'], (orm, request) =>
  orm
    .insert(idempotency)
    .values(request)
    .onConflictDoUpdate({
      target: idempotency.keyHash,
      set: { createdAt: sql`clock_timestamp()` },
      setWhere: sql`${idempotency.status} is null and ${idempotency.fingerprint} = ${excluded(idempotency.fingerprint)}
        and ${idempotency.createdAt} < clock_timestamp() - ${abandonedAfterSeconds} * interval '1 second'`,
    })
    .returning({ keyHash: idempotency.keyHash }),
);

/** Takes a key for a request; false if another request has it, whether that one has answered or is still running. */
export async function reserveAnswer(db: Db, keyHash: string, fingerprint: string): Promise<boolean> {
  return (await reserve(db, { keyHash, fingerprint })).length > 0;
}

const ofKey = prepared(['keyHash'], (orm, { keyHash }) =>
  orm
    .select({
      fingerprint: idempotency.fingerprint,
      answer: sql<KeptAnswer | null>`case when ${idempotency.status} is not null then ${idempotency.body} end`,
    })
    .from(idempotency)
    .where(eq(idempotency.keyHash, keyHash)),
);

/** What is stored under a key; `answer` is null while the first request is running. */
export async function findAnswer(db: Db, keyHash: string): Promise<Kept | null> {
  const [row] = await ofKey(db, { keyHash });
  return row ?? null;
}

const keep = prepared(['keyHash', 'status', 'body'], (orm, { keyHash, status, body }) =>
  orm
    .update(idempotency)
    .set({ status: sql`${status}`, body: sql`${body}::jsonb` })
    .where(eq(idempotency.keyHash, keyHash)),
);

/** Stores the first answer of a key. */
export async function keepAnswer(db: Db, keyHash: string, answer: KeptAnswer): Promise<void> {
  await keep(db, { keyHash, status: answer.status, body: JSON.stringify(answer) });
}

const forget = prepared(['keyHash'], (orm, { keyHash }) =>
  orm.delete(idempotency).where(and(eq(idempotency.keyHash, keyHash), isNull(idempotency.status))),
);

/** Frees a key whose request failed. */
export async function forgetAnswer(db: Db, keyHash: string): Promise<void> {
  await forget(db, { keyHash });
}
