import { type Db, workerApplicationName } from '../connection.ts';

/** What waits: intents without an outcome, the age of the oldest in seconds of real time, mail not sent. */
export type Backlog = {
  readonly openIntents: number;
  readonly oldestOpenS: number;
  readonly noticesUnsent: number;
};

/** Counts what waits, for metrics and readiness. */
export async function backlog({ sql }: Db): Promise<Backlog> {
  const [row] = await sql<Backlog[]>`
    select (select count(*)::integer from intents where outcome is null) as "openIntents",
           (select coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::float8 from intents where outcome is null) as "oldestOpenS",
           (select count(*)::integer from notices where channel = 'mail' and sent_at is null) as "noticesUnsent"`;
  if (!row) throw new Error('the backlog query gave no row');
  return row;
}

/** Sessions that worker processes hold with this database. */
export async function workerSessions({ sql }: Db): Promise<number> {
  const [row] = await sql<{ sessions: number }[]>`
    select count(*)::integer as sessions from pg_stat_activity
     where datname = current_database() and application_name = ${workerApplicationName}`;
  return row?.sessions ?? 0;
}
