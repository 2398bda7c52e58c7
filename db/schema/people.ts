import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { EmployerClass, Role } from '../../domain/programme/facts.ts';
import { bytea, id, instant, writtenAt } from './columns.ts';
import { worlds } from './programmes.ts';

/** The only table with names; name, identity number, telephone and mail address are encrypted. One identity is one person of a world (`people_identity`). */
export const people = pgTable(
  'people',
  {
    id: id(),
    world: uuid('world').references(() => worlds.id),
    subject: text('subject').notNull().unique(),
    nameEnc: bytea('name_enc').notNull(),
    identityEnc: bytea('identity_enc'),
    identityHash: text('identity_hash'),
    phoneEnc: bytea('phone_enc'),
    mailEnc: bytea('mail_enc'),
    language: text('language').$type<'zh' | 'en'>().notNull().default('zh'),
    version: integer('version').notNull().default(1),
    createdAt: writtenAt(),
  },
  (table) => [check('people_language', sql`${table.language} in ('zh', 'en')`)],
);

/** An employer. Where it is registered, who supervises it and whether the personnel agency acts for it decide where its applications go (DL-1.2-c, DL-1.2-d, LYG-4.0-b). */
export const units = pgTable('units', {
  id: id(),
  world: uuid('world').references(() => worlds.id),
  name: text('name').notNull(),
  employerClass: text('employer_class').$type<EmployerClass>().notNull(),
  territory: text('territory'),
  supervisor: text('supervisor'),
  agencyClient: boolean('agency_client').notNull().default(false),
  createdAt: writtenAt(),
});

/** What a person may be: a role with a scope, `unit:<id>` or `office:<id>`. */
export const grants = pgTable(
  'grants',
  {
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    scope: text('scope').notNull(),
    createdAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.role, table.scope] }),
    index('grants_by_scope').on(table.scope, table.role),
  ],
);

/** Corrections of the name of a person who has submitted: made only by an administrator, with a reason; the old name stays readable. */
export const nameCorrections = pgTable(
  'name_corrections',
  {
    id: uuid('id').primaryKey(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    byPerson: uuid('by_person')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    wasEnc: bytea('was_enc').notNull(),
    becameEnc: bytea('became_enc').notNull(),
    reasonEnc: bytea('reason_enc').notNull(),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [index('name_corrections_of_person').on(table.person, table.at)],
);
