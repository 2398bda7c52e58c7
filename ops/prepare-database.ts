import type { Env } from '../config/env.ts';
import { migrate } from '../db/migrate.ts';
import { seed } from '../db/seed.ts';
import type { Report } from './report.ts';

/** Brings the application's database to the newest migration and puts the seeds in; safe to do at every start. */
export async function prepareDatabase(report: Report, env: Env): Promise<void> {
  await report.step('migrations', async (note) => {
    const applied = await migrate(env.databaseUrl);
    note(applied.length === 0 ? 'none new' : `${applied.length} applied`);
  });
  await report.step('seed data', () => seed(env.databaseUrl, env));
}
