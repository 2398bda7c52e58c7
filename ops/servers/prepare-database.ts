import { type Env, EnvError } from '../../config/env/env.ts';
import { demoPeopleInProduction } from '../../config/env/production.ts';
import { connect, isUnavailable } from '../../db/connection.ts';
import { newestName } from '../../db/people/people.ts';
import { prepareApplicationRole } from '../../db/setup/application-role.ts';
import { migrate } from '../../db/setup/migrate.ts';
import { seed } from '../../db/setup/seed.ts';
import { createVault, type Vault } from '../../db/vault.ts';
import { hasDemoPeople } from '../../db/worlds/demo-worlds.ts';
import type { Report } from './report.ts';
import { blaming } from './unreachable.ts';

/**
 * Migrates the application's database, grants the service's role its rights and writes the seeds, as the owner if one is configured; safe at every start.
 * Throws `EnvError` if production is configured on a database with demonstration data.
 */
export async function prepareDatabase(report: Report, env: Env): Promise<void> {
  const owner = env.databaseOwnerUrl ?? env.databaseUrl;
  const variable = env.databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
  await blaming(variable, notLetIn, () => refuseForeignKeys(owner, env));
  await report.step('migrations', async (note) => {
    const applied = await blaming(variable, notLetIn, () => migrate(owner));
    note(applied.length === 0 ? 'none new' : `${applied.length} applied`);
    await prepareApplicationRole(owner, env.databaseUrl);
  });
  if (env.production) await refuseDemoPeople(owner);
  await report.step('seed data', () => seed(owner, env));
}

/** The database is unreachable, the name or password is wrong (28…), or it does not exist (3D000). */
const notLetIn = (error: { code?: unknown }) => isUnavailable(error) || /^(28|3D000)/.test(String(error.code));

/**
 * Sealed by other keys, everything that names a person would be an error at each request. It is said before anything of the database is changed: neither
 * migrated nor sealed beside.
 */
async function refuseForeignKeys(databaseUrl: string, { dataKeys, identityKey }: Env): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 1, applicationName: 'zhicheng-prepare' });
  try {
    const name = await newestName(db).catch((error: { readonly code?: unknown }) => {
      if (error.code === NO_TABLE) return null;
      throw error;
    });
    if (!name || opens(createVault(dataKeys, identityKey), name)) return;
    const message = 'do not open what this database holds; give it the keys it was made with, or another database';
    throw new EnvError([{ variable: 'DATA_KEYS', message }]);
  } finally {
    await db.close();
  }
}

/** A database that was never migrated has no table yet. */
const NO_TABLE = '42P01';

function opens(vault: Vault, name: Buffer): boolean {
  try {
    vault.open(name, 'person.name');
    return true;
  } catch {
    return false;
  }
}

async function refuseDemoPeople(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 1, applicationName: 'zhicheng-prepare' });
  try {
    if (await hasDemoPeople(db)) throw demoPeopleInProduction();
  } finally {
    await db.close();
  }
}
