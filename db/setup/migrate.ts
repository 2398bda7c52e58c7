import { readdir, readFile } from 'node:fs/promises';
import postgres from 'postgres';

const folder = new URL('../migrations/', import.meta.url);

/** Applies every migration not yet applied, in order of its number, each in a transaction; safe when several processes start at once. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(7419)`;
      await tx`create table if not exists migrations (name text primary key, applied_at timestamptz not null default clock_timestamp())`;
      const done = new Set((await tx<{ name: string }[]>`select name from migrations`).map((row) => row.name));
      const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
      const missing = files.filter((name) => !done.has(name));
      for (const name of missing) {
        await tx.unsafe(await readFile(new URL(name, folder), 'utf8'));
        await tx`insert into migrations (name) values (${name})`;
      }
      return missing;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
