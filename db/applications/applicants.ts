import type { Db } from '../connection.ts';

/** The keyed hash of a person's identity number; null where the person or the number is not known. */
export async function identityHashOf({ sql }: Db, person: string): Promise<string | null> {
  const [row] = await sql<{ hash: string | null }[]>`select identity_hash as hash from people where id = ${person}`;
  return row?.hash ?? null;
}
