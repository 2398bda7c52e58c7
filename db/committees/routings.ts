import { and, desc, eq, sql } from 'drizzle-orm';
import type { Destination, Level } from '../../domain/programme/facts.ts';
import { inWorld } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { routingEvents, routings } from '../schema.ts';

/** The applications that a decision is about: those of a unit, in a specialty, at a level. */
export type RoutedCase = {
  readonly programme: string;
  readonly unit: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
};

/** What was decided: the committee, and the destination. */
export type Assigned = { readonly committee: string; readonly destination: Destination };

/** A stored decision; `decidedAt` is business time, epoch ms. */
export type StoredRouting = RoutedCase & Assigned & { readonly person: string; readonly decidedAt: number };

/** Stores a decision of the title office and returns its instant. A later decision about the same applications replaces it for drafts that begin after it. */
export async function writeRouting(
  { sql: query }: Db,
  world: string | null,
  routing: Omit<StoredRouting, 'decidedAt'>,
): Promise<number> {
  const [row] = await query<{ at: string }[]>`
    select write_routing(${world}, ${JSON.stringify(routing)}::text::jsonb) as at`;
  return Number(row?.at);
}

const routingOf = prepared(
  ['world', 'programme', 'unit', 'series', 'specialty', 'level'],
  (orm, { world, programme, unit, series, specialty, level }) =>
    orm
      .select({ committee: routings.committee, destination: routings.destination })
      .from(routings)
      .where(
        and(
          inWorld(routings.world, world),
          eq(routings.programme, programme),
          eq(routings.unit, unit),
          eq(routings.series, series),
          eq(routings.specialty, specialty),
          eq(routings.level, level),
        ),
      ),
);

/** What was decided for a case, or null. */
export async function assignedTo(db: Db, world: string | null, of: RoutedCase): Promise<Assigned | null> {
  const [row] = await routingOf(db, { ...of, world });
  return row ?? null;
}

/** The position of a decision in the list: its instant (epoch ms), and the applications it is about. */
export type RoutingPlace = readonly [at: number, unit: string, series: string, specialty: string, level: string];

const place = sql`(to_ms(${routings.decidedAt}), ${routings.unit}, ${routings.series}, ${routings.specialty}, ${routings.level})`;
const pageOfRoutings = prepared(
  ['world', 'programme', 'at', 'unit', 'series', 'specialty', 'level', 'limit'],
  (orm, { world, programme, at, unit, series, specialty, level, limit }) =>
    orm
      .select({
        programme: routings.programme,
        unit: routings.unit,
        series: routings.series,
        specialty: routings.specialty,
        level: routings.level,
        committee: routings.committee,
        destination: routings.destination,
        person: routings.person,
        decidedAt: routings.decidedAt,
      })
      .from(routings)
      .where(
        and(
          inWorld(routings.world, world),
          eq(routings.programme, programme),
          sql`(${at}::bigint is null or ${place} < (${at}::bigint, ${unit}::uuid, ${series}::text, ${specialty}::text, ${level}::text))`,
        ),
      )
      .orderBy(sql`${place} desc`)
      .limit(limit),
);

/** The decisions of a programme in a world after a position, the latest first; one more than `limit`, so that the caller knows whether more follow. */
export function listRoutings(
  db: Db,
  of: { readonly world: string | null; readonly programme: string },
  { after, limit }: { readonly after: RoutingPlace | null; readonly limit: number },
): Promise<StoredRouting[]> {
  const [at, unit, series, specialty, level] = after ?? [null, null, '', '', ''];
  return pageOfRoutings(db, { ...of, at, unit, series, specialty, level, limit: limit + 1 });
}

const lastEvents = prepared(['world', 'programme', 'limit'], (orm, { world, programme, limit }) =>
  orm
    .select({
      programme: routingEvents.programme,
      unit: routingEvents.unit,
      series: routingEvents.series,
      specialty: routingEvents.specialty,
      level: routingEvents.level,
      committee: routingEvents.committee,
      destination: routingEvents.destination,
      person: routingEvents.person,
      decidedAt: routingEvents.decidedAt,
    })
    .from(routingEvents)
    .where(and(inWorld(routingEvents.world, world), eq(routingEvents.programme, programme)))
    .orderBy(desc(routingEvents.n))
    .limit(limit),
);

/** Every decision of a programme in a world, also those that a later one replaced, the latest first. */
export function routingEventsOf(
  db: Db,
  of: { readonly world: string | null; readonly programme: string; readonly limit: number },
): Promise<StoredRouting[]> {
  return lastEvents(db, of);
}
