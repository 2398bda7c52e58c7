import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { applications } from './applications.ts';
import { instant, writtenAt } from './columns.ts';
import { programmes, worlds } from './programmes.ts';

/**
 * Everything that changes by intents, except applications: an integrity case, the announcement of a committee, its meetings (LYG-3.3,
 * LYG-5.2). Its intents, events and texts are stored under its number.
 */
export const entities = pgTable(
  'entities',
  {
    no: text('no').primaryKey(),
    kind: text('kind').notNull(),
    world: uuid('world').references(() => worlds.id),
    programme: text('programme').references(() => programmes.id),
    /** The application or the committee that it is about, whose people are notified. */
    application: text('application').references(() => applications.no),
    committee: text('committee'),
    /** The request that reserved the number before the first intent; a repeated request finds the same row. */
    request: uuid('request').unique(),
    /** The number of its last intent, and when that was received. */
    line: integer('line').notNull().default(0),
    receivedAt: instant('received_at').notNull().default(sql`'-infinity'`),
    seq: integer('seq').notNull().default(0),
    /** The state, in the form of its kind; null before the first event. */
    state: jsonb('state'),
    createdAt: writtenAt(),
  },
  (table) => [
    index('entities_of_application').on(table.application).where(sql`${table.application} is not null`),
    index('entities_sessions').on(table.programme, table.committee).where(sql`${table.kind} = 'session'`),
  ],
);
