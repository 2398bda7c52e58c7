import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A pool of connections, by drizzle for prepared reads and by the driver for the functions of `functions/`. */
export type Db = {
  readonly sql: postgres.Sql;
  /** Two connections beside the pool for reads of a row or two (`short-reads.ts`), which so never wait behind a long statement. */
  readonly short: postgres.Sql;
  readonly orm: PostgresJsDatabase;
  close(): Promise<void>;
};

export type DbOptions = {
  readonly poolSize?: number;
  readonly applicationName?: string;
  readonly statementTimeoutMs?: number;
};

/** By this name the sessions of worker processes are known. */
export const workerApplicationName = 'zhicheng-worker';

/** How many connections read for `short-reads.ts`; each has one statement under way at a time. */
export const shortConnections = 2;

/** Known to the driver, unknown to its types. */
const driverOptions = { max_pipeline: 1_000_000 };

/**
 * Opens a pool. The only module that knows the driver. `max_pipeline` is high because a full pipeline makes the driver lose the
 * connection of a transaction (porsager/postgres #823). drizzle takes the driver's JSON and date conversions over for the whole pool:
 * in hand-written statements JSON parameters are given as text, and instants come as text.
 */
export function connect(url: string, options: DbOptions = {}): Db {
  const open = (max: number) => postgres(url, settingsOf(options, max));
  const sql = open(options.poolSize ?? 10);
  const short = open(shortConnections);
  const close = async () => void (await Promise.all([sql.end({ timeout: 5 }), short.end({ timeout: 5 })]));
  return { sql, short, orm: drizzle(sql), close };
}

function settingsOf(options: DbOptions, max: number): postgres.Options<Record<string, never>> {
  return {
    ...driverOptions,
    max,
    connect_timeout: 5,
    idle_timeout: 0,
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName ?? 'zhicheng',
      TimeZone: 'UTC',
      statement_timeout: options.statementTimeoutMs ?? 10_000,
      idle_in_transaction_session_timeout: 10_000,
      transaction_timeout: 30_000,
    },
  };
}

/** Whether an error means that the database is away, not accepting work, or gave one of two way (deadlock, serialisation): the same call may succeed later. */
export function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return false;
  return /^(08|53|57P|CONNECT|CONNECTION_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|57014|55000|25P0[34]|40P01|40001)/.test(code);
}
