import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant, writtenAt } from './columns.ts';
import { people, units } from './people.ts';
import { programmes, worlds } from './programmes.ts';

const byPerson = () =>
  uuid('person')
    .notNull()
    .references(() => people.id);

/**
 * What happened in the year of a committee: its notice, its meetings, its results (LYG-3.3, LYG-5.2). The last row has the year as it is now; `seq`
 * keeps two people from writing the same step.
 */
export const committeeEvents = pgTable(
  'committee_events',
  {
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    committee: text('committee').notNull(),
    world: uuid('world').references(() => worlds.id),
    seq: integer('seq').notNull(),
    name: text('name').notNull(),
    at: instant('at').notNull(),
    person: byPerson(),
    role: text('role').notNull(),
    data: jsonb('data').notNull(),
    /** Why, where that must be recorded; sealed. */
    reasonEnc: bytea('reason_enc'),
    year: jsonb('year').notNull(),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [
    unique('committee_events_numbered').on(table.programme, table.committee, table.world, table.seq).nullsNotDistinct(),
  ],
);

/** Which committee takes the people of a unit in a specialty that the programme's data do not route: decided by the title office. */
export const routings = pgTable(
  'routings',
  {
    world: uuid('world').references(() => worlds.id),
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    unit: uuid('unit')
      .notNull()
      .references(() => units.id),
    series: text('series').notNull(),
    specialty: text('specialty').notNull(),
    level: text('level').notNull(),
    committee: text('committee').notNull(),
    destination: text('destination').$type<'here' | 'province'>().notNull(),
    person: byPerson(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    check('routings_destination', sql`${table.destination} in ('here', 'province')`),
    unique('routings_once')
      .on(table.world, table.programme, table.unit, table.series, table.specialty, table.level)
      .nullsNotDistinct(),
  ],
);
