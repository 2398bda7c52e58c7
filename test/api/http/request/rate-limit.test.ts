import { afterAll, beforeAll, expect, it } from 'vitest';
import { networkOf, pointsOf, rateLimit } from '../../../../api/http/request/rate-limit.ts';
import { connect, type Db } from '../../../../db/connection.ts';
import { forgetRateLimits } from '../../../../db/intents/housekeeping.ts';
import { freshDatabase } from '../../../support/servers/database.ts';
import { until } from '../../../support/until.ts';

let drop: () => Promise<void>;
let pools: readonly Db[];
beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  pools = [connect(database.url, { poolSize: 2 }), connect(database.url, { poolSize: 2 })];
});
afterAll(async () => {
  await Promise.all(pools.map((db) => db.close()));
  await drop();
});

const limitsOf = (name: string, withinSeconds = 3_600) =>
  pools.map((db) => rateLimit(db, { name, atMost: 3, withinSeconds }));
const statusOf = (counted: Promise<void>) =>
  counted.then(
    () => 200,
    (error: { status: number }) => error.status,
  );

it('counts the attempts of a subject in all processes, and of each subject separately', async () => {
  const [here, there] = limitsOf('shared');
  if (!here || !there) throw new Error('there are two processes');
  const tries = [await statusOf(here('a')), await statusOf(there('a')), await statusOf(here('a'))];
  expect(tries).toEqual([200, 200, 200]);
  expect([await statusOf(there('a')), await statusOf(here('a')), await statusOf(there('a'))]).toEqual([429, 429, 429]);
  expect(await statusOf(there('b'))).toBe(200);
});

it('lets no more through where all try at once', async () => {
  const statuses = await Promise.all(
    limitsOf('at once').flatMap((count) => Array.from({ length: 10 }, () => statusOf(count('a')))),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(3);
});

it('counts anew when the time is over, and the housekeeping deletes what is over', async () => {
  const [here, there] = limitsOf('again', 1);
  const [db] = pools;
  if (!here || !there || !db) throw new Error('there are two processes');
  for (const count of [here, there, here]) await count('a');
  expect(await statusOf(there('a'))).toBe(429);
  await until('the end of the time', async () => (await statusOf(there('a'))) === 200);
  await db.sql`update rate_limits set expire = clock_timestamp() - interval '1 second' where key like 'again:%'`;
  await forgetRateLimits(db);
  expect(await db.sql`select key from rate_limits where key like 'again:%'`).toHaveLength(0);
  expect(await db.sql`select key from rate_limits where key like 'shared:%'`).toHaveLength(2);
});

it('counts a large body as many, and an IPv6 network as one address', () => {
  expect([0, 300, 1024, 1025, 65_536].map(pointsOf)).toEqual([1, 1, 1, 2, 64]);
  expect(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8:1:2:3:4:5:6', '2001:db8::1', '::1'].map(networkOf)).toEqual([
    ...['192.0.2.7', '192.0.2.7', '2001:db8:1:2', '2001:db8:0:0', '0:0:0:0'],
  ]);
});

it('counts an address as the same with any port behind it and however it is written, and all that is none as one', () => {
  const same = (...written: string[]) => new Set(written.map(networkOf));
  expect(same('192.0.2.7', '192.0.2.7:40001', '192.0.2.7:40002', '::ffff:c000:207')).toEqual(new Set(['192.0.2.7']));
  expect(same('2001:DB8:1:2::1', '[2001:db8:0001:2::9]:443', '2001:db8:1:2::1%eth0')).toEqual(
    new Set(['2001:db8:1:2']),
  );
  expect(same('', 'unknown', '_hidden1', 'unix:', '192.0.2.7.1')).toEqual(new Set(['']));
});
