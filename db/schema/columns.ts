import { sql } from 'drizzle-orm';
import { customType, uuid } from 'drizzle-orm/pg-core';

/** Bytes, most of them sealed by the vault. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The number of a transaction, by which readers know which rows were committed before. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** An instant, in code the milliseconds since 1970. */
export const instant = customType<{ data: number; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (ms) => new Date(ms).toISOString(),
  fromDriver: (text) => (text === '-infinity' ? Number.NEGATIVE_INFINITY : Date.parse(text)),
});

/** When a row was written, real time. */
export const writtenAt = (name = 'created_at') => instant(name).notNull().default(sql`clock_timestamp()`);

/** A key that grows with time, so that lists can be paged by it. */
export const id = () => uuid('id').primaryKey().default(sql`uuidv7()`);
