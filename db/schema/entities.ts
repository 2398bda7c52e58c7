import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { applications } from './applications.ts';
import { instant, writtenAt } from './columns.ts';
import { programmes, worlds } from './programmes.ts';

/**
 * What changes by intents and is no application: an integrity case (model.md 5.6), the announcement of a committee and its meetings (LYG-3.3, LYG-5.2).
 * Its intents, events and texts stand under its number.
 */
export const entities = pgTable(
  'entities',
  {
    no: text('no').primaryKey(),
    kind: text('kind').notNull(),
    world: uuid('world').references(() => worlds.id),
    programme: text('programme').references(() => programmes.id),
    /** What it is about, an application or a committee of the programme: whose people are notified. */
    application: text('application').references(() => applications.no),
    committee: text('committee'),
    /** The request that reserved the number before the first intent: repeating it finds the same row. */
    request: uuid('request').unique(),
    /** How many intents it has had, and when the last was received. */
    line: integer('line').notNull().default(0),
    receivedAt: instant('received_at').notNull().default(sql`'-infinity'`),
    seq: integer('seq').notNull().default(0),
    /** As its kind keeps it; null before the first event. */
    state: jsonb('state'),
    createdAt: writtenAt(),
  },
  (table) => [index('entities_of_application').on(table.application).where(sql`${table.application} is not null`)],
);
