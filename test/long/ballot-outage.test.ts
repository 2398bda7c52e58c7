import { afterAll, beforeAll, expect, it } from 'vitest';
import { meetingBegins } from '../commands/sessions/ballot-box.ts';
import { bigBox, countNow, expectCounted, expectUncounted } from '../commands/sessions/big-box.ts';
import { at } from '../support/backend.ts';
import { OwnBackend } from '../support/own-backend.ts';
import { type OwnServers, openOwnServers } from '../support/servers/own-servers.ts';
import { until } from '../support/until.ts';

let servers: OwnServers;
let backend: OwnBackend;
beforeAll(async () => {
  servers = await openOwnServers();
  backend = await OwnBackend.open(servers);
});
afterAll(async () => {
  await backend?.close();
  await servers?.close();
});

it('PostgreSQL killed while the votes are opened loses no vote and counts none twice', async () => {
  const box = await bigBox(await backend.world(at(meetingBegins)));
  const failed = countNow(box).then(
    () => 'counted',
    () => 'failed',
  );
  await until('the count to begin', async () => {
    const [found] = await box.db.sql`
      select 1 from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'ballots_sealed' and l.pid <> pg_backend_pid()`;
    return found !== undefined;
  });
  servers.kill('PostgreSQL');
  expect(await failed).toBe('failed');
  await until('PostgreSQL', async () => (await box.db.sql`select 1`).length === 1, 120_000);
  await expectUncounted(box);
  expect(await countNow(box)).toMatchObject({ action: 'recordCount' });
  await expectCounted(box);
});
