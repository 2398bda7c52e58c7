import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptCertificate } from './certificate.ts';
import { stablePorts } from './ports.ts';
import {
  databaseUrl,
  ensureDatabases,
  initialiseCluster,
  keptPassword,
  type PostgresCluster,
  postgresService,
} from './postgres/postgres.ts';
import { placeForPostgres } from './postgres/postgres-place.ts';
import { type Supervised, type SuperviseOptions, supervise } from './process/supervise.ts';
import type { Report } from './report.ts';
import {
  forgetMembers,
  prepareSchemas,
  temporalAddress,
  temporalService,
  temporalVariables,
  writeSettings,
} from './temporal/temporal.ts';
import type { TemporalPrograms } from './temporal/temporal-build.ts';
import { TEMPORAL_DATABASES, TEMPORAL_PORTS } from './temporal/temporal-config.ts';
import { prepareServerRole } from './temporal/temporal-role.ts';

/** The folder of our own servers, and their supervisor. `started` gets each server as soon as it may have to be stopped. */
export type ServersKit = SuperviseOptions & {
  readonly dataDir: string;
  readonly report: Report;
  readonly fsync: boolean;
  readonly started: (service: Supervised) => void;
};

/** Starts our own PostgreSQL; returns the administrator's URL of any of its databases. */
export async function startPostgres(
  kit: ServersKit,
  databases: readonly string[],
): Promise<(database: string) => string> {
  return await kit.report.step('PostgreSQL', async (note) => {
    const { postgres: port } = await stablePorts(join(kit.dataDir, 'ports.json'), ['postgres']);
    const password = keptPassword(join(kit.dataDir, 'postgres-password'));
    const cluster: PostgresCluster = { ...placeForPostgres(kit.dataDir), port, password, fsync: kit.fsync };
    const elsewhere = cluster.home.startsWith(kit.dataDir) ? '' : `, data in ${cluster.home}`;
    note(`127.0.0.1:${port}${elsewhere}`);
    await initialiseCluster(cluster);
    const service = supervise(postgresService(cluster), kit);
    kit.started(service);
    await service.start();
    await ensureDatabases(cluster, [...Object.values(TEMPORAL_DATABASES), ...databases]);
    return (database: string) => databaseUrl(cluster, database);
  });
}

/** Starts our own Temporal server on databases of that PostgreSQL; returns the variables by which processes reach it. */
export async function startTemporal(
  kit: ServersKit,
  storeUrl: string,
  programs: TemporalPrograms,
): Promise<ReturnType<typeof temporalVariables>> {
  return await kit.report.step('Temporal', async (note) => {
    const folder = join(kit.dataDir, 'temporal');
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    const ports = await stablePorts(join(kit.dataDir, 'ports.json'), TEMPORAL_PORTS);
    const certificate = keptCertificate(kit.dataDir);
    const server = { programs, ports, folder, certificate, storeUrl };
    note(`${programs.version} on ${temporalAddress(server)}`);
    await prepareSchemas(server);
    const password = keptPassword(join(kit.dataDir, 'temporal-password'));
    writeSettings(server, await prepareServerRole(storeUrl, password));
    await forgetMembers(server);
    const service = supervise(temporalService(server), kit);
    kit.started(service);
    await service.start();
    return temporalVariables(temporalAddress(server), certificate);
  });
}
