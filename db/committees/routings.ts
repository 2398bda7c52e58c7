import type { Destination, Level } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';

/** Whose applications a decision is about: those of a unit, in a specialty, at a level. */
export type RoutedCase = {
  readonly programme: string;
  readonly unit: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
};

/** What was decided: the committee, and who decides in the end. */
export type Assigned = { readonly committee: string; readonly destination: Destination };

/** A decision as it is kept; `decidedAt` is business time, epoch ms. */
export type StoredRouting = RoutedCase & Assigned & { readonly person: string; readonly decidedAt: number };

/** Keeps a decision of the title office; a later one about the same replaces it for drafts that begin after it. Gives its instant. */
export async function writeRouting(
  { sql }: Db,
  world: string | null,
  routing: Omit<StoredRouting, 'decidedAt'>,
): Promise<number> {
  const { programme, unit, series, specialty, level, committee, destination, person } = routing;
  const [row] = await sql<{ at: string }[]>`
    insert into routings (world, programme, unit, series, specialty, level, committee, destination, person, decided_at)
    values (${world}, ${programme}, ${unit}, ${series}, ${specialty}, ${level}, ${committee}, ${destination}, ${person}, world_now(${world}))
    on conflict (world, programme, unit, series, specialty, level) do update
      set committee = excluded.committee, destination = excluded.destination, person = excluded.person, decided_at = excluded.decided_at
    returning to_ms(decided_at) as at`;
  return Number(row?.at);
}

/** What was decided for a case, or null. */
export async function assignedTo({ sql }: Db, world: string | null, of: RoutedCase): Promise<Assigned | null> {
  const [row] = await sql<Assigned[]>`
    select committee, destination from routings
     where world is not distinct from ${world}::uuid and programme = ${of.programme} and unit = ${of.unit}
       and series = ${of.series} and specialty = ${of.specialty} and level = ${of.level}`;
  return row ?? null;
}

/** The place of a decision in their list: its instant (epoch ms), and whose it is. */
export type RoutingPlace = readonly [at: number, unit: string, series: string, specialty: string, level: string];

/** The decisions of a programme in a world, the latest first, those after a place; one more than `limit`, so that the end is seen. */
export async function listRoutings(
  { sql }: Db,
  { world, programme }: { readonly world: string | null; readonly programme: string },
  { after, limit }: { readonly after: RoutingPlace | null; readonly limit: number },
): Promise<StoredRouting[]> {
  const [at, unit, series, specialty, level] = after ?? [null, '', '', '', ''];
  const rows = await sql<(Omit<StoredRouting, 'decidedAt'> & { decidedAt: string })[]>`
    select programme, unit, series, specialty, level, committee, destination, person, to_ms(decided_at) as "decidedAt" from routings
     where world is not distinct from ${world}::uuid and programme = ${programme}
       and (${at}::bigint is null
            or (to_ms(decided_at), unit::text, series, specialty, level) < (${at}::bigint, ${unit}, ${series}, ${specialty}, ${level}))
     order by to_ms(decided_at) desc, unit::text desc, series desc, specialty desc, level desc limit ${limit + 1}`;
  return rows.map((row) => ({ ...row, decidedAt: Number(row.decidedAt) }));
}
