import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Destination, Level } from '../../domain/programme/facts.ts';
import { instant } from './columns.ts';
import { people, units } from './people.ts';
import { programmes, worlds } from './programmes.ts';

const byPerson = () =>
  uuid('person')
    .notNull()
    .references(() => people.id);

/** The columns of a decision which committee reviews the people of a unit: who decided it for which of them, and when. */
const decision = () => ({
  world: uuid('world').references(() => worlds.id),
  programme: text('programme')
    .notNull()
    .references(() => programmes.id),
  unit: uuid('unit')
    .notNull()
    .references(() => units.id),
  series: text('series').notNull(),
  specialty: text('specialty').notNull(),
  level: text('level').$type<Level>().notNull(),
  committee: text('committee').notNull(),
  destination: text('destination').$type<Destination>().notNull(),
  person: byPerson(),
  decidedAt: instant('decided_at').notNull(),
});

/** The title office's decision which committee reviews the people of a unit in a specialty that the programme does not route. */
export const routings = pgTable(
  'routings',
  {
    ...decision(),
  },
  (table) => [
    check('routings_destination', sql`${table.destination} in ('here', 'province')`),
    unique('routings_once')
      .on(table.world, table.programme, table.unit, table.series, table.specialty, table.level)
      .nullsNotDistinct(),
  ],
);

/** Every such decision, append-only: `routings` holds only the one that counts. */
export const routingEvents = pgTable(
  'routing_events',
  {
    n: bigint('n', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ...decision(),
  },
  (table) => [index('routing_events_of_programme').on(table.programme, table.world, table.n)],
);
