import { drizzle } from 'drizzle-orm/postgres-js';
import type { ReservedSql } from 'postgres';
import type { Db } from './connection.ts';

/** A transaction, for hand-written statements and for drizzle's. */
export type Transaction = Pick<Db, 'orm'> & { readonly sql: ReservedSql };

/**
 * Runs work in a transaction on a connection reserved for it, and gives it back whatever happens. The only way to open one over a pool:
 * the driver's own `begin` forgets to keep its connection when the pipeline is full (porsager/postgres #823). One statement needs no
 * transaction. Throws what the work throws, after rolling back. SQL by hand: drizzle's own transaction goes through the driver's `begin`.
 */
export async function transaction<T>({ sql }: Db, work: (tx: ReservedSql, db: Transaction) => Promise<T>): Promise<T> {
  const tx = await sql.reserve();
  try {
    await tx`begin`;
    try {
      const orm = drizzle(Object.assign(tx, { options: sql.options }));
      const result = await work(tx, { sql: tx, orm });
      const { command } = await tx`commit`;
      // PostgreSQL answers ROLLBACK, not an error, where the work hid a statement that failed.
      if (command !== 'COMMIT') throw new Error('a statement of the transaction failed unnoticed; it was rolled back');
      return result;
    } catch (error) {
      // Where this fails the connection is lost, and with it the transaction.
      await tx`rollback`.catch(() => undefined);
      throw error;
    }
  } finally {
    tx.release();
  }
}
