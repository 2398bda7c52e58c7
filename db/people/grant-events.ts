import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Role } from '../../domain/programme/facts.ts';
import { inWorld } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { grantEvents, people, placeEvents } from '../schema.ts';
import type { Place } from './units.ts';

/** One change of a grant; `by` is null for an operator on the server, `at` is real time, epoch ms. */
export type GrantEvent = {
  readonly n: number;
  readonly kind: 'given' | 'taken';
  readonly person: string;
  readonly role: Role;
  readonly scope: string;
  readonly by: string | null;
  readonly at: number;
};

const page = prepared(['world', 'person', 'scope', 'before', 'limit'], (orm, { world, person, scope, before, limit }) =>
  orm
    .select({
      n: grantEvents.n,
      kind: grantEvents.kind,
      person: grantEvents.person,
      role: grantEvents.role,
      scope: grantEvents.scope,
      by: grantEvents.byPerson,
      at: grantEvents.at,
    })
    .from(grantEvents)
    .innerJoin(people, eq(people.id, grantEvents.person))
    .where(
      and(
        inWorld(people.world, world),
        sql`(${person}::uuid is null or ${grantEvents.person} = ${person}::uuid)`,
        sql`(${scope}::text is null or ${grantEvents.scope} = ${scope}::text)`,
        sql`(${before}::bigint is null or ${grantEvents.n} < ${before}::bigint)`,
      ),
    )
    .orderBy(desc(grantEvents.n))
    .limit(limit),
);

/** The changes of grants in a world, last first. */
export function grantEventsOf(
  db: Db,
  wanted: {
    readonly world: string | null;
    readonly person: string | null;
    readonly scope: string | null;
    readonly before: number | null;
    readonly limit: number;
  },
): Promise<GrantEvent[]> {
  return page(db, wanted);
}

const ofUnit = prepared(['unit'], (orm, { unit }) =>
  orm
    .select({ was: placeEvents.was, became: placeEvents.became, by: placeEvents.byPerson, at: placeEvents.at })
    .from(placeEvents)
    .where(eq(placeEvents.unit, unit))
    .orderBy(asc(placeEvents.n)),
);

/** The changes of where a unit belongs, first to last. */
export function placeEventsOf(db: Db, unit: string): Promise<{ was: Place; became: Place; by: string; at: number }[]> {
  return ofUnit(db, { unit });
}
