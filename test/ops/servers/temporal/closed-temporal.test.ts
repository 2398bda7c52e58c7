import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect } from 'node:tls';
import { Connection, type TLSConfig } from '@temporalio/client';
import { expect, inject, it } from 'vitest';
import { connect as connectDatabase } from '../../../../db/connection.ts';
import { makeCertificate } from '../../../../ops/servers/certificate.ts';
import { TEMPLATE_DATABASE } from '../../../support/servers/database.ts';
import { temporalSettings } from '../../../support/servers/temporal.ts';

const variables = inject('temporal');
const settings = temporalSettings(variables);
const dataDir = join(dirname(variables.TEMPORAL_TLS_CLIENT_KEY_PATH ?? ''), '..');
const ca = readFileSync(variables.TEMPORAL_TLS_SERVER_CA_CERT_PATH ?? '');
const other = makeCertificate(new Date());

const reach = async (tls: TLSConfig | undefined) => {
  const connection = await Connection.connect({
    address: settings.temporalAddress,
    connectTimeout: '3 s',
    ...(tls ? { tls } : {}),
  });
  try {
    await connection.workflowService.listNamespaces({});
  } finally {
    await connection.close();
  }
};

it.each<[string, TLSConfig | undefined]>([
  ['speaks in clear', undefined],
  ['shows no certificate', { serverRootCACertificate: ca }],
  [
    'shows a certificate of its own',
    {
      serverRootCACertificate: ca,
      clientCertPair: { crt: Buffer.from(other.certificate), key: Buffer.from(other.key) },
    },
  ],
])('a client of another local account that %s is refused', async (_, tls) => {
  await expect(reach(tls)).rejects.toThrow();
});

it('our own client is let in, and takes no other server for ours', async () => {
  const tls = settings.temporalTls ?? {};
  await expect(reach(tls)).resolves.toBeUndefined();
  await expect(reach({ ...tls, serverRootCACertificate: Buffer.from(other.certificate) })).rejects.toThrow();
});

it('the parts of the server let nobody in either', async () => {
  const ports = JSON.parse(readFileSync(join(dataDir, 'ports.json'), 'utf8')) as Record<string, number>;
  for (const part of ['frontend', 'history', 'matching']) {
    const answered = new Promise<string>((resolve) => {
      const socket = connect({
        port: ports[part],
        host: '127.0.0.1',
        ca,
        servername: 'temporal.zhicheng',
        ALPNProtocols: ['h2'],
      });
      // The server closes as soon as it sees that no certificate comes.
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
      socket.once('close', () => resolve('closed'));
      socket.resume();
    });
    expect(await answered, part).toMatch(/CERTIFICATE_REQUIRED|BAD_CERTIFICATE|closed|ECONNRESET/);
  }
});

it('the key and the ports can be read only by their owner', () => {
  for (const file of [variables.TEMPORAL_TLS_CLIENT_KEY_PATH ?? '', join(dataDir, 'ports.json')])
    expect(statSync(file).mode & 0o777, file).toBe(0o600);
  expect(statSync(join(dataDir, 'certificates')).mode & 0o777).toBe(0o700);
  const certificate = new X509Certificate(ca);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.subjectAltName).toContain('127.0.0.1');
  expect(Date.parse(certificate.validTo) - Date.now()).toBeGreaterThan(8 * 365 * 86_400_000);
});

it('the server reads nothing in the database of the applications, and changes no schema of its own', async () => {
  const url = new URL(inject('databaseUrl'));
  url.username = 'zhicheng_temporal';
  url.password = encodeURIComponent(readFileSync(join(dataDir, 'temporal-password'), 'utf8').trim());
  const asServer = async (database: string, statement: string) => {
    url.pathname = `/${database}`;
    const db = connectDatabase(url.href, { poolSize: 1 });
    try {
      return await db.sql.unsafe(statement);
    } finally {
      await db.close();
    }
  };
  expect(await asServer('temporal', 'select count(*) from executions')).toHaveLength(1);
  await expect(asServer('temporal', 'drop table executions')).rejects.toThrow('must be owner');
  await expect(asServer(TEMPLATE_DATABASE, 'select * from people')).rejects.toThrow('permission denied');
});
