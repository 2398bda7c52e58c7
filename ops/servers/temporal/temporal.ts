import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { childEnv } from '../../../config/env/env.ts';
import { type CertificateFiles, SERVER_NAME } from '../certificate.ts';
import type { Service } from '../process/service.ts';
import { waitFor } from '../wait.ts';
import { isServing } from './grpc-health.ts';
import type { TemporalPrograms } from './temporal-build.ts';
import { DYNAMIC_CONFIG, TEMPORAL_DATABASES, type TemporalPorts, temporalConfig } from './temporal-config.ts';

/** A Temporal server of our own: its programs, its ports, a folder for its settings, its certificate, and its PostgreSQL. */
export type TemporalServer = {
  readonly programs: TemporalPrograms;
  readonly ports: TemporalPorts;
  readonly folder: string;
  readonly certificate: CertificateFiles;
  /** URL of a database of the cluster in which the two databases of Temporal exist. */
  readonly storeUrl: string;
};

const READY_WITHIN_MS = 90_000;
/** The name under which the frontend reports its health. */
const FRONTEND = 'temporal.api.workflowservice.v1.WorkflowService';

/** What a process needs to reach a server of our own. */
export const temporalVariables = (address: string, { certificate, key }: CertificateFiles) => ({
  TEMPORAL_ADDRESS: address,
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: certificate,
  TEMPORAL_TLS_SERVER_NAME: SERVER_NAME,
  TEMPORAL_TLS_CLIENT_CERT_PATH: certificate,
  TEMPORAL_TLS_CLIENT_KEY_PATH: key,
});

/** The address of a server's frontend. */
export const temporalAddress = ({ ports }: TemporalServer) => `127.0.0.1:${ports.frontend}`;

/** Brings the schemas of Temporal's databases to the version of the server; does nothing if they already are. */
export async function prepareSchemas(server: TemporalServer): Promise<void> {
  for (const [schema, database] of Object.entries({
    temporal: TEMPORAL_DATABASES.default,
    visibility: TEMPORAL_DATABASES.visibility,
  })) {
    // Neither changes an existing schema.
    await sqlTool(server, database, ['setup-schema', '-v', '0.0']);
    await sqlTool(server, database, ['update-schema', '--schema-name', `postgresql/v12/${schema}`]);
  }
  await dropUnusedIndexes(server);
}

/**
 * Drops the indexes of search attributes that nobody uses here: 40 of 73, all written at every start and end of a workflow. This halves the cost of a first
 * submission in PostgreSQL (docs/benchmarks.md). Lists come from our own tables, so no search attribute is registered. SQL by hand: the tables are
 * Temporal's.
 */
async function dropUnusedIndexes(server: TemporalServer): Promise<void> {
  const sql = postgres(server.storeUrl, { database: TEMPORAL_DATABASES.visibility, max: 1, onnotice: () => {} });
  const unregistered = '^by_(temporal_)?(bool|datetime|double|int|text|(low_cardinality_)?keyword(_list)?)_[0-9]{2}$';
  try {
    const unused = await sql<{ name: string }[]>`
      select indexname as name from pg_indexes where tablename = 'executions_visibility' and indexname ~ ${unregistered}`;
    for (const { name } of unused) await sql`drop index if exists ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

/**
 * Deletes the membership records of a killed server: if the ports have changed since, the new one would wait a minute for its parts. Only for a server that
 * has its databases to itself. SQL by hand: the table is Temporal's.
 */
export async function forgetMembers(server: TemporalServer): Promise<void> {
  const sql = postgres(server.storeUrl, { database: TEMPORAL_DATABASES.default, max: 1, onnotice: () => {} });
  try {
    await sql`delete from cluster_membership`;
  } finally {
    await sql.end();
  }
}

/** Writes the server's settings, which contain the password, so that only their owner can read them. */
export function writeSettings(server: TemporalServer, roleUrl: string): void {
  const { ports, certificate } = server;
  const dynamicConfigFile = join(server.folder, 'dynamic.yaml');
  const { host, username, password } = storeParts(roleUrl);
  const config = temporalConfig({ address: host, user: username, password }, { ports, certificate, dynamicConfigFile });
  // JSON is YAML.
  writeFileSync(dynamicConfigFile, JSON.stringify(DYNAMIC_CONFIG, null, 2));
  writeFileSync(configFile(server), JSON.stringify(config, null, 2), { mode: 0o600 });
}

/** The Temporal server as a service that can be supervised. */
export function temporalService(server: TemporalServer): Service {
  return {
    name: 'Temporal',
    command: server.programs.server,
    // Who may call is decided by the certificate; there is no second question.
    args: ['--config-file', configFile(server), '--allow-no-auth', 'start'],
    cwd: server.folder,
    // Collects garbage when the heap has grown by half instead of doubled, and in any case near the limit.
    env: childEnv({ GOGC: '50', GOMEMLIMIT: '160MiB' }),
    stopWith: ['SIGTERM', 'SIGKILL'],
    stopWithinMs: 15_000,
    ready: () =>
      waitFor('Temporal', () => isServing(temporalAddress(server), FRONTEND, server.certificate), {
        withinMs: READY_WITHIN_MS,
      }),
  };
}

const configFile = ({ folder }: TemporalServer) => join(folder, 'server.yaml');

function storeParts(storeUrl: string) {
  const { host, hostname, port, username, password } = new URL(storeUrl);
  return { host, hostname, port, username, password: decodeURIComponent(password) };
}

async function sqlTool(server: TemporalServer, database: string, command: readonly string[]): Promise<void> {
  const { hostname, port, username, password } = storeParts(server.storeUrl);
  const where = ['--plugin', 'postgres12', '--ep', hostname, '-p', port, '-u', username, '--db', database];
  // The password is in the environment, because every account of the machine can read arguments.
  const env = childEnv({ SQL_PASSWORD: password });
  await promisify(execFile)(server.programs.sql, [...where, ...command], { env, maxBuffer: 50_000_000 });
}
