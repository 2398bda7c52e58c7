import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Db } from '../../../db/connection.ts';
import { migrate } from '../../../db/setup/migrate.ts';
import { freshDatabase } from '../../support/servers/database.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let db: Db;

beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'zhicheng-functions-'));
  db = connect(fresh.url, { poolSize: 1 });
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});

const sources = () => ({
  migrations: new URL('../../../db/migrations/', import.meta.url),
  functions: pathToFileURL(`${folder}/`),
});
const write = (name: string, body: string) =>
  writeFile(join(folder, name), `create or replace function ${name.slice(0, -4)}() returns integer language ${body};`);
const answer = async () => (await db.sql<{ n: number }[]>`select outer_one() as n`)[0]?.n;

describe('migrating a database', () => {
  it('does nothing where it is up to date, also when several processes start at once', async () => {
    expect(await Promise.all([migrate(fresh.url), migrate(fresh.url)])).toEqual([[], []]);
  });

  it('applies a function again when its text changes, and only then', async () => {
    await write('outer_one.sql', 'sql as $$ select unseen_inner() $$');
    await write('unseen_inner.sql', 'sql as $$ select 1 $$');
    expect(await migrate(fresh.url, sources())).toEqual(['outer_one.sql', 'unseen_inner.sql']);
    expect(await answer()).toBe(1);
    await write('unseen_inner.sql', 'sql as $$ select 2 $$');
    expect(await migrate(fresh.url, sources())).toEqual(['unseen_inner.sql']);
    expect(await answer()).toBe(2);
    expect(await migrate(fresh.url, sources())).toEqual([]);
  });

  it('refuses a database of a newer version, and leaves its functions as they are', async () => {
    await write('unseen_inner.sql', 'sql as $$ select 9 $$');
    await db.sql`insert into migrations (name) values ('9999_of-next-year.sql')`;
    await expect(migrate(fresh.url, sources())).rejects.toThrow(/newer version, which has 9999_of-next-year\.sql/);
    expect(await answer()).toBe(2);
    await db.sql`delete from migrations where name like '9999%'`;
    await write('unseen_inner.sql', 'sql as $$ select 2 $$');
  });

  it('changes nothing where one of them has an error in its body', async () => {
    const before = await readFile(join(folder, 'unseen_inner.sql'), 'utf8');
    await write('unseen_inner.sql', 'sql as $$ select 3 $$');
    await write('wrong.sql', 'sql as $$ select no_such_function() $$');
    await expect(migrate(fresh.url, sources())).rejects.toMatchObject({ code: '42883' });
    expect(await answer()).toBe(2);
    await writeFile(join(folder, 'unseen_inner.sql'), before);
  });
});
