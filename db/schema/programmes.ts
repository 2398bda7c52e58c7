import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import { id, instant, writtenAt } from './columns.ts';

/** A clock of its own for demonstrations and tests: business time is the database's clock and the offset. */
export const worlds = pgTable('worlds', {
  id: id(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
  movingTo: instant('moving_to'),
  createdAt: writtenAt(),
});

export const programmes = pgTable('programmes', {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  /** The version of the dates in force. */
  timelineVersion: integer('timeline_version').notNull(),
  body: jsonb('body').$type<Programme>().notNull(),
});

/** The dates of a programme; a published version never changes. */
export const timelines = pgTable(
  'timelines',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    version: integer('version').notNull(),
    body: jsonb('body').$type<Timeline>().notNull(),
    reason: text('reason'),
    createdAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.version] })],
);
