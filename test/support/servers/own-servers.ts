import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStartEnv } from '../../../config/env/env.ts';
import { migrate } from '../../../db/setup/migrate.ts';
import type { Supervised } from '../../../ops/servers/process/supervise.ts';
import { silentReport } from '../../../ops/servers/report.ts';
import { startPostgres, startTemporal } from '../../../ops/servers/servers.ts';
import { prepareNamespace } from '../../../ops/servers/temporal/namespace.ts';
import { temporalPrograms } from '../../../ops/servers/temporal/temporal-build.ts';
import { removeDataDir, takeDataDir } from '../../../ops/start/data-dir.ts';
import { temporalSettings } from './temporal.ts';

const database = 'zhicheng';
const namespace = 'zhicheng';

/** PostgreSQL and Temporal of one test file alone, kept running by the supervisor of `npm start`, so that they can be killed. */
export type OwnServers = {
  readonly databaseUrl: string;
  /** The maintenance database of the same cluster. */
  readonly adminUrl: string;
  readonly temporal: Readonly<Record<string, string>>;
  readonly namespace: string;
  /** `kill -9`; the supervisor starts it again after this time (ms) or its own pause, whichever is longer. */
  readonly kill: (name: 'PostgreSQL' | 'Temporal', downForMs?: number) => void;
  /** What the supervisor told of ends and starts. */
  readonly told: readonly string[];
  readonly close: () => Promise<void>;
};

/** Starts both servers in a temporary folder, with a migrated database. */
export async function openOwnServers(): Promise<OwnServers> {
  const dataDir = takeDataDir(join(tmpdir(), `zhicheng-test-${randomBytes(4).toString('hex')}`));
  const services: Supervised[] = [];
  const told: string[] = [];
  const kit = {
    dataDir: dataDir.path,
    folders: dataDir.folders,
    report: silentReport,
    fsync: false,
    tell: (text: string) => void told.push(text),
    started: (service: Supervised) => void services.unshift(service),
  };
  const close = async () => {
    for (const service of services) await service.stop();
    removeDataDir(dataDir.path);
  };
  try {
    const programs = await temporalPrograms(readStartEnv().cacheDir, {});
    const url = await startPostgres(kit, [database]);
    await migrate(url(database));
    const temporal = await startTemporal(kit, url('postgres'), programs);
    await prepareNamespace(silentReport, temporalSettings(temporal));
    const kill: OwnServers['kill'] = (name, downForMs = 0) =>
      services.find((each) => each.name === name)?.keepDown(downForMs);
    return { databaseUrl: url(database), adminUrl: url('postgres'), temporal, namespace, kill, told, close };
  } catch (error) {
    await close();
    throw error;
  }
}
