import { existsSync } from 'node:fs';
import type { Env } from '../config/env.ts';
import { migrate } from '../db/migrate.ts';
import type { Report } from './report.ts';

type Seeding = { readonly seed: (databaseUrl: string, env: Env) => Promise<unknown> };

const SEED = new URL('../db/seed.ts', import.meta.url);

/** Brings the application's database to the newest migration and puts the seeds in; safe to do at every start. */
export async function prepareDatabase(report: Report, env: Env): Promise<void> {
  await report.step('migrations', async (note) => {
    const applied = await migrate(env.databaseUrl);
    note(applied.length === 0 ? 'none new' : `${applied.length} applied`);
  });
  await report.step('seed data', async () => {
    if (!existsSync(SEED)) throw new Error('db/seed.ts is missing: this clone is not complete');
    const { seed } = (await import(SEED.href)) as Seeding;
    await seed(env.databaseUrl, env);
  });
}
