import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnv, type Env, readEnv, readStartEnv } from '../config/env.ts';
import { keptKeys, removeDataDir, takeDataDir } from './data-dir.ts';
import { stablePorts } from './ports.ts';
import { prepareDatabase } from './prepare-database.ts';
import type { Report } from './report.ts';
import { prepareNamespace, type ServersKit, startPostgres, startTemporal } from './servers.ts';
import type { Service } from './service.ts';
import { type Supervised, supervise } from './supervise.ts';
import { temporalPrograms } from './temporal-build.ts';

const DATABASE = 'zhicheng';

/** Servers of one's own in a temporary folder, with a database that is prepared; `close` takes all of it away. */
export type ShortRun = {
  readonly env: Env;
  readonly variables: ReturnType<typeof childEnv>;
  readonly begin: (service: Service) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts PostgreSQL and Temporal for a run that leaves nothing behind; `name` stands in the name of its folder. */
export async function openShortRun(report: Report, name: string): Promise<ShortRun> {
  const dataDir = takeDataDir(join(tmpdir(), `zhicheng-${name}-${randomBytes(4).toString('hex')}`));
  const started: Supervised[] = [];
  const kit: ServersKit = {
    dataDir: dataDir.path,
    folders: dataDir.folders,
    report,
    fsync: false,
    tell: report.line,
    started: (service) => void started.unshift(service),
  };
  const close = async () => {
    for (const service of started) await service.stop();
    removeDataDir(dataDir.path);
  };
  try {
    const variables = await startServers(kit);
    const env = readEnv(variables);
    await prepareDatabase(report, env);
    const begin = async (program: Service) => {
      const service = supervise(program, kit);
      kit.started(service);
      await report.step(program.name, () => service.start());
    };
    return { env, variables, begin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServers(kit: ServersKit): Promise<ReturnType<typeof childEnv>> {
  const { report, dataDir } = kit;
  const build = (note: (text: string) => void) => temporalPrograms(readStartEnv().cacheDir, { note });
  const programs = await report.step('Temporal server program', build);
  const database = await startPostgres(kit, [DATABASE]);
  const temporalAddress = await startTemporal(kit, database('postgres'), programs);
  await prepareNamespace(report, temporalAddress, 'zhicheng');
  const { api } = await stablePorts(join(dataDir, 'ports.json'), ['api']);
  return childEnv({
    ...keptKeys(dataDir),
    DATABASE_URL: database(DATABASE),
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: 'zhicheng',
    DATA_DIR: dataDir,
    DEMO: '1',
    PORT: String(api),
    HOST: '127.0.0.1',
    TZ: 'UTC',
  });
}
