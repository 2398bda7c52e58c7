import { drizzle } from 'drizzle-orm/postgres-js';
import type { ReservedSql } from 'postgres';
import type { Db } from './connection.ts';

/** A transaction, for hand-written statements and for drizzle's. */
export type Transaction = Pick<Db, 'orm'> & { readonly sql: ReservedSql };

/**
 * Runs work in a transaction on a reserved connection, which it always releases. Transactions are opened only here, because the driver's own `begin`
 * loses its connection when the pipeline is full (porsager/postgres #823). A single statement needs no transaction. If the work throws, the
 * transaction is rolled back and the error thrown again. SQL by hand: drizzle's own transaction goes through the driver's `begin`.
 */
export async function transaction<T>({ sql }: Db, work: (tx: ReservedSql, db: Transaction) => Promise<T>): Promise<T> {
  const tx = await sql.reserve();
  try {
    await tx`begin`;
    try {
      const orm = drizzle(Object.assign(tx, { options: sql.options }));
      const result = await work(tx, { sql: tx, orm });
      const { command } = await tx`commit`;
      // If the work has swallowed the error of a statement, PostgreSQL answers COMMIT with ROLLBACK and no error.
      if (command !== 'COMMIT') throw new Error('a statement of the transaction failed unnoticed; it was rolled back');
      return result;
    } catch (error) {
      // If this fails, the connection is lost and the transaction with it.
      await tx`rollback`.catch(() => undefined);
      throw error;
    }
  } finally {
    tx.release();
  }
}
