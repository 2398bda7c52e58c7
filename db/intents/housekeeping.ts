import { lt, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { rateLimits } from '../schema.ts';

/** How long a key given by a caller is remembered, days: a repetition after that is a new request. */
const keysKeptDays = 30;

/** Most rows that one statement changes, so that it stays far below the statement's time. */
const atOnce = 5_000;

/** Takes the keys from intents that were recorded so long ago and have their outcome; gives from how many. Several processes may do it at once. */
export function clearIntentKeys({ sql: query }: Db): Promise<number> {
  return untilFewer(async () => {
    const { count } = await query`
      update intents set key_hash = null
       where id in (select id from intents
                     where key_hash is not null and outcome is not null
                       and recorded_at < clock_timestamp() - ${keysKeptDays} * interval '1 day'
                     limit ${atOnce} for update skip locked)`;
    return count;
  });
}

/** Forgets answers that were given so long ago, with their keys; gives how many. Several processes may do it at once. */
export function forgetOldAnswers({ sql: query }: Db): Promise<number> {
  return untilFewer(async () => {
    const { count } = await query`
      delete from idempotency
       where key_hash in (select key_hash from idempotency
                           where status is not null and created_at < clock_timestamp() - ${keysKeptDays} * interval '1 day'
                           limit ${atOnce} for update skip locked)`;
    return count;
  });
}

/** Deletes the counts of tries whose time is over. */
export async function forgetRateLimits({ orm }: Db): Promise<void> {
  await orm.delete(rateLimits).where(lt(rateLimits.expire, sql`clock_timestamp()`));
}

async function untilFewer(change: () => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    const count = await change();
    all += count;
    if (count < atOnce) return all;
  }
}
