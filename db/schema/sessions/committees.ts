import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Level } from '../../../domain/programme/facts.ts';
import { bytea, id, writtenAt } from '../columns.ts';
import { people, units } from '../people.ts';
import { programmes, worlds } from '../programmes.ts';

const byPerson = () =>
  uuid('by_person')
    .notNull()
    .references(() => people.id);
const ofProgramme = () =>
  text('programme')
    .notNull()
    .references(() => programmes.id);
const inWorld = () => uuid('world').references(() => worlds.id);

/** The filing (核准备案) by which a committee exists: its number, its size, and how long it lasts; the newest counts (Order 40, articles 8 and 9). */
export const committeeFilings = pgTable(
  'committee_filings',
  {
    id: id(),
    world: inWorld(),
    programme: ofProgramme(),
    committee: text('committee').notNull(),
    number: text('number').notNull(),
    formedBy: text('formed_by').$type<'series' | 'specialty'>().notNull(),
    levels: text('levels').array().$type<Level[]>().notNull(),
    members: integer('members').notNull(),
    filedOn: date('filed_on').notNull(),
    filedUntil: date('filed_until').notNull(),
    byPerson: byPerson(),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [
    check('committee_filings_formed_by', sql`${table.formedBy} in ('series', 'specialty')`),
    index('committee_filings_of_committee').on(table.programme, table.committee, table.world, table.filedOn),
  ],
);

/** An expert of a committee for one term. The name is sealed; `person` is the account by which the expert logs in. */
export const experts = pgTable(
  'experts',
  {
    id: id(),
    world: inWorld(),
    programme: ofProgramme(),
    committee: text('committee').notNull(),
    person: uuid('person').references(() => people.id),
    nameEnc: bytea('name_enc').notNull(),
    /** Keyed hash of the normal form of name and unit, so that a row is not imported twice. */
    nameHash: text('name_hash').notNull(),
    title: text('title').notNull(),
    level: text('level').$type<Level>().notNull(),
    specialty: text('specialty').notNull(),
    unit: uuid('unit').references(() => units.id),
    unitName: text('unit_name').notNull(),
    origin: text('origin').notNull(),
    chair: text('chair').$type<'chair' | 'viceChair'>(),
    termFrom: date('term_from').notNull(),
    termUntil: date('term_until').notNull(),
    /** The day from which the expert serves no more, before the term is over. */
    endedOn: date('ended_on'),
    byPerson: byPerson(),
    writtenAt: writtenAt('written_at'),
  },
  (table) => [
    check('experts_chair', sql`${table.chair} in ('chair', 'viceChair')`),
    index('experts_of_committee').on(table.programme, table.committee, table.world),
    index('experts_of_person').on(table.person),
  ],
);
