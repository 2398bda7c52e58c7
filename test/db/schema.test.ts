import { readFile } from 'node:fs/promises';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import { connect, type Db } from '../../db/connection.ts';
import * as schema from '../../db/schema.ts';
import { type OfficeRole, officeRoles } from '../../domain/programme/facts.ts';
import { freshDatabase } from '../support/servers/database.ts';

/** How many applications an office has in a role, for the planner. */
const statisticsOf = (role: OfficeRole) =>
  `statistics CREATE STATISTICS public.applications_of_${snakeCase(role)}_count ON (seen_by ->> '${role}'::text) FROM applications`;
const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What is in a migrated database and not in db/schema.ts, because drizzle cannot say it or because migrate.ts makes it. */
const BY_HAND = [
  'column functions.applied_at timestamp with time zone not null default clock_timestamp()',
  'column functions.checksum text not null',
  'column functions.name text not null',
  'column migrations.applied_at timestamp with time zone not null default clock_timestamp()',
  'column migrations.name text not null',
  'constraint claims claims_exclusive EXCLUDE USING gist (kind WITH =, key WITH =, value WITH <>)',
  'constraint functions functions_pkey PRIMARY KEY (name)',
  'constraint migrations migrations_pkey PRIMARY KEY (name)',
  'index CREATE INDEX claims_exclusive ON public.claims USING gist (kind, key, value)',
  'index CREATE UNIQUE INDEX functions_pkey ON public.functions USING btree (name)',
  'index CREATE UNIQUE INDEX migrations_pkey ON public.migrations USING btree (name)',
  'index CREATE UNIQUE INDEX notices_of_reminders ON public.notices USING btree (no, programme, committee, deadline, due, ahead, person) NULLS NOT DISTINCT WHERE (deadline IS NOT NULL)',
  'index CREATE UNIQUE INDEX people_identity ON public.people USING btree (world, identity_hash) NULLS NOT DISTINCT WHERE (identity_hash IS NOT NULL)',
  'options applications fillfactor=60',
  'options intents fillfactor=85',
  ...officeRoles.map(statisticsOf).sort(),
  "trigger CREATE TRIGGER moving BEFORE UPDATE OF offset_ms ON public.worlds FOR EACH ROW EXECUTE FUNCTION hold_for_moving('world')",
  "trigger CREATE TRIGGER moving BEFORE UPDATE OF timeline_version ON public.programmes FOR EACH ROW EXECUTE FUNCTION hold_for_moving('programme')",
];

it('the migrated database has what the schema says and, beside it, what is written by hand', async () => {
  const migrated = await inDatabase('migrated', catalogue);
  const generated = await inDatabase('empty', async (db) => {
    for (const statement of await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema))) {
      await db.sql.unsafe(statement);
    }
    return catalogue(db);
  });
  expect(generated.filter((line) => !migrated.includes(line))).toEqual([]);
  expect(migrated.filter((line) => !generated.includes(line))).toEqual(BY_HAND);
});

it('nothing is left to generate from the schema', async () => {
  const folder = new URL('../../db/migrations/meta/', import.meta.url);
  const { entries } = JSON.parse(await readFile(new URL('_journal.json', folder), 'utf8'));
  const last = String(entries.at(-1).idx).padStart(4, '0');
  const snapshot = JSON.parse(await readFile(new URL(`${last}_snapshot.json`, folder), 'utf8'));
  expect(await generateMigration(snapshot, generateDrizzleJson(schema))).toEqual([]);
});

async function inDatabase<T>(state: 'migrated' | 'empty', work: (db: Db) => Promise<T>): Promise<T> {
  const { url, drop } = await freshDatabase(state);
  const db = connect(url, { poolSize: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
    await drop();
  }
}

/** Everything in the database but the functions, a line each; the order of columns is left out. */
async function catalogue({ sql }: Db): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with tables as (select oid, relname, reloptions from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)
    select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
             || case when attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') as line
      from tables join pg_attribute on attrelid = oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
     where attnum > 0 and not attisdropped
    union all
    select 'options ' || relname || ' ' || array_to_string(reloptions, ',') from tables where reloptions is not null
    union all
    select 'constraint ' || relname || ' ' || conname || ' ' || pg_get_constraintdef(c.oid)
      from tables join pg_constraint c on conrelid = tables.oid where contype <> 'n'
    union all
    select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    union all
    select 'statistics ' || pg_get_statisticsobjdef(s.oid) from tables join pg_statistic_ext s on stxrelid = tables.oid
    union all
    select 'trigger ' || pg_get_triggerdef(t.oid) from tables join pg_trigger t on tgrelid = tables.oid where not tgisinternal`;
  return rows.map(({ line }) => line).sort();
}
