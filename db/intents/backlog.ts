import { isNull, sql } from 'drizzle-orm';
import { type Db, workerApplicationName } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { intents, lostWorkflows, notices } from '../schema.ts';

/** Intents without an outcome, the age of the oldest in seconds of real time, unsent mails, and open cases without their workflow. */
export type Backlog = {
  readonly openIntents: number;
  readonly oldestOpenS: number;
  readonly noticesUnsent: number;
  readonly lostWorkflows: number;
};

const waiting = prepared([], (orm) => {
  const unsent = orm.select({ count: sql`count(*)::integer` }).from(notices).where(isNull(notices.sentAt));
  const lost = orm.select({ count: sql`count(*)::integer` }).from(lostWorkflows);
  return orm
    .select({
      openIntents: sql<number>`count(*)::integer`,
      oldestOpenS: sql<number>`coalesce(extract(epoch from clock_timestamp() - min(${intents.recordedAt})), 0)::float8`,
      noticesUnsent: sql<number>`${unsent}`,
      lostWorkflows: sql<number>`${lost}`,
    })
    .from(intents)
    .where(isNull(intents.outcome));
});

/** Counts what waits, for metrics and readiness. */
export async function backlog(db: Db): Promise<Backlog> {
  const [row] = await waiting(db, {});
  if (!row) throw new Error('the backlog query gave no row');
  return row;
}

/** When PostgreSQL last found a page whose checksum is wrong, epoch ms; null where it never did, or keeps no checksums. */
export async function lastDamagedPage({ sql: query }: Db): Promise<number | null> {
  // SQL by hand: pg_stat_database is no table of the schema. The row without a name is that of the tables which all databases share.
  const [row] = await query<{ at: number | null }[]>`
    select (extract(epoch from max(checksum_last_failure)) * 1000)::float8 as at from pg_stat_database
     where datname = current_database() or datname is null`;
  return row?.at ?? null;
}

/** The number of this database's sessions that belong to worker processes. */
export async function workerSessions({ sql: query }: Db): Promise<number> {
  // SQL by hand: pg_stat_activity is no table of the schema.
  const [row] = await query<{ sessions: number }[]>`
    select count(*)::integer as sessions from pg_stat_activity
     where datname = current_database() and application_name = ${workerApplicationName}`;
  return row?.sessions ?? 0;
}
