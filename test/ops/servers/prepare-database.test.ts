import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvError, readEnv } from '../../../config/env/env.ts';
import { programmes } from '../../../config/programmes.ts';
import { connect } from '../../../db/connection.ts';
import { urlOfRole } from '../../../db/setup/application-role.ts';
import { prepareDatabase } from '../../../ops/servers/prepare-database.ts';
import { silentReport } from '../../../ops/servers/report.ts';
import { freshDatabase } from '../../support/servers/database.ts';

const secret = () => randomBytes(32).toString('base64');

describe('a database that is prepared', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let settings: Record<string, string>;

  beforeAll(async () => {
    database = await freshDatabase();
    settings = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      DATA_KEYS: `k1:${secret()}`,
      IDENTITY_KEY: secret(),
      OIDC_ISSUER: 'https://identity.example.org',
      OIDC_AUDIENCE: 'zhicheng',
    };
  });
  afterAll(() => database.drop());

  const prepare = (more: Readonly<Record<string, string>>) =>
    prepareDatabase(silentReport, readEnv({ ...settings, ...more }));
  const count = async () => {
    const db = connect(database.url, { poolSize: 1 });
    const [row] = await db.sql<{ people: number; programmes: number }[]>`
      select (select count(*)::int from people) as people, (select count(*)::int from programmes) as programmes`;
    await db.close();
    return row;
  };

  it('for production has the programmes and nobody, however often', async () => {
    await prepare({ NODE_ENV: 'production' });
    await prepare({ NODE_ENV: 'production' });
    expect(await count()).toEqual({ people: 0, programmes: programmes.size });
  });

  it('is prepared by its owner for the role that the service connects as, which needs no right to do it', async () => {
    const role = `app_${randomBytes(4).toString('hex')}`;
    const url = urlOfRole(database.url, role, secret());
    await expect(prepare({ DATABASE_URL: url })).rejects.toThrow(/^DATABASE_URL: .*password authentication failed/);
    await prepare({ DATABASE_URL: url, DATABASE_OWNER_URL: database.url });
    const [app, owner] = [connect(url, { poolSize: 1 }), connect(database.url, { poolSize: 1 })];
    expect(await app.sql`select count(*)::int as n from programmes`).toEqual([{ n: programmes.size }]);
    await expect(app.sql`delete from events`).rejects.toMatchObject({ code: '42501' });
    await app.close();
    await owner.sql.unsafe(`drop owned by ${role}`);
    await owner.sql.unsafe(`drop role ${role}`);
    await owner.close();
  });

  it('is refused with other keys than it was sealed with, and says what to do', async () => {
    await prepare({ NODE_ENV: 'development', DEMO: '1' });
    const db = connect(database.url, { poolSize: 1 });
    // Migrating would record every function again.
    await db.sql`delete from functions`;
    const refused = prepare({ NODE_ENV: 'development', DATA_KEYS: `k1:${secret()}` });
    await expect(refused).rejects.toThrow(/^DATA_KEYS: do not open what this database holds/);
    expect(await db.sql`select count(*)::int as n from functions`).toEqual([{ n: 0 }]);
    await db.close();
    await prepare({ NODE_ENV: 'development', DATA_KEYS: `k2:${secret()},${settings.DATA_KEYS}` });
  });

  it('is refused to production once it was a demonstration, and says what to do', async () => {
    await prepare({ NODE_ENV: 'development', DEMO: '1' });
    const refused = prepare({ NODE_ENV: 'production' });
    await expect(refused).rejects.toThrow(EnvError);
    await expect(refused).rejects.toThrow(/^NODE_ENV: .* give production a database of its own/);
    await prepare({ NODE_ENV: 'development' });
  });
});
