import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** How often somebody has tried something in the period that ends at `expire`; the package that counts prescribes the column names. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: timestamp('expire', { withTimezone: true }),
});
