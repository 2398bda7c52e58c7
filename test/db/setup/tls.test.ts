import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { connect, type Db } from '../../../db/connection.ts';
import { makeCertificate } from '../../../ops/servers/certificate.ts';
import { until } from '../../support/until.ts';

// The PostgreSQL of this test run is given a certificate; clients that do not ask for TLS still connect without it.
let admin: Db;
const files: string[] = [];

beforeAll(async () => {
  admin = connect(inject('databaseUrl'), { poolSize: 1 });
  const [row] = await admin.sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  const folder = row?.folder ?? '';
  const { uid, gid } = statSync(folder);
  const { certificate, key } = makeCertificate(new Date());
  for (const [name, content] of [
    ['tls-test.crt', certificate],
    ['tls-test.key', key],
  ] as const) {
    const file = join(folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    if (process.getuid?.() === 0) chownSync(file, uid, gid);
    files.push(file);
  }
  await admin.sql.unsafe(`alter system set ssl_cert_file = 'tls-test.crt'`);
  await admin.sql.unsafe(`alter system set ssl_key_file = 'tls-test.key'`);
  await admin.sql.unsafe(`alter system set ssl = on`);
  await admin.sql`select pg_reload_conf()`;
  await until('TLS', async () => (await usesTls('require')) === true);
});
afterAll(async () => {
  for (const name of ['ssl', 'ssl_cert_file', 'ssl_key_file']) await admin.sql.unsafe(`alter system reset ${name}`);
  await admin.sql`select pg_reload_conf()`;
  await admin.close();
  for (const file of files) rmSync(file, { force: true });
});

async function usesTls(mode: string | null): Promise<boolean | undefined> {
  const url = new URL(inject('databaseUrl'));
  if (mode) url.searchParams.set('sslmode', mode);
  const db = connect(url.href, { poolSize: 1 });
  try {
    const [row] = await db.sql<{ ssl: boolean }[]>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
    return row?.ssl;
  } finally {
    await db.close();
  }
}

it('the URL of the database says whether TLS is asked for', async () => {
  expect(await usesTls(null)).toBe(false);
  expect(await usesTls('require')).toBe(true);
});

it('a certificate that nobody vouches for is not taken where it is to be checked', async () => {
  await expect(usesTls('verify-full')).rejects.toThrow(/self.signed/i);
});
