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
  await Promise.all([openAll(sql), openAll(short)]);
}

/** Opens every connection of a pool: each is held until all are there. */
export async function openAll(pool: Db['sql']): Promise<void> {
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.reserve()));
  for (const connection of held) {
    await connection`select 1`;
    connection.release();
  }
}
