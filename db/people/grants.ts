import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import { transaction } from '../transaction.ts';

/** A role of whom the issuer of tokens calls `subject`, in real time. */
export type GrantOf = { readonly subject: string; readonly role: Role; readonly scope: string };

/** A grant as it is listed; `since` is an instant in real time, epoch ms. */
export type ListedGrant = GrantOf & { readonly nameEnc: Buffer; readonly since: number };

export type GrantGiven = 'given' | 'heldAlready' | 'unknownPerson' | 'personOfClockWorld';

/** Gives a role; makes the person where there is none with that subject and a sealed name is at hand. */
export async function giveGrant(
  db: Db,
  { subject, role, scope }: GrantOf,
  newcomerNameEnc: Buffer | null,
): Promise<GrantGiven> {
  return await transaction(db, async (tx): Promise<GrantGiven> => {
    if (newcomerNameEnc) {
      await tx`insert into people (subject, name_enc) values (${subject}, ${newcomerNameEnc}) on conflict (subject) do nothing`;
    }
    const [person] = await tx<{ id: string; world: string | null }[]>`
      select id, world from people where subject = ${subject}`;
    if (!person) return 'unknownPerson';
    if (person.world !== null) return 'personOfClockWorld';
    const { count } = await tx`
      insert into grants (person, role, scope) values (${person.id}, ${role}, ${scope}) on conflict do nothing`;
    return count === 1 ? 'given' : 'heldAlready';
  });
}

/** Takes a role away; false where it was not held. */
export async function revokeGrant({ sql }: Db, { subject, role, scope }: GrantOf): Promise<boolean> {
  const { count } = await sql`
    delete from grants using people p
     where grants.person = p.id and p.subject = ${subject} and p.world is null and grants.role = ${role} and grants.scope = ${scope}`;
  return count === 1;
}

/** Who holds which role in real time, by subject, role and scope; of one subject where it is given. */
export async function listGrants({ sql }: Db, subject: string | null): Promise<ListedGrant[]> {
  return await sql<ListedGrant[]>`
    select p.subject, g.role, g.scope, p.name_enc as "nameEnc", to_ms(g.created_at)::float8 as since
      from grants g join people p on p.id = g.person
     where p.world is null and (${subject}::text is null or p.subject = ${subject}::text)
     order by p.subject, g.role, g.scope`;
}
