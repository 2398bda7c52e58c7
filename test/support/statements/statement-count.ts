import type { Db } from '../../../db/connection.ts';

/** The statements that the connections of a process send to PostgreSQL while something runs, each as its text. */
export async function statementsDuring({ sql, short }: Db, run: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = [];
  const before = sql.options.debug;
  for (const { options } of [sql, short]) {
    options.debug = (_, query) => void sent.push(query.replaceAll(/\s+/g, ' ').trim());
  }
  try {
    await run();
  } finally {
    for (const { options } of [sql, short]) options.debug = before;
  }
  return sent;
}

/** Opens every connection of a process and lets the driver ask for what it asks once on each, the types of arrays. */
export async function warmUp({ sql, short }: Db): Promise<void> {
  const open = (pool: Db['sql']) => Array.from({ length: pool.options.max }, () => pool`select pg_sleep(0.05)`);
  await Promise.all([...open(sql), ...open(short)]);
}
