import { and, asc, eq, sql } from 'drizzle-orm';
import { normalName } from '../../domain/normal-form.ts';
import type { EmployerClass, Role } from '../../domain/programme/facts.ts';
import { inWorld, isTaken, oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { grants, people, placeEvents, units } from '../schema.ts';
import { transaction } from '../transaction.ts';
import { removeGrant, writeGrant } from './grants.ts';

/** The data of a unit that decide where its applications go: its kind, where it is registered, who supervises it (DL-1.2-c, DL-1.2-d, LYG-4.0-b). */
export type Employer = {
  readonly employerClass: EmployerClass;
  readonly territory?: string | null;
  readonly supervisor?: string | null;
  readonly agencyClient?: boolean;
};

/** A unit of a clock world, or of real time. */
export type UnitRow = Employer & { readonly id: string; readonly name: string };

const unitColumns = {
  id: units.id,
  name: units.name,
  employerClass: units.employerClass,
  territory: units.territory,
  supervisor: units.supervisor,
  agencyClient: units.agencyClient,
};

const insertUnit = prepared(
  ['id', 'world', 'name', 'nameKey', 'employerClass', 'territory', 'supervisor', 'agencyClient'],
  (orm, unit) => orm.insert(units).values(unit).onConflictDoNothing({ target: units.id }),
);

/** The name of a unit as it is compared with the others of its world. */
export const unitNameKey = (world: string | null, name: string): string => `${world ?? 'real'}:${normalName(name)}`;

/** Creates a unit; the same id again changes nothing. Another unit of the same name, however it is spelled, keeps it. */
export async function createUnit(
  db: Db,
  unit: UnitRow & { readonly world: string | null },
): Promise<'made' | 'nameTaken'> {
  const { territory = null, supervisor = null, agencyClient = false } = unit;
  const nameKey = unitNameKey(unit.world, unit.name);
  try {
    await insertUnit(db, { ...unit, nameKey, territory, supervisor, agencyClient });
    return 'made';
  } catch (error) {
    if (isTaken(error, 'units_name_key_unique')) return 'nameTaken';
    throw error;
  }
}

/** Where a unit belongs, as a whole: a value that is left out is removed. */
export type Place = Required<Pick<Employer, 'territory' | 'supervisor' | 'agencyClient'>>;

const updatePlace = prepared(
  ['id', 'world', 'territory', 'supervisor', 'agencyClient'],
  (orm, { id, world, territory, supervisor, agencyClient }) =>
    orm
      .update(units)
      .set({ territory: sql`${territory}`, supervisor: sql`${supervisor}`, agencyClient: sql`${agencyClient}` })
      .where(and(eq(units.id, id), inWorld(units.world, world)))
      .returning(unitColumns),
);

const lockUnit = prepared(['id'], (orm, { id }) =>
  orm.select({ id: units.id }).from(units).where(eq(units.id, id)).for('update'),
);
const insertPlaceEvent = prepared(['unit', 'was', 'became', 'byPerson'], (orm, event) =>
  orm.insert(placeEvents).values(event),
);

/** Sets where a unit belongs, and writes down who changed what; null if there is no such unit in the world. Drafts that began earlier keep their offices. */
export async function movePlace(
  db: Db,
  unit: { readonly id: string; readonly world: string | null },
  { place, by }: { readonly place: Place; readonly by: string },
): Promise<UnitRow | null> {
  return await transaction(db, async (_, tx) => {
    await lockUnit(tx, { id: unit.id });
    const [before] = await unitOfWorld(tx, unit);
    if (!before) return null;
    const [row] = await updatePlace(tx, { ...unit, ...place });
    const [was, became] = [placeOf(before), placeOf({ ...before, ...place })];
    if (JSON.stringify(was) !== JSON.stringify(became))
      await insertPlaceEvent(tx, { unit: unit.id, was, became, byPerson: by });
    return row ?? null;
  });
}

const placeOf = ({ territory = null, supervisor = null, agencyClient = false }: UnitRow): Place => ({
  territory,
  supervisor,
  agencyClient,
});

const pageOfUnits = prepared(
  ['world', 'after', 'only', 'named', 'limit'],
  (orm, { world, after, only, named, limit }) =>
    orm
      .select(unitColumns)
      .from(units)
      .where(
        and(
          inWorld(units.world, world),
          sql`(${after}::uuid is null or ${units.id} > ${after}::uuid)`,
          sql`(${only}::uuid[] is null or ${oneOf(units.id, only)})`,
          sql`(${named}::text is null or position(lower(${named}) in lower(${units.name})) > 0)`,
        ),
      )
      .orderBy(asc(units.id))
      .limit(limit),
);

/** Units of a world after a cursor, in order of their ids: only those of a list, or with a part of their name, where these are given. */
export function listUnits(
  db: Db,
  world: string | null,
  page: {
    readonly after: string | null;
    readonly limit: number;
    readonly only: readonly string[] | null;
    readonly named: string | null;
  },
): Promise<UnitRow[]> {
  return pageOfUnits(db, { world, ...page });
}

const unitOfWorld = prepared(['id', 'world'], (orm, { id, world }) =>
  orm
    .select(unitColumns)
    .from(units)
    .where(and(eq(units.id, id), inWorld(units.world, world))),
);

/** One unit of a world, or null. */
export async function findUnit(db: Db, id: string, world: string | null): Promise<UnitRow | null> {
  const [row] = await unitOfWorld(db, { id, world });
  return row ?? null;
}

/** The employer data of a unit; null if there is no such unit in this world. */
export async function employerOf(db: Db, unit: string, world: string | null): Promise<Employer | null> {
  const [row] = await unitOfWorld(db, { id: unit, world });
  if (!row) return null;
  const { id: _id, name: _name, ...employer } = row;
  return employer;
}

/** Someone who acts for a unit. */
export type Member = { readonly person: string; readonly role: Role };

const namedMembers = prepared(['scope'], (orm, { scope }) =>
  orm
    .select({ person: grants.person, role: grants.role, nameEnc: people.nameEnc })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.person))
    .where(eq(grants.scope, scope))
    .orderBy(asc(grants.person), asc(grants.role)),
);

/** Who acts for a unit, in order of person and role; names are encrypted. */
export function membersOf(db: Db, unit: string): Promise<(Member & { readonly nameEnc: Buffer })[]> {
  return namedMembers(db, { scope: `unit:${unit}` });
}

export type MembersWritten =
  | { readonly status: 'written' | 'versionMoved' }
  | { readonly status: 'unknownPerson'; readonly person: string }
  | { readonly status: 'toOneself'; readonly role: Role };

/** The new members. If `expected` is given, it must be the `versionOf` the present ones. */
export type NewMembers = {
  readonly members: readonly Member[];
  /** The person who says so, and who gets no role by it. */
  readonly by: string;
  readonly expected: number | undefined;
  readonly versionOf: (present: readonly Member[]) => number;
};

const peopleOfWorld = prepared(['ids', 'world'], (orm, { ids, world }) =>
  orm
    .select({ id: people.id })
    .from(people)
    .where(and(oneOf(people.id, ids), inWorld(people.world, world))),
);

/** Replaces the people who act for a unit, in one transaction that also writes down every role given and taken; all must belong to the unit's world. */
export async function replaceMembers(
  db: Db,
  unit: { readonly id: string; readonly world: string | null },
  { members, by, expected, versionOf }: NewMembers,
): Promise<MembersWritten> {
  const scope = `unit:${unit.id}`;
  const ids = members.map(({ person }) => person);
  return await transaction(db, async (_, tx): Promise<MembersWritten> => {
    await lockUnit(tx, { id: unit.id });
    const present = await namedMembers(tx, { scope });
    if (expected !== undefined && versionOf(present) !== expected) return { status: 'versionMoved' };
    const has = (all: readonly Member[], { person, role }: Member) =>
      all.some((each) => each.person.toLowerCase() === person.toLowerCase() && each.role === role);
    const own = members.find((each) => each.person.toLowerCase() === by && !has(present, each));
    if (own) return { status: 'toOneself', role: own.role };
    const found = await peopleOfWorld(tx, { ids, world: unit.world });
    const unknown = ids.find((person) => !found.some(({ id }) => id === person.toLowerCase()));
    if (unknown) return { status: 'unknownPerson', person: unknown };
    for (const each of present.filter((one) => !has(members, one)))
      await removeGrant(tx, { person: each.person, role: each.role, scope, by });
    for (const each of members.filter((one) => !has(present, one)))
      await writeGrant(tx, { person: each.person, role: each.role, scope, by });
    return { status: 'written' };
  });
}
