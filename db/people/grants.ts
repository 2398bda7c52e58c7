import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { grants, people } from '../schema.ts';
import { transaction } from '../transaction.ts';

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
const insertGrant = prepared(['person', 'role', 'scope'], (orm, grant) =>
  orm.insert(grants).values(grant).onConflictDoNothing(),
);

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
    const { count } = await insertGrant(tx, { person: person.id, role, scope });
    return count === 1 ? 'given' : 'heldAlready';
  });
}

const deleteGrant = prepared(['subject', 'role', 'scope'], (orm, { subject, role, scope }) => {
  const holder = orm
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.subject, subject), isNull(people.world)));
  return orm.delete(grants).where(and(inArray(grants.person, holder), eq(grants.role, role), eq(grants.scope, scope)));
});

/** Revokes a role; false if the person did not have it. */
export async function revokeGrant(db: Db, grant: GrantOf): Promise<boolean> {
  const { count } = await deleteGrant(db, grant);
  return count === 1;
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
