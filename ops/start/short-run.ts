import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnv, type Env, readEnv, readStartEnv } from '../../config/env/env.ts';
import { stablePorts } from '../servers/ports.ts';
import { prepareDatabase } from '../servers/prepare-database.ts';
import type { Service } from '../servers/process/service.ts';
import { type Supervised, supervise } from '../servers/process/supervise.ts';
import type { Report } from '../servers/report.ts';
import { type ServersKit, startPostgres, startTemporal } from '../servers/servers.ts';
import { prepareNamespace } from '../servers/temporal/namespace.ts';
import { temporalPrograms } from '../servers/temporal/temporal-build.ts';
import { keptKeys, removeDataDir, takeDataDir } from './data-dir.ts';

const DATABASE = 'zhicheng';

/** Servers in a temporary folder, with a prepared database; `close` stops and removes everything. */
export type ShortRun = {
  readonly env: Env;
  /** The environment for our own processes; by default they listen on the port of the run. */
  readonly variables: (port?: number) => ReturnType<typeof childEnv>;
  /** Free ports, always the same for these names; `api` is the port of the run. */
  readonly ports: <Name extends string>(names: readonly Name[]) => Promise<Record<Name, number>>;
  /** The administrator's URL of a database of the run's cluster. */
  readonly database: (name: string) => string;
  /** Starts a process and supervises it. */
  readonly begin: (service: Service) => Promise<void>;
  /** Number of a running process, by the name of its service. */
  readonly pid: (name: string) => number | undefined;
  readonly close: () => Promise<void>;
};

/** `fsync`: whether PostgreSQL writes through to the disk; a measurement needs that, a simulation does not. */
type Options = { readonly name: string; readonly fsync: boolean };

/** Starts PostgreSQL and Temporal for a run that leaves nothing behind; `name` becomes part of the folder's name. */
export async function openShortRun(report: Report, { name, fsync }: Options): Promise<ShortRun> {
  const dataDir = takeDataDir(join(tmpdir(), `zhicheng-${name}-${randomBytes(4).toString('hex')}`));
  const started: Supervised[] = [];
  const kit: ServersKit = {
    dataDir: dataDir.path,
    folders: dataDir.folders,
    report,
    fsync,
    tell: report.line,
    started: (service) => void started.unshift(service),
  };
  const close = async () => {
    for (const service of started) await service.stop();
    removeDataDir(dataDir.path);
  };
  const begin = async (program: Service) => {
    const service = supervise(program, kit);
    kit.started(service);
    await report.step(program.name, () => service.start());
  };
  const pid = (wanted: string) => started.find((each) => each.name === wanted)?.pid();
  try {
    return { ...(await startServers(kit)), begin, pid, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServers(kit: ServersKit) {
  const { report, dataDir } = kit;
  const build = (note: (text: string) => void) => temporalPrograms(readStartEnv().cacheDir, { note });
  const programs = await report.step('Temporal server program', build);
  const database = await startPostgres(kit, [DATABASE]);
  const temporal = await startTemporal(kit, database('postgres'), programs);
  const ports: ShortRun['ports'] = (names) => stablePorts(join(dataDir, 'ports.json'), names);
  const { api } = await ports(['api']);
  const variables = (listen = api) =>
    childEnv({
      ...keptKeys(dataDir),
      DATABASE_URL: database(DATABASE),
      ...temporal,
      TEMPORAL_NAMESPACE: 'zhicheng',
      DATA_DIR: dataDir,
      DEMO: '1',
      PORT: String(listen),
      HOST: '127.0.0.1',
      TZ: 'UTC',
    });
  const env = readEnv(variables());
  await prepareNamespace(report, env);
  await prepareDatabase(report, env);
  return { env, variables, ports, database };
}
