import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Grant } from '../../domain/access/access.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { grantEvents, grants, people } from '../schema.ts';
import { type Transaction, transaction } from '../transaction.ts';

/** A role, in real time, of the person whom the issuer of tokens calls `subject`. */
export type GrantOf = { readonly subject: string; readonly role: Role; readonly scope: string };

/** A grant in a list; `since` is real time, epoch ms. */
export type ListedGrant = GrantOf & { readonly nameEnc: Buffer; readonly since: number };

export type GrantGiven = 'given' | 'heldAlready' | 'unknownPerson' | 'personOfClockWorld';

const insertPerson = prepared(['subject', 'nameEnc'], (orm, person) =>
  orm.insert(people).values(person).onConflictDoNothing({ target: people.subject }),
);
const personOf = prepared(['subject'], (orm, { subject }) =>
  orm.select({ id: people.id, world: people.world }).from(people).where(eq(people.subject, subject)),
);
/** A grant that is given or taken away, and by whom; null for an operator on the server. */
export type GrantChange = {
  readonly person: string;
  readonly role: Role;
  readonly scope: string;
  readonly by: string | null;
};

const insertGrant = prepared(['person', 'role', 'scope'], (orm, grant) =>
  orm.insert(grants).values(grant).onConflictDoNothing(),
);
const deleteGrant = prepared(['person', 'role', 'scope'], (orm, { person, role, scope }) =>
  orm.delete(grants).where(and(eq(grants.person, person), eq(grants.role, role), eq(grants.scope, scope))),
);
const insertEvent = prepared(['kind', 'person', 'role', 'scope', 'byPerson'], (orm, event) =>
  orm.insert(grantEvents).values(event),
);

/** Gives a role and writes down who gave it; false if the person has it already. */
export async function writeGrant(tx: Transaction, { by, ...grant }: GrantChange): Promise<boolean> {
  const { count } = await insertGrant(tx, grant);
  if (count === 1) await insertEvent(tx, { ...grant, kind: 'given', byPerson: by });
  return count === 1;
}

/** Takes a role away and writes down who took it; false if the person does not have it. */
export async function removeGrant(tx: Transaction, { by, ...grant }: GrantChange): Promise<boolean> {
  const { count } = await deleteGrant(tx, grant);
  if (count === 1) await insertEvent(tx, { ...grant, kind: 'taken', byPerson: by });
  return count === 1;
}

/** Grants a role. If no person has this subject and a sealed name is given, the person is created. */
export async function giveGrant(
  db: Db,
  { subject, role, scope }: GrantOf,
  newcomerNameEnc: Buffer | null,
): Promise<GrantGiven> {
  return await transaction(db, async (_, tx): Promise<GrantGiven> => {
    if (newcomerNameEnc) await insertPerson(tx, { subject, nameEnc: newcomerNameEnc });
    const [person] = await personOf(tx, { subject });
    if (!person) return 'unknownPerson';
    if (person.world !== null) return 'personOfClockWorld';
    return (await writeGrant(tx, { person: person.id, role, scope, by: null })) ? 'given' : 'heldAlready';
  });
}

/** Revokes a role; false if the person did not have it. */
export async function revokeGrant(db: Db, { subject, role, scope }: GrantOf): Promise<boolean> {
  return await transaction(db, async (_, tx) => {
    const [person] = await personOf(tx, { subject });
    if (!person || person.world !== null) return false;
    return await removeGrant(tx, { person: person.id, role, scope, by: null });
  });
}

const ofPeople = prepared(['ids'], (orm, { ids }) =>
  orm
    .select({ person: grants.person, role: grants.role, scope: grants.scope })
    .from(grants)
    .where(oneOf(grants.person, ids)),
);

/** Every grant of these people. */
export function grantsOf(db: Db, ids: readonly string[]): Promise<(Grant & { readonly person: string })[]> {
  return ofPeople(db, { ids });
}

const inRealTime = prepared(['subject'], (orm, { subject }) =>
  orm
    .select({
      subject: people.subject,
      role: grants.role,
      scope: grants.scope,
      nameEnc: people.nameEnc,
      since: grants.createdAt,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.person))
    .where(and(isNull(people.world), sql`(${subject}::text is null or ${people.subject} = ${subject})`))
    .orderBy(asc(people.subject), asc(grants.role), asc(grants.scope)),
);

/** The grants in real time, ordered by subject, role and scope; only those of one subject if it is given. */
export function listGrants(db: Db, subject: string | null): Promise<ListedGrant[]> {
  return inRealTime(db, { subject });
}
