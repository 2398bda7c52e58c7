import type { Db } from '../connection.ts';
import type { Vault } from '../vault.ts';

/** A person as kept: everything that says who it is lies encrypted. */
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

/** One person by id, or null. */
export async function findPerson({ sql }: Db, id: string): Promise<PersonRow | null> {
  const [row] = await sql<PersonRow[]>`
    select id, world, subject, identity_hash as "identityHash", name_enc as "nameEnc", identity_enc as "identityEnc", phone_enc as "phoneEnc", mail_enc as "mailEnc", language, version
      from people where id = ${id}`;
  return row ?? null;
}

/** Whether an application of this person was opened, or is about to be: others act on it under the name. */
export async function hasOpened({ sql }: Db, person: string): Promise<boolean> {
  const rows = await sql`
    select 1 from applications a where a.person = ${person}
       and (a.plan_hash is not null or exists (select 1 from intents i where i.no = a.no and i.outcome is null)) limit 1`;
  return rows.length > 0;
}

/** What is written of a person; null where it is not known. */
export type NewPerson = {
  readonly world: string | null;
  readonly subject: string;
  readonly nameEnc: Buffer;
  readonly identityEnc: Buffer | null;
  readonly identityHash: string | null;
  readonly phoneEnc: Buffer | null;
  readonly mailEnc: Buffer | null;
  readonly language: 'zh' | 'en';
};

export type PersonWritten =
  | { readonly status: 'written'; readonly id: string; readonly version: number }
  | { readonly status: 'versionMoved' }
  | { readonly status: 'identityTaken' };

/** Writes the person of a subject, new or as a next version; `expected` is the version the caller saw, null for whatever stands. */
export async function writePerson({ sql }: Db, person: NewPerson, expected: number | null): Promise<PersonWritten> {
  const { world, subject, nameEnc, identityEnc, identityHash, phoneEnc, mailEnc, language } = person;
  try {
    const [row] = await sql<{ id: string; version: number }[]>`
      insert into people (world, subject, name_enc, identity_enc, identity_hash, phone_enc, mail_enc, language)
      values (${world}, ${subject}, ${nameEnc}, ${identityEnc}, ${identityHash}, ${phoneEnc}, ${mailEnc}, ${language})
      on conflict (subject) do update
         set name_enc = excluded.name_enc, identity_enc = excluded.identity_enc, identity_hash = excluded.identity_hash,
             phone_enc = excluded.phone_enc, mail_enc = excluded.mail_enc, language = excluded.language, version = people.version + 1
       where ${expected}::integer is null or people.version = ${expected}::integer
      returning id, version`;
    return row ? { status: 'written', ...row } : { status: 'versionMoved' };
  } catch (error) {
    if (isTaken(error, 'people_identity')) return { status: 'identityTaken' };
    throw error;
  }
}

function isTaken(error: unknown, constraint: string): boolean {
  const { code, constraint_name: name } = (error ?? {}) as { code?: unknown; constraint_name?: unknown };
  return code === '23505' && name === constraint;
}

/** The keyed hash of an identity number: the person's key for claims. Clock worlds have their own, so that they never meet. */
export const identityHash = (vault: Vault, world: string | null, number: string): string =>
  vault.hash(world === null ? number : `${world}:${number}`);
