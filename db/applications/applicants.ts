import { eq } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { people } from '../schema.ts';

const hashOf = prepared(['person'], (orm, { person }) =>
  orm.select({ hash: people.identityHash }).from(people).where(eq(people.id, person)),
);

/** The keyed hash of a person's identity number; null where the person or the number is not known. */
export async function identityHashOf(db: Db, person: string): Promise<string | null> {
  const [row] = await hashOf(db, { person });
  return row?.hash ?? null;
}
