import { expect, inject, it } from 'vitest';
import { connect, type Db } from '../../db/connection.ts';

const slice = 10_000;
const slices = 5;
const soak = 1_000_000;
const atATime = 16;

/** CPU of this process for each of so many small queries, µs. */
async function cpuPerQuery({ sql }: Db, queries: number): Promise<number> {
  const before = process.cpuUsage();
  let left = queries;
  const ask = async () => {
    while (left-- > 0) await sql`select ${left}::integer as n`;
  };
  await Promise.all(Array.from({ length: atATime }, ask));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / queries;
}

/** The smallest of several measurements, because other load on the machine only adds time. */
async function bestSlice(db: Db): Promise<number> {
  const each: number[] = [];
  for (let n = 0; n < slices; n++) each.push(await cpuPerQuery(db, slice));
  return Math.min(...each);
}

it('costs no more CPU for a query after a million queries than for the first', { timeout: 10 * 60_000 }, async () => {
  const url = inject('databaseUrl');
  // Another pool warms the code up, so that the one measured starts with empty queues and compiled code.
  const warmUp = connect(url);
  await cpuPerQuery(warmUp, 10 * slice);
  await warmUp.close();
  const db = connect(url);
  try {
    const first = await bestSlice(db);
    await cpuPerQuery(db, soak);
    const last = await bestSlice(db);
    console.log(
      `CPU a query: ${first.toFixed(1)} µs at first, ${last.toFixed(1)} µs after ${soak}: ${(last / first).toFixed(2)}`,
    );
    expect(last / first).toBeLessThanOrEqual(1.2);
  } finally {
    await db.close();
  }
});
