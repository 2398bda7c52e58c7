import type { Env } from '../../config/env/env.ts';
import { demoPeopleInProduction } from '../../config/env/production.ts';
import { connect, isUnavailable } from '../../db/connection.ts';
import { prepareApplicationRole } from '../../db/setup/application-role.ts';
import { migrate } from '../../db/setup/migrate.ts';
import { seed } from '../../db/setup/seed.ts';
import { hasDemoPeople } from '../../db/worlds/demo-worlds.ts';
import type { Report } from '../start/report.ts';
import { blaming } from './unreachable.ts';

/**
 * Brings the application's database to the newest migration, lets the service's role at it and puts the seeds in, all under the owner where one is
 * named; safe to do at every start. Throws `EnvError` where production is
 * asked for on a database that was a demonstration's.
 */
export async function prepareDatabase(report: Report, env: Env): Promise<void> {
  const owner = env.databaseOwnerUrl ?? env.databaseUrl;
  const variable = env.databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
  await report.step('migrations', async (note) => {
    const applied = await blaming(variable, notLetIn, () => migrate(owner));
    note(applied.length === 0 ? 'none new' : `${applied.length} applied`);
    await prepareApplicationRole(owner, env.databaseUrl);
  });
  if (env.production) await refuseDemoPeople(owner);
  await report.step('seed data', () => seed(owner, env));
}

/** Away, a wrong name or password (28…), or no such database (3D000). */
const notLetIn = (error: { code?: unknown }) => isUnavailable(error) || /^(28|3D000)/.test(String(error.code));

async function refuseDemoPeople(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 1, applicationName: 'zhicheng-prepare' });
  try {
    if (await hasDemoPeople(db)) throw demoPeopleInProduction();
  } finally {
    await db.close();
  }
}
