// SQL by hand: here the tables are made that queries are written for.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import postgres from 'postgres';

/** The folders that make a database; a test may give its own. */
type Sources = { readonly migrations: URL; readonly functions: URL };

const SOURCES: Sources = {
  migrations: new URL('../migrations/', import.meta.url),
  functions: new URL('../functions/', import.meta.url),
};

const MADE_BEFORE =
  'the database was made before the migrations were folded into one, when nobody used them yet: begin with an empty one';

const MADE_LATER = (names: readonly string[]) =>
  `the database is of a newer version, which has ${names.join(', ')}: a migration is never taken back, so start that version, or restore the backup`;

/**
 * Brings a database to the newest version: applies every new migration in order of its number, and then every SQL function whose text has changed. It
 * does so in one transaction under a lock, so that several processes may start at once. Returns the names of the applied files.
 */
export async function migrate(databaseUrl: string, sources = SOURCES): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(7419)`;
      const migrated = await applyMigrations(tx, sources.migrations);
      return [...migrated, ...(await applyFunctions(tx, sources.functions))];
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function applyMigrations(tx: postgres.TransactionSql, folder: URL): Promise<string[]> {
  await tx`create table if not exists migrations (name text primary key, applied_at timestamptz not null default clock_timestamp())`;
  const done = new Set((await tx<{ name: string }[]>`select name from migrations`).map((row) => row.name));
  const files = await sqlFiles(folder);
  if (done.size > 0 && !files.some((name) => done.has(name))) throw new Error(MADE_BEFORE);
  const newer = [...done].filter((name) => !files.includes(name));
  if (newer.length > 0) throw new Error(MADE_LATER(newer));
  const missing = files.filter((name) => !done.has(name));
  for (const name of missing) {
    await tx.unsafe(await readFile(new URL(name, folder), 'utf8'));
    await tx`insert into migrations (name) values (${name})`;
  }
  return missing;
}

/** Functions call each other, so their bodies are checked only after all exist. */
async function applyFunctions(tx: postgres.TransactionSql, folder: URL): Promise<string[]> {
  await tx`
    create table if not exists functions (
      name text primary key, checksum text not null, applied_at timestamptz not null default clock_timestamp())`;
  const rows = await tx<{ name: string; checksum: string }[]>`select name, checksum from functions`;
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const changed: string[] = [];
  await tx`set local check_function_bodies = off`;
  for (const name of await sqlFiles(folder)) {
    const text = await readFile(new URL(name, folder), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    if (applied.get(name) === checksum) continue;
    await tx.unsafe(text);
    await tx`
      insert into functions (name, checksum) values (${name}, ${checksum})
      on conflict (name) do update set checksum = excluded.checksum, applied_at = clock_timestamp()`;
    changed.push(name);
  }
  if (changed.length > 0) await checkFunctions(tx);
  return changed;
}

async function checkFunctions(tx: postgres.TransactionSql): Promise<void> {
  await tx`set local check_function_bodies = on`;
  await tx`
    select case l.lanname when 'sql' then fmgr_sql_validator(p.oid) else plpgsql_validator(p.oid) end
      from pg_proc p join pg_language l on l.oid = p.prolang
     where p.pronamespace = current_schema()::regnamespace and l.lanname in ('sql', 'plpgsql')`;
}

async function sqlFiles(folder: URL): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}
