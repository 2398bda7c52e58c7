import type { EmployerClass } from '../domain/facts.ts';
import type { Db } from './connection.ts';

/** The keyed hash of a person's identity number; null where the person or the number is not known. */
export async function identityHashOf({ sql }: Db, person: string): Promise<string | null> {
  const [row] = await sql<{ hash: string | null }[]>`select identity_hash as hash from people where id = ${person}`;
  return row?.hash ?? null;
}

/** The employer class of a unit of a world, or null where there is no such unit. */
export async function employerClassOf({ sql }: Db, unit: string, world: string | null): Promise<EmployerClass | null> {
  const [row] = await sql<{ class: EmployerClass }[]>`
    select employer_class as class from units where id = ${unit} and world is not distinct from ${world}::uuid`;
  return row?.class ?? null;
}
