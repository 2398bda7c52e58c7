import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { shortConnections } from './limits.ts';

/** A pool of connections, used through drizzle for prepared queries and through the driver for the functions of `functions/`. */
export type Db = {
  readonly sql: postgres.Sql;
  /** Two more connections for reads of a row or two (`short-reads.ts`), so that these never wait for a long statement. */
  readonly short: postgres.Sql;
  readonly orm: PostgresJsDatabase;
  close(): Promise<void>;
};

export type DbOptions = {
  readonly poolSize?: number;
  readonly applicationName?: string;
  readonly statementTimeoutMs?: number;
};

/** The application name of the sessions of worker processes. */
export const workerApplicationName = 'zhicheng-worker';

/** An option that the driver has and its types lack. */
const driverOptions = { max_pipeline: 1_000_000 };

/**
 * Opens a pool. Only this module knows the driver. `max_pipeline` is high because with a full pipeline the driver loses the connection of a
 * transaction (porsager/postgres #823). drizzle replaces the driver's JSON and date conversions for the whole pool: in hand-written statements JSON
 * parameters are given as text, and instants are read as text.
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

/** Whether PostgreSQL cannot read what it has stored: a page whose checksum is wrong, a file that is gone, a disk that fails. */
export function isDamaged(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(XX00[12]|58)/.test(code);
}

/** Whether a table, a column or a function is not there that this version asks for, as in a database that was not migrated. */
export function isOfOtherVersion(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && /^(42P01|42703|42883)$/.test(code)) return true;
  return cause !== undefined && isOfOtherVersion(cause);
}

/** Whether PostgreSQL could not write because its disk is full. */
export function isFull(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '53100';
}

/** Whether the same call may succeed later: the database is unreachable or accepts no work, or it aborted one of two conflicting transactions (deadlock, serialisation). */
export function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return false;
  // ECONNABORTED is no connection of ours: a client went away while it sent a body.
  return /^(08|53|57P|CONNECT|CONNECTION_|ECONN(?!ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|57014|55000|25P0[34]|40P01|40001)/.test(
    code,
  );
}
