import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { applications } from './applications.ts';
import { bytea, instant } from './columns.ts';
import { people } from './people.ts';

/** Every file that its applicant deleted, append-only; the bytes are gone, the name stays sealed. `at` is business time. */
export const fileRemovals = pgTable(
  'file_removals',
  {
    n: bigint('n', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    no: text('no')
      .notNull()
      .references(() => applications.no),
    file: uuid('file').notNull().unique(),
    kind: text('kind').notNull(),
    nameEnc: bytea('name_enc').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    byPerson: uuid('by_person')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [index('file_removals_of_application').on(table.no, table.n)],
);
