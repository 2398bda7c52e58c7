import type { Db } from '../../db/connection.ts';

/** The statements that a pool sends to PostgreSQL while something runs, each as its text. */
export async function statementsDuring({ sql }: Db, run: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = [];
  const before = sql.options.debug;
  sql.options.debug = (_, query) => void sent.push(query.replaceAll(/\s+/g, ' ').trim());
  try {
    await run();
  } finally {
    sql.options.debug = before;
  }
  return sent;
}

/** Opens every connection of a pool and lets the driver ask for what it asks once on each, the types of arrays. */
export async function warmUp({ sql }: Db): Promise<void> {
  await Promise.all(Array.from({ length: sql.options.max }, () => sql`select pg_sleep(0.05)`));
}
