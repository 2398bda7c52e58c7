import { pgTable, text } from 'drizzle-orm/pg-core';
import { writtenAt } from './columns.ts';

/** Open things whose workflow is not running, as the worker found them: it ended by force, or Temporal does not know it. A row goes when it runs again. */
export const lostWorkflows = pgTable('lost_workflows', {
  no: text('no').primaryKey(),
  kind: text('kind').notNull(),
  /** What Temporal said of it. */
  status: text('status').notNull(),
  foundAt: writtenAt('found_at'),
});
