import { bigint, integer, json, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import { id, instant, writtenAt } from './columns.ts';

/** A clock world, for demonstrations and tests: its business time is the database's clock plus the offset. */
export const worlds = pgTable('worlds', {
  id: id(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
  movingTo: instant('moving_to'),
  createdAt: writtenAt(),
});

/** A programme, with the versions in force of its text and its dates. */
export const programmes = pgTable('programmes', {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  timelineVersion: integer('timeline_version').notNull(),
});

/** The text of a programme; a published version never changes. Stored as it was written, because pages made from it keep the order of its keys. */
export const programmeVersions = pgTable(
  'programme_versions',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    version: integer('version').notNull(),
    body: json('body').$type<Programme>().notNull(),
    createdAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.version] })],
);

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
