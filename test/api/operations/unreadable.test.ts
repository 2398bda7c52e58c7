import { closeSync, openSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { attachmentView } from '../../../api/attachments/attachments-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { damagedPlace } from '../../../api/operations/unreadable.ts';
import { pdf } from '../../../ops/demo/steps/files.ts';
import { startApi } from '../../support/api.ts';
import { type ApiClient, TestService } from '../service.ts';

const check = z.object({ ok: z.boolean(), detail: z.string() });
const readiness = z.object({ degraded: z.boolean(), storage: check });

// Its own, because what cannot be read is shown for a day.
let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

async function sent(client: ApiClient, path: string): Promise<{ id: string }> {
  const form = new FormData();
  form.set('kind', 'evidence');
  form.set('file', pdf('a page'), 'a.pdf');
  return (await client.post(path, form)).as(attachmentView.omit({ createdAt: true }));
}

it('a file that cannot be opened any more is a 500 that says so, an alarm, and degraded in readyz', async () => {
  const world = await service.world('2024-07-01T09:00');
  const [client, no] = [await world.as('sun-hao'), await world.draft('sun-hao')];
  const path = `/v1/applications/${no}/attachments`;
  const { id } = await sent(client, path);
  const storage = async () => readiness.parse((await client.get('/readyz')).body).storage;
  expect(await storage()).toMatchObject({ ok: true });
  const { sql } = service.services.db;
  await sql`update attachments set body_enc = overlay(body_enc placing '\\x0000'::bytea from 40) where id = ${id}`;
  const answer = (await client.get(`${path}/${id}`)).as(problemSchema);
  expect([answer.status, answer.code]).toEqual([500, 'UNREADABLE']);
  expect(await storage()).toMatchObject({ ok: false, detail: expect.stringContaining('last day: 1') });
});

it('a page of the database that is damaged on disk is the same, and readyz knows it from PostgreSQL', async () => {
  const world = await service.world('2024-07-01T09:00');
  const [client, no] = [await world.as('sun-hao'), await world.draft('sun-hao')];
  const path = `/v1/applications/${no}/attachments`;
  const { id } = await sent(client, path);
  const { sql } = service.services.db;
  await sql`create extension pg_buffercache`;
  await sql`checkpoint`;
  const [file] = await sql<{ path: string }[]>`
    select current_setting('data_directory') || '/' || pg_relation_filepath('attachments') as path`;
  const pages = openSync(file?.path ?? '', 'r+');
  writeSync(pages, Buffer.from('damaged'), 0, 7, 8_000);
  closeSync(pages);
  await sql`select pg_buffercache_evict_relation('attachments')`;
  const answer = (await client.get(`${path}/${id}`)).as(problemSchema);
  expect([answer.status, answer.code]).toEqual([500, 'UNREADABLE']);
  const { degraded, storage } = readiness.parse((await client.get('/readyz')).body);
  expect([degraded, storage.ok]).toEqual([true, false]);
  expect(storage.detail).toContain('PostgreSQL found a damaged page');
});

it('a page that PostgreSQL cannot read is known by its error, also below another one', () => {
  const page = Object.assign(new Error('invalid page in block 5 of relation base/16384/16397'), { code: 'XX001' });
  expect(damagedPlace(new Error('Failed query', { cause: page }))).toBe(page.message);
  expect(damagedPlace(new Error('something else'))).toBeNull();
});

it('a full disk refuses what would be written, records nothing of it, and is degraded in readyz', async () => {
  const api = await startApi();
  const { sql } = api.services.db;
  const storage = async () => readiness.parse((await api.ask('GET', '/readyz')).body).storage;
  const make = () =>
    api.ask('POST', '/v1/units', { as: 'admin', json: { name: '某某设计院', employerClass: 'private' } });
  try {
    // What PostgreSQL says when it cannot extend a file.
    await sql`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`;
    await sql`create trigger full_disk before insert on units execute function full_disk()`;
    expect(await storage()).toMatchObject({ ok: true });
    const before = await sql`select * from units order by id`;
    const refused = await make();
    expect([refused.status, refused.body.code]).toEqual([503, 'UNAVAILABLE']);
    expect(await storage()).toMatchObject({ ok: false, detail: expect.stringContaining('disk of PostgreSQL is full') });
    expect(await sql`select * from units order by id`).toEqual(before);
    await sql`drop trigger full_disk on units`;
    expect((await make()).status).toBe(201);
  } finally {
    await api.close();
  }
});
