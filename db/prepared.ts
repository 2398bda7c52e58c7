import { DrizzleQueryError, type Placeholder, sql } from 'drizzle-orm';
import type { Db } from './connection.ts';

type Query<R> = { prepare(name: string): { execute(values: Record<string, unknown>): Promise<R> } };
type Run<R> = (values: Record<string, unknown>) => Promise<R>;

/**
 * A query that is built once for each pool and prepared once for each of its connections; building it at each call would take twice the time. `names` are
 * the names of its parameters. It throws the driver's errors, because drizzle's have the parameter values in their message.
 */
export function prepared<const K extends string, R>(
  names: readonly K[],
  build: (orm: Db['orm'], values: Readonly<Record<K, Placeholder>>) => Query<R>,
): (db: Pick<Db, 'orm'>, values: Readonly<Record<K, unknown>>) => Promise<R> {
  const built = new WeakMap<Db['orm'], Run<R>>();
  const values = Object.fromEntries<Placeholder>(names.map((name) => [name, sql.placeholder(name)])) as Record<
    K,
    Placeholder
  >;
  return async ({ orm }, given) => {
    let run = built.get(orm);
    if (!run) {
      const query = build(orm, values).prepare('named by the driver');
      run = (all) => query.execute(all);
      built.set(orm, run);
    }
    return run(given).catch(throwOfDriver);
  };
}

/** Runs a query that is made for its values alone, as one that inserts several rows; whoever asks it often prepares it. Errors are those of the driver. */
export const once = <R>(query: PromiseLike<R>): Promise<R> => Promise.resolve(query).catch(throwOfDriver);

function throwOfDriver(error: unknown): never {
  throw error instanceof DrizzleQueryError && error.cause ? error.cause : error;
}
