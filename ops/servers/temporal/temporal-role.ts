// SQL by hand: roles and rights, which drizzle does not write.
import postgres from 'postgres';
import { TEMPORAL_DATABASES } from './temporal-config.ts';

const ROLE = 'zhicheng_temporal';

/**
 * Makes the role as which the Temporal server connects: it reads and writes the rows of its own two databases, changes no schema, and can read nothing in the
 * database of the applications. Gives the URL of the cluster for that role. Safe to do at every start, after the schemas are there.
 */
export async function prepareServerRole(storeUrl: string, password: string): Promise<string> {
  const admin = postgres(storeUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await admin`select 1 from pg_roles where rolname = ${ROLE}`;
    const [quoted] = await admin<{ text: string }[]>`select format('%L', ${password}::text) as text`;
    await admin.unsafe(`${found ? 'alter' : 'create'} role ${ROLE} login password ${quoted?.text ?? ''}`);
  } finally {
    await admin.end();
  }
  for (const database of Object.values(TEMPORAL_DATABASES)) {
    const sql = postgres(storeUrl, { database, max: 1, onnotice: () => {} });
    try {
      await sql.unsafe(`grant select, insert, update, delete on all tables in schema public to ${ROLE}`);
      await sql.unsafe(`grant usage on all sequences in schema public to ${ROLE}`);
    } finally {
      await sql.end();
    }
  }
  const url = new URL(storeUrl);
  url.username = ROLE;
  url.password = encodeURIComponent(password);
  return url.href;
}
