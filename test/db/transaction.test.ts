import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { connect, type Db } from '../../db/connection.ts';
import { transaction } from '../../db/transaction.ts';
import { freshDatabase } from '../support/servers/database.ts';
import { openAll } from '../support/statements/statement-count.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let db: Db;
let watcher: Db;

const poolSize = 5;

beforeAll(async () => {
  database = await freshDatabase();
  watcher = connect(database.url, { poolSize: 1 });
  await watcher.sql`create table notes (id integer primary key)`;
});

afterAll(async () => {
  await watcher.close();
  await database.drop();
});

beforeEach(async () => {
  await watcher.sql`delete from notes`;
  db = connect(database.url, { poolSize, applicationName: 'pool under test' });
  await openAll(db.sql);
});

afterEach(() => db.close());

const notes = async () => (await watcher.sql<{ id: number }[]>`select id from notes order by id`).map(({ id }) => id);

/** How many connections of the pool are in which state, once none is at work. */
async function poolStates(): Promise<Record<string, number>> {
  while (true) {
    const rows = await watcher.sql<{ state: string; count: number }[]>`
      select state, count(*)::integer as count from pg_stat_activity where application_name = 'pool under test' group by state`;
    if (rows.every(({ state }) => state !== 'active')) {
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    }
  }
}

type Opens = (db: Db, id: number) => Promise<unknown>;
const waysToOpen: readonly (readonly [string, Opens])[] = [
  ['our transaction', (pool, id) => transaction(pool, (tx) => tx`insert into notes values (${id})`)],
  ['the driver’s begin', (pool, id) => pool.sql.begin((tx) => tx`insert into notes values (${id})`)],
];

it.each(waysToOpen)('%s loses no connection behind hundreds of queued queries', async (_, open) => {
  // Without the pipeline setting, BEGIN fills a pipeline of 100 on one of five connections at one of these numbers.
  const depths = [499, 500, 501, 502, 503, 504, 505];
  for (const queued of depths) {
    // Sent before the transaction opens, not first when they are awaited.
    const queries = Array.from({ length: queued }, () => db.sql`select 1`.execute());
    await Promise.resolve();
    await Promise.all([...queries, open(db, queued)]);
  }
  expect(await notes()).toEqual(depths);
  expect(await poolStates()).toEqual({ idle: poolSize });
});

it('rolls back and gives the connection back when the work fails', async () => {
  const failing = transaction(db, async (tx) => {
    await tx`insert into notes values (1)`;
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await notes()).toEqual([]);
  expect(await poolStates()).toEqual({ idle: poolSize });
});

it('does not pass for done when the work hid a failed statement', async () => {
  const hiding = transaction(db, async (tx) => {
    await tx`insert into notes values (1)`;
    await tx`insert into notes values (1)`.catch(() => undefined);
  });
  await expect(hiding).rejects.toThrow('failed unnoticed');
  expect(await notes()).toEqual([]);
});

it('sends nothing outside a transaction whose connection was killed, and the pool goes on', async () => {
  const orphaned = transaction(db, async (tx) => {
    await tx`insert into notes values (1)`;
    const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await watcher.sql`select pg_terminate_backend(${backend?.pid ?? 0}, 5000)`;
    // The others of the pool answer, so the end of the killed one has been heard as well.
    for (let round = 0; round < 20; round++) await db.sql`select 1`;
    await tx`insert into notes values (2)`;
  });
  await expect(orphaned).rejects.toMatchObject({
    code: expect.stringMatching(/^(CONNECTION_CLOSED|57P01|ECONNRESET)$/),
  });
  expect(await notes()).toEqual([]);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => db.sql`select ${n}::integer as n`));
  expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
});
