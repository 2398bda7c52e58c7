import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { IntegrityRecord } from '../../domain/integrity/case.ts';
import { people } from './people.ts';

/** The records about people in the integrity archive, by application and case; the application stays certified, and the revocation is added to it. */
export const integrityRecords = pgTable(
  'integrity_records',
  {
    no: text('no').notNull(),
    n: integer('n').notNull(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    body: jsonb('body').$type<IntegrityRecord>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.no, table.n] }), index('integrity_records_of_person').on(table.person)],
);
