import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** How often someone tried something within the time that ends at `expire`; the names of the columns are those of the package that counts. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: timestamp('expire', { withTimezone: true }),
});
