import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

/** The migrated database that every fresh one is a copy of. */
export const TEMPLATE_DATABASE = 'zhicheng_template';

/** A database of its own for a test file, migrated or empty; `drop` takes it away with whoever is still connected. */
export async function freshDatabase(
  state: 'migrated' | 'empty' = 'migrated',
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const admin = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = state === 'migrated' ? TEMPLATE_DATABASE : 'template0';
  await administer(admin, `create database ${name} template ${template}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(admin, `drop database ${name} with (force)`) };
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
