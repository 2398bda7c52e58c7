import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnv, type Env, readEnv, readStartEnv } from '../config/env.ts';
import { keptKeys, removeDataDir, takeDataDir } from '../ops/data-dir.ts';
import { apiService, workerService } from '../ops/own-programs.ts';
import { stablePorts } from '../ops/ports.ts';
import { prepareDatabase } from '../ops/prepare-database.ts';
import type { Report } from '../ops/report.ts';
import { prepareNamespace, type ServersKit, startPostgres, startTemporal } from '../ops/servers.ts';
import type { Service } from '../ops/service.ts';
import { type Supervised, supervise } from '../ops/supervise.ts';
import { temporalPrograms } from '../ops/temporal-build.ts';

/** Everything a run stands on: servers of its own and the processes of both contestants, all on this machine. */
export type Stage = {
  readonly env: Env;
  readonly bareUrl: string;
  readonly serviceUrl: string;
  /** URL of a database of the run's own cluster, for its administrator. */
  readonly database: (name: string) => string;
  /** Number of a running process, by the name of its service. */
  readonly pid: (name: string) => number | undefined;
  readonly close: () => Promise<void>;
};

/** Names of the processes whose CPU time is told. */
export const processes = {
  servers: ['PostgreSQL', 'Temporal'],
  bare: ['bare worker', 'bare API'],
  service: ['worker', 'API'],
} as const;

const DATABASE = 'zhicheng';
const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts it all in a temporary folder, PostgreSQL with fsync; `close` takes all of it away. */
export async function openStage(report: Report, profile: string | undefined): Promise<Stage> {
  const dataDir = takeDataDir(join(tmpdir(), `zhicheng-bench-${randomBytes(4).toString('hex')}`));
  const started: Supervised[] = [];
  const kit: ServersKit = {
    dataDir: dataDir.path,
    folders: dataDir.folders,
    report,
    fsync: true,
    tell: report.line,
    started: (service) => void started.unshift(service),
  };
  const close = async () => {
    for (const service of started) await service.stop();
    removeDataDir(dataDir.path);
  };
  try {
    const { database, ...urls } = await startAll(kit, profile);
    return { ...urls, database, close, pid: (name) => started.find((each) => each.name === name)?.pid() };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startAll(kit: ServersKit, profile: string | undefined) {
  const { report, dataDir } = kit;
  const build = (note: (text: string) => void) => temporalPrograms(readStartEnv().cacheDir, { note });
  const programs = await report.step('Temporal server program', build);
  const database = await startPostgres(kit, [DATABASE]);
  const temporalAddress = await startTemporal(kit, database('postgres'), programs);
  await prepareNamespace(report, temporalAddress, 'zhicheng');
  const ports = await stablePorts(join(dataDir, 'ports.json'), ['bareApi', 'api']);
  const variables = (port: number) =>
    childEnv({
      ...keptKeys(dataDir),
      DATABASE_URL: database(DATABASE),
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: 'zhicheng',
      DATA_DIR: dataDir,
      DEMO: '1',
      PORT: String(port),
      HOST: '127.0.0.1',
      TZ: 'UTC',
    });
  const env = readEnv(variables(ports.api));
  await prepareDatabase(report, env);
  const bareUrl = `http://127.0.0.1:${ports.bareApi}`;
  const serviceUrl = `http://127.0.0.1:${ports.api}`;
  const programsToRun = [
    { ...workerService(variables(ports.bareApi), 'bare worker'), args: [fileOf('./bare/worker.ts')] },
    { ...apiService(variables(ports.bareApi), bareUrl, 'bare API'), args: [fileOf('./bare/server.ts')] },
    workerService(variables(ports.api)),
    apiService(variables(ports.api), serviceUrl),
  ];
  for (const program of programsToRun) {
    const service = supervise(profile ? profiled(program, profile) : program, kit);
    kit.started(service);
    await report.step(program.name, () => service.start());
  }
  return { env, bareUrl, serviceUrl, database };
}

const profiled = (service: Service, folder: string): Service => ({
  ...service,
  args: ['--cpu-prof', `--cpu-prof-dir=${join(folder, service.name.replaceAll(' ', '-'))}`, ...service.args],
});
