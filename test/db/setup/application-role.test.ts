import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect, type Db } from '../../../db/connection.ts';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { leaseIntents, takeClaims } from '../../../db/intents/queue.ts';
import { recordIntent, recordLapse } from '../../../db/intents/recording.ts';
import { prepareApplicationRole, urlOfRole } from '../../../db/setup/application-role.ts';
import { acceptance, claimOf, deadlineAt, IntentStore, intentOf, refused } from '../intents/intent-store.ts';

const role = `app "${randomBytes(4).toString('hex')}"`;
const start = Date.parse('2024-07-10T09:00+08:00');
let store: IntentStore;
let owner: string;
let url: string;
let app: Db;

beforeAll(async () => {
  store = await IntentStore.open();
  const [database] = await store.db.sql<{ name: string }[]>`select current_database() as name`;
  const base = new URL(inject('databaseUrl'));
  base.pathname = `/${database?.name}`;
  owner = base.href;
  url = urlOfRole(owner, role, `it's/a:password`);
  await prepareApplicationRole(owner, url);
  app = connect(url, { poolSize: 4 });
});
afterAll(async () => {
  await app.close();
  const name = `"${role.replaceAll('"', '""')}"`;
  await store.db.sql.unsafe(`drop owned by ${name}`);
  await store.db.sql.unsafe(`drop role ${name}`);
  await store.close();
});

/** An application with an event, a text, a deadline and a claim, all written as the role of the service. */
async function written() {
  const no = await store.draft(await store.world(start));
  const text = { id: randomUUID(), body: '00', hash: 'x' };
  const recorded = await recordIntent(app, intentOf(no, { text, freeze: true, claims: [claimOf(no, randomUUID())] }));
  if (recorded.status !== 'recorded') return expect.unreachable();
  const outcome = acceptance(recorded.intent.id, { deadlines: [deadlineAt(start + 3_600_000)] });
  expect(await recordOutcome(app, outcome)).toMatchObject({ status: 'written' });
  return { no, text: text.id };
}

describe('the role that the service connects as', () => {
  it('can go the whole way of a command', async () => {
    const { no } = await written();
    expect(await recordLapse(app, no)).toMatchObject({ status: 'wait' });
    const again = await recordIntent(app, intentOf(no, { claims: [claimOf(no, randomUUID())], tryAfterMs: 0 }));
    if (again.status !== 'recorded') return expect.unreachable();
    expect(await leaseIntents(app, 8)).toEqual([no]);
    expect(await takeClaims(app, again.intent.id)).toEqual({ state: 'held' });
    expect(await recordOutcome(app, refused(again.intent.id))).toMatchObject({ status: 'written' });
    const withdrawn = await recordIntent(app, intentOf(no, { action: 'withdraw' }));
    if (withdrawn.status !== 'recorded') return expect.unreachable();
    const ended = acceptance(withdrawn.intent.id, { before: 1, claimsEnded: ['applicationOfYear'] });
    expect(await recordOutcome(app, ended)).toMatchObject({ status: 'written' });
  });

  it.each([
    ['change an event', `update events set name = 'other'`],
    ['delete an event', 'delete from events'],
    ['empty the events', 'truncate events'],
    ['change an integrity record', `update integrity_records set body = '{}'`],
    ['delete a thing of another kind', 'delete from entities'],
    ['change a text', `update texts set hash = 'other'`],
    ['delete a text', 'delete from texts'],
    ['delete an intent', 'delete from intents'],
    ['delete an application', 'delete from applications'],
    ['put another version of a programme in force', 'update programmes set version = 2'],
    ['change a programme', `update programme_versions set body = '{}'`],
    ['publish a timeline', `insert into timelines (programme, version, body) values ('test-programme', 9, '{}')`],
    ['forget a migration', 'delete from migrations'],
    ['hide a function that changed', `update functions set checksum = ''`],
    ['switch off the keys of a table', 'alter table events disable trigger all'],
    ['make a table', 'create table mine ()'],
    [
      'replace a function',
      'create or replace function world_now(world_id uuid) returns timestamptz language sql as $$ select now() $$',
    ],
    ['make itself more', 'create role other superuser'],
  ])('cannot %s', async (_what, statement) => {
    await written();
    await expect(app.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is prepared again at each start, with a password that was changed, while it is at work', async () => {
    const before = await store.db.sql`select count(*)::int as n from events`;
    const changed = urlOfRole(owner, role, 'another');
    await Promise.all([prepareApplicationRole(owner, changed), prepareApplicationRole(owner, changed), written()]);
    const again = connect(changed, { poolSize: 1 });
    expect((await again.sql`select count(*)::int as n from events`)[0]?.n).toBe((before[0]?.n ?? 0) + 1);
    await again.close();
  });

  it('is not made where the owner is the service itself', async () => {
    const roles = () => store.db.sql`select rolname, rolsuper, rolcanlogin from pg_roles order by rolname`;
    const before = await roles();
    await prepareApplicationRole(owner, owner);
    expect(await roles()).toEqual(before);
  });
});
