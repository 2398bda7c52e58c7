import { and, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { housekeepingBatch, keysKeptDays } from '../limits.ts';
import { prepared } from '../prepared.ts';
import { idempotency, intents, rateLimits } from '../schema.ts';

const longAgo = (): SQL => sql`clock_timestamp() - ${keysKeptDays} * interval '1 day'`;

const clearKeys = prepared([], (orm) =>
  orm
    .update(intents)
    .set({ keyHash: null })
    .where(
      inArray(
        intents.id,
        orm
          .select({ id: intents.id })
          .from(intents)
          .where(and(isNotNull(intents.keyHash), isNotNull(intents.outcome), lt(intents.recordedAt, longAgo())))
          .limit(housekeepingBatch)
          .for('update', { skipLocked: true }),
      ),
    ),
);

/** Removes the keys of finished intents that are older than that; returns how many. Several processes may do it at once. */
export function clearIntentKeys(db: Db): Promise<number> {
  return untilFewer(async () => (await clearKeys(db, {})).count);
}

const deleteAnswers = prepared([], (orm) =>
  orm.delete(idempotency).where(
    inArray(
      idempotency.keyHash,
      orm
        .select({ keyHash: idempotency.keyHash })
        .from(idempotency)
        .where(and(isNotNull(idempotency.status), lt(idempotency.createdAt, longAgo())))
        .limit(housekeepingBatch)
        .for('update', { skipLocked: true }),
    ),
  ),
);

/** Deletes stored answers that are older than that, with their keys; returns how many. Several processes may do it at once. */
export function forgetOldAnswers(db: Db): Promise<number> {
  return untilFewer(async () => (await deleteAnswers(db, {})).count);
}

const deleteRateLimits = prepared([], (orm) =>
  orm.delete(rateLimits).where(lt(rateLimits.expire, sql`clock_timestamp()`)),
);

/** Deletes the counts of attempts whose period is over. */
export async function forgetRateLimits(db: Db): Promise<void> {
  await deleteRateLimits(db, {});
}

async function untilFewer(change: () => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    const count = await change();
    all += count;
    if (count < housekeepingBatch) return all;
  }
}
