import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, writtenAt } from './columns.ts';
import { worlds } from './programmes.ts';

/**
 * A notice to a person about an application or about the year of a committee, for the inbox and for the mail in one row. A reminder makes one notice for
 * each last day and number of days (`notices_of_reminders`).
 */
export const notices = pgTable(
  'notices',
  {
    id: uuid('id').notNull().default(sql`uuidv7()`),
    no: text('no'),
    seq: integer('seq'),
    programme: text('programme'),
    committee: text('committee'),
    deadline: text('deadline'),
    due: date('due'),
    ahead: integer('ahead'),
    person: uuid('person').notNull(),
    template: text('template').notNull(),
    params: jsonb('params').notNull(),
    messageId: text('message_id'),
    /** The instant of the event, if it is not an event of the application. */
    aboutAt: instant('about_at'),
    createdAt: writtenAt(),
    tryAt: writtenAt('try_at'),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    sentAt: instant('sent_at'),
    readAt: instant('read_at'),
  },
  (table) => [
    check(
      'notices_about',
      sql`(${table.no} is null) = (${table.programme} is not null and ${table.committee} is not null)`,
    ),
    // The inbox is read from the newest on, in the order of ids, so a page is the end of this index. Each further index would be written three times for a
    // notice: when it is made, when its mail is leased, and when that was sent.
    primaryKey({ name: 'notices_inbox', columns: [table.person, table.id] }),
    index('notices_unsent').on(table.tryAt).where(sql`${table.sentAt} is null`),
  ],
);

/**
 * Reminders of last days (A-12, A-48, LYG-5.2-e): of an application, or of the year of a committee. The sweep of db/notices/reminders.ts makes notices
 * of those whose instant has come in their world; a row is deleted with its deadline.
 */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    world: uuid('world').references(() => worlds.id),
    no: text('no'),
    programme: text('programme'),
    committee: text('committee'),
    /** What they are of, where that is no application: a committee may have several sessions beside its meetings. */
    entity: text('entity'),
    /** The version of the dates it was computed with, so that it can be computed again when the dates change and the case does not act. */
    timeline: integer('timeline'),
    deadline: text('deadline').notNull(),
    due: date('due').notNull(),
    /** Working days before `due`; -1 is the day after it. */
    ahead: integer('ahead').notNull(),
    remindAt: instant('remind_at').notNull(),
    audience: text('audience').array().notNull(),
    /** The offices of a committee by role; those of an application are in its own row. */
    acting: jsonb('acting'),
    template: text('template').notNull(),
    params: jsonb('params').notNull(),
    /** When the sweep handled it; set at once if its day was over before the case reached the stage. */
    handledAt: instant('handled_at'),
  },
  (table) => [
    check(
      'reminders_about',
      sql`(${table.no} is null) = (${table.programme} is not null and ${table.committee} is not null)`,
    ),
    unique('reminders_once')
      .on(table.no, table.entity, table.programme, table.committee, table.world, table.deadline, table.ahead)
      .nullsNotDistinct(),
    index('reminders_waiting').on(table.world, table.remindAt).where(sql`${table.handledAt} is null`),
    index('reminders_dated').on(table.programme, table.timeline).where(sql`${table.no} is not null`),
  ],
);
