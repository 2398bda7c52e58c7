import type { EmployerClass, Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import { transaction } from '../transaction.ts';

/** What decides the way of the applications of a unit: its kind, where it is registered, who supervises it (DL-1.2-c, DL-1.2-d, LYG-4.0-b). */
export type Employer = {
  readonly employerClass: EmployerClass;
  readonly territory?: string | null;
  readonly supervisor?: string | null;
  readonly agencyClient?: boolean;
};

/** A unit of a clock world, or of real time. */
export type UnitRow = Employer & { readonly id: string; readonly name: string };

const employerColumns = (sql: Db['sql']) =>
  sql`employer_class as "employerClass", territory, supervisor, agency_client as "agencyClient"`;

/** Makes a unit; the same id again changes nothing. */
export async function createUnit({ sql }: Db, unit: UnitRow & { readonly world: string | null }): Promise<void> {
  await sql`
    insert into units (id, world, name, employer_class, territory, supervisor, agency_client)
    values (${unit.id}, ${unit.world}, ${unit.name}, ${unit.employerClass}, ${unit.territory ?? null}, ${unit.supervisor ?? null}, ${unit.agencyClient ?? false})
    on conflict (id) do nothing`;
}

/** Where a unit belongs: all of it, so that what is left out is none. */
export type Place = Required<Pick<Employer, 'territory' | 'supervisor' | 'agencyClient'>>;

/** Sets where a unit of a world belongs; null where there is no such unit. Drafts begun before keep their way. */
export async function movePlace(
  { sql }: Db,
  unit: { readonly id: string; readonly world: string | null },
  { territory, supervisor, agencyClient }: Place,
): Promise<UnitRow | null> {
  const [row] = await sql<UnitRow[]>`
    update units set territory = ${territory}, supervisor = ${supervisor}, agency_client = ${agencyClient}
     where id = ${unit.id} and world is not distinct from ${unit.world}::uuid
    returning id, name, ${employerColumns(sql)}`;
  return row ?? null;
}

/** Units of a world after a cursor, in order of their ids. */
export async function listUnits(
  { sql }: Db,
  world: string | null,
  page: { readonly after: string | null; readonly limit: number; readonly only: readonly string[] | null },
): Promise<UnitRow[]> {
  return await sql<UnitRow[]>`
    select id, name, ${employerColumns(sql)} from units
     where world is not distinct from ${world}::uuid and (${page.after}::uuid is null or id > ${page.after}::uuid)
       and (${page.only === null} or id = any (${page.only ?? []}::uuid[]))
     order by id limit ${page.limit}`;
}

/** One unit of a world, or null. */
export async function findUnit({ sql }: Db, id: string, world: string | null): Promise<UnitRow | null> {
  const [row] = await sql<UnitRow[]>`
    select id, name, ${employerColumns(sql)} from units where id = ${id} and world is not distinct from ${world}::uuid`;
  return row ?? null;
}

/** What a unit is as an employer, or null where there is no such unit in this world. */
export async function employerOf({ sql }: Db, unit: string, world: string | null): Promise<Employer | null> {
  const [row] = await sql<Employer[]>`
    select ${employerColumns(sql)} from units where id = ${unit} and world is not distinct from ${world}::uuid`;
  return row ?? null;
}

/** Someone who acts for a unit. */
export type Member = { readonly person: string; readonly role: Role };

/** Who acts for a unit, in order of person and role; names are encrypted. */
export async function membersOf({ sql }: Db, unit: string): Promise<(Member & { readonly nameEnc: Buffer })[]> {
  return await sql<(Member & { readonly nameEnc: Buffer })[]>`
    select g.person, g.role, p.name_enc as "nameEnc" from grants g join people p on p.id = g.person
     where g.scope = ${`unit:${unit}`} order by g.person, g.role`;
}

export type MembersWritten =
  | { readonly status: 'written' | 'versionMoved' }
  | { readonly status: 'unknownPerson'; readonly person: string };

/** The members that shall be; `versionOf` the present ones must be `expected` where that is given. */
export type NewMembers = {
  readonly members: readonly Member[];
  readonly expected: number | undefined;
  readonly versionOf: (present: readonly Member[]) => number;
};

/** Replaces who acts for a unit, in one transaction; all must live in the unit's world. */
export async function replaceMembers(
  db: Db,
  unit: { readonly id: string; readonly world: string | null },
  { members, expected, versionOf }: NewMembers,
): Promise<MembersWritten> {
  const scope = `unit:${unit.id}`;
  const people = members.map(({ person }) => person);
  return await transaction(db, async (tx): Promise<MembersWritten> => {
    await tx`select 1 from units where id = ${unit.id} for update`;
    const present = await tx<Member[]>`select person, role from grants where scope = ${scope} order by person, role`;
    if (expected !== undefined && versionOf([...present]) !== expected) return { status: 'versionMoved' };
    const found = await tx<{ id: string }[]>`
      select id from people where id = any (${people}::uuid[]) and world is not distinct from ${unit.world}::uuid`;
    const unknown = people.find((person) => !found.some(({ id }) => id === person.toLowerCase()));
    if (unknown) return { status: 'unknownPerson', person: unknown };
    await tx`delete from grants where scope = ${scope}`;
    await tx`
      insert into grants (person, role, scope)
      select m.person, m.role, ${scope} from unnest(${people}::uuid[], ${members.map((m) => m.role)}::text[]) as m (person, role)
      on conflict do nothing`;
    return { status: 'written' };
  });
}
