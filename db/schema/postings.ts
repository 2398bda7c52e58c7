import { sql } from 'drizzle-orm';
import { boolean, check, date, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Receiver } from '../../domain/routing/delivery.ts';
import { applications } from './applications.ts';
import { bytea, id, instant, writtenAt } from './columns.ts';
import { people, units } from './people.ts';
import { worlds } from './programmes.ts';

const createdBy = () =>
  uuid('created_by')
    .notNull()
    .references(() => people.id);

/** A public posting: by a unit, before the review, or of the results. */
export const postings = pgTable(
  'postings',
  {
    id: id(),
    world: uuid('world').references(() => worlds.id),
    kind: text('kind').$type<'unit' | 'preReview' | 'result'>().notNull(),
    unit: uuid('unit').references(() => units.id),
    office: text('office'),
    /** Unguessable, because everybody who has the link may read the posting. */
    token: text('token').notNull().unique(),
    document: jsonb('document').$type<{ readonly sealed: string }>().notNull(),
    createdBy: createdBy(),
    createdAt: writtenAt(),
  },
  (table) => [check('postings_kind', sql`${table.kind} in ('unit', 'preReview', 'result')`)],
);

/** An application on a posting; its days are written with the outcome of its own action. */
export const postingItems = pgTable(
  'posting_items',
  {
    posting: uuid('posting')
      .notNull()
      .references(() => postings.id),
    no: text('no')
      .notNull()
      .references(() => applications.no),
    postedOn: date('posted_on'),
    lastDay: date('last_day'),
  },
  (table) => [primaryKey({ columns: [table.posting, table.no] }), index('posting_items_by_no').on(table.no)],
);

/** An objection to an application; its author and text are sealed. */
export const objections = pgTable(
  'objections',
  {
    id: uuid('id').primaryKey(),
    no: text('no')
      .notNull()
      .references(() => applications.no),
    posting: uuid('posting').references(() => postings.id),
    named: boolean('named').notNull(),
    objectorEnc: bytea('objector_enc'),
    bodyEnc: bytea('body_enc').notNull(),
    receivedAt: instant('received_at').notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index('objections_by_no').on(table.no)],
);

/** An application in a batch, and its intent; null with the problem, if none could be recorded. */
export type BatchItem = {
  readonly no: string;
  readonly intent: string | null;
  readonly problem?: Readonly<Record<string, unknown>>;
};

/** A delivery of several dossiers at once. */
export const batches = pgTable('batches', {
  id: id(),
  world: uuid('world').references(() => worlds.id),
  kind: text('kind').$type<'paperDelivery' | 'forwarding'>().notNull(),
  unit: uuid('unit').references(() => units.id),
  office: text('office'),
  /** The role and the office that take the next step. */
  receiver: jsonb('receiver').$type<Receiver>(),
  items: jsonb('items').$type<readonly BatchItem[]>().notNull(),
  createdBy: createdBy(),
  createdAt: writtenAt(),
});
