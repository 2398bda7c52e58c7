import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm';

/** Whether a row belongs to a world, or to real time if the world is null. */
export const inWorld = (column: Column, world: Placeholder): SQL => sql`${column} is not distinct from ${world}::uuid`;

/** Whether a column has one of the values of a list. */
export const oneOf = (column: Column, list: Placeholder): SQL =>
  sql`${column} = any(${list}::${sql.raw(column.getSQLType())}[])`;

/** The time of a world, or real time if the world is null. */
export const worldNow = (world: Placeholder): SQL<number> => sql<number>`world_now(${world}::uuid)`;

/** The value that an insert would have written, for its `on conflict do update`. */
export const excluded = (column: Column): SQL => sql`excluded.${sql.identifier(column.name)}`;

/** Whether a statement failed because this unique constraint holds the value already. */
export function isTaken(error: unknown, constraint: string): boolean {
  const { code, constraint_name: name } = (error ?? {}) as { code?: unknown; constraint_name?: unknown };
  return code === '23505' && name === constraint;
}
