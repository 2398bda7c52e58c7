import { sql } from 'drizzle-orm';
import { date, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { applications } from '../applications.ts';
import { entities } from '../entities.ts';

/**
 * A certificate that a committee's office issued. Its public code is random, so that nobody finds a certificate who was not shown it; its management number stands in
 * the event that issued it. A revocation adds its day, and deletes nothing.
 */
export const certificates = pgTable(
  'certificates',
  {
    code: text('code').primaryKey().default(sql`replace(gen_random_uuid()::text, '-', '')`),
    no: text('no')
      .notNull()
      .references(() => applications.no),
    /** The event of the application that issued it. */
    seq: integer('seq').notNull(),
    issuedOn: date('issued_on').notNull(),
    /** Set where the session that gave the title was declared void. */
    revokedOn: date('revoked_on'),
  },
  (table) => [unique('certificates_of_event').on(table.no, table.seq)],
);

/** The place of an application in the sequence of certificates of its session; kept when the certificate is not issued after all. */
export const certificatePlaces = pgTable(
  'certificate_places',
  {
    session: text('session')
      .notNull()
      .references(() => entities.no),
    application: text('application')
      .notNull()
      .references(() => applications.no),
    n: integer('n').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.application] }),
    unique('certificate_places_once').on(table.session, table.n),
  ],
);
