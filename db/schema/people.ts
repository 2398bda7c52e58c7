import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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

/** An employer; `name_key` is its name in the one normal form with its world, so that no unit stands there twice. Where it is registered, who supervises it and whether the personnel agency acts for it decide where its applications go (DL-1.2-c, DL-1.2-d, LYG-4.0-b). */
export const units = pgTable('units', {
  id: id(),
  world: uuid('world').references(() => worlds.id),
  name: text('name').notNull(),
  nameKey: text('name_key').unique(),
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

/** Every grant given and taken, append-only; `by_person` is null where an operator did it on the server, or the demonstration began with it. */
export const grantEvents = pgTable(
  'grant_events',
  {
    n: bigint('n', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').$type<'given' | 'taken'>().notNull(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    scope: text('scope').notNull(),
    byPerson: uuid('by_person').references(() => people.id),
    at: writtenAt('at'),
  },
  (table) => [
    check('grant_events_kind', sql`${table.kind} in ('given', 'taken')`),
    index('grant_events_of_person').on(table.person, table.n),
    index('grant_events_of_scope').on(table.scope, table.n),
  ],
);

/** Where a unit belongs, as JSON: the territory, the supervising office, and whether the personnel agency acts for it. */
type PlaceJson = {
  readonly territory: string | null;
  readonly supervisor: string | null;
  readonly agencyClient: boolean;
};

/** Every change of where a unit belongs, append-only. */
export const placeEvents = pgTable(
  'place_events',
  {
    n: bigint('n', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    unit: uuid('unit')
      .notNull()
      .references(() => units.id),
    was: jsonb('was').$type<PlaceJson>().notNull(),
    became: jsonb('became').$type<PlaceJson>().notNull(),
    byPerson: uuid('by_person')
      .notNull()
      .references(() => people.id),
    at: writtenAt('at'),
  },
  (table) => [index('place_events_of_unit').on(table.unit, table.n)],
);

/** Identity numbers that an administrator took from an account, with a reason, so that the right person can register them; append-only. */
export const identityReleases = pgTable(
  'identity_releases',
  {
    id: uuid('id').primaryKey(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    byPerson: uuid('by_person')
      .notNull()
      .references(() => people.id),
    identityEnc: bytea('identity_enc').notNull(),
    reasonEnc: bytea('reason_enc').notNull(),
    at: writtenAt('at'),
  },
  (table) => [index('identity_releases_of_person').on(table.person, table.at)],
);
