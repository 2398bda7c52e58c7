import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { IntegrityRecord, IntegrityState } from '../../domain/integrity/case.ts';
import { applications } from './applications.ts';
import { instant, writtenAt } from './columns.ts';
import { people } from './people.ts';

const byPerson = () =>
  uuid('person')
    .notNull()
    .references(() => people.id);

/**
 * A case of integrity (model.md 5.6): what an office found out about the truth of an application, decided by a workflow of its own. The row is there
 * before the workflow is asked (`seq` 0).
 */
export const integrityCases = pgTable(
  'integrity_cases',
  {
    no: text('no')
      .notNull()
      .references(() => applications.no),
    n: integer('n').notNull(),
    /** The intent that opened it: repeating the request finds the same case. */
    opening: uuid('opening').notNull().unique(),
    seq: integer('seq').notNull().default(0),
    state: jsonb('state').$type<IntegrityState>(),
    createdAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.no, table.n] })],
);

/** A step of a case, appended once. */
export const integrityEvents = pgTable(
  'integrity_events',
  {
    no: text('no').notNull(),
    n: integer('n').notNull(),
    seq: integer('seq').notNull(),
    intent: uuid('intent').notNull().unique(),
    name: text('name').notNull(),
    at: instant('at').notNull(),
    person: byPerson(),
    role: text('role').notNull(),
    data: jsonb('data').notNull(),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [
    primaryKey({ columns: [table.no, table.n, table.seq] }),
    foreignKey({ columns: [table.no, table.n], foreignColumns: [integrityCases.no, integrityCases.n] }),
  ],
);

/** What is kept about a person in the archive of dishonesty; a certified title stays, and a fact is added to it. */
export const integrityRecords = pgTable(
  'integrity_records',
  {
    no: text('no').notNull(),
    n: integer('n').notNull(),
    person: byPerson(),
    body: jsonb('body').$type<IntegrityRecord>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.no, table.n] }),
    foreignKey({ columns: [table.no, table.n], foreignColumns: [integrityCases.no, integrityCases.n] }),
    index('integrity_records_of_person').on(table.person),
  ],
);
