import { and, desc, eq, exists, getTableColumns, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { documentKey, type IdentityDocument } from '../../domain/access/identity-document.ts';
import { excluded, inWorld, isTaken } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, intents, people } from '../schema.ts';
import type { Vault } from '../vault.ts';

/** A stored person: all identifying data are encrypted. */
export type PersonRow = {
  readonly id: string;
  readonly world: string | null;
  readonly subject: string;
  readonly nameEnc: Buffer;
  readonly identityEnc: Buffer | null;
  readonly identityHash: string | null;
  readonly phoneEnc: Buffer | null;
  readonly mailEnc: Buffer | null;
  readonly language: 'zh' | 'en';
  readonly version: number;
};

const { createdAt: _, ...personColumns } = getTableColumns(people);
const personById = prepared(['id'], (orm, { id }) => orm.select(personColumns).from(people).where(eq(people.id, id)));

/** One person by id, or null. */
export async function findPerson(db: Db, id: string): Promise<PersonRow | null> {
  const [row] = await personById(db, { id });
  return row ?? null;
}

const newest = prepared([], (orm) =>
  orm.select({ name: people.nameEnc }).from(people).orderBy(desc(people.id)).limit(1),
);

/** The sealed name of whoever was written last, by which the keys can be tried; null where there is nobody. */
export async function newestName(db: Db): Promise<Buffer | null> {
  const [row] = await newest(db, {});
  return row?.name ?? null;
}

const openedOf = prepared(['person'], (orm, { person }) => {
  const open = orm
    .select({ one: sql`1` })
    .from(intents)
    .where(and(eq(intents.no, applications.no), isNull(intents.outcome)));
  return orm
    .select({ no: applications.no })
    .from(applications)
    .where(and(eq(applications.person, person), or(isNotNull(applications.planHash), exists(open))))
    .limit(1);
});

/** Whether this person has submitted an application or is about to; others then see the name on it. */
export async function hasOpened(db: Db, person: string): Promise<boolean> {
  return (await openedOf(db, { person })).length > 0;
}

/** The data written for a person; null if unknown. */
export type NewPerson = Omit<PersonRow, 'id' | 'version'>;

export type PersonWritten =
  | { readonly status: 'written'; readonly id: string; readonly version: number }
  | { readonly status: 'versionMoved' }
  | { readonly status: 'identityTaken' };

const upsertPerson = prepared(
  ['world', 'subject', 'nameEnc', 'identityEnc', 'identityHash', 'phoneEnc', 'mailEnc', 'language', 'expected'],
  (orm, { expected, ...person }) =>
    orm
      .insert(people)
      .values(person)
      .onConflictDoUpdate({
        target: people.subject,
        set: {
          nameEnc: excluded(people.nameEnc),
          identityEnc: excluded(people.identityEnc),
          identityHash: excluded(people.identityHash),
          phoneEnc: excluded(people.phoneEnc),
          mailEnc: excluded(people.mailEnc),
          language: excluded(people.language),
          version: sql`${people.version} + 1`,
        },
        setWhere: sql`${expected}::integer is null or ${people.version} = ${expected}::integer`,
      })
      .returning({ id: people.id, version: people.version }),
);

/** Writes the person of a subject, new or as the next version. `expected` is the version that the caller saw; null accepts any. */
export async function writePerson(db: Db, person: NewPerson, expected: number | null): Promise<PersonWritten> {
  try {
    const [row] = await upsertPerson(db, { ...person, expected });
    return row ? { status: 'written', ...row } : { status: 'versionMoved' };
  } catch (error) {
    if (isTaken(error, 'people_identity')) return { status: 'identityTaken' };
    throw error;
  }
}

const hashOf = prepared(['id'], (orm, { id }) =>
  orm.select({ hash: people.identityHash }).from(people).where(eq(people.id, id)),
);

/** The keyed hash of a person's identity number; null where the person or the number is not known. */
export async function identityHashOf(db: Db, id: string): Promise<string | null> {
  const [row] = await hashOf(db, { id });
  return row?.hash ?? null;
}

const byIdentity = prepared(['hash', 'world'], (orm, { hash, world }) =>
  orm
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.identityHash, hash), inWorld(people.world, world))),
);

/** Whose account has registered an identity document, by its keyed hash; null where nobody has. */
export async function personOfIdentity(db: Db, hash: string, world: string | null): Promise<string | null> {
  const [row] = await byIdentity(db, { hash, world });
  return row?.id ?? null;
}

/** The keyed hash of an identity document, which claims use for a person. It includes the clock world, so that people of different worlds never conflict. */
export function identityHash(vault: Vault, world: string | null, document: IdentityDocument): string {
  const key = documentKey(document);
  return vault.hash(world === null ? key : `${world}:${key}`);
}
