import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleWorkflows } from '../../../activities/bundle.ts';
import { readStartEnv } from '../../../config/env/env.ts';
import { migrate } from '../../../db/setup/migrate.ts';
import { stopLeftovers } from '../../../ops/servers/process/service.ts';
import type { Supervised } from '../../../ops/servers/process/supervise.ts';
import { createReport } from '../../../ops/servers/report.ts';
import { startPostgres, startTemporal } from '../../../ops/servers/servers.ts';
import { prepareNamespace } from '../../../ops/servers/temporal/namespace.ts';
import { temporalPrograms } from '../../../ops/servers/temporal/temporal-build.ts';
import { removeDataDir, takeDataDir } from '../../../ops/start/data-dir.ts';
import { TEMPLATE_DATABASE } from './database.ts';
import { temporalSettings } from './temporal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the maintenance database of the run's own PostgreSQL, for its administrator. */
    databaseUrl: string;
    /** How the run's own Temporal server is reached: the variables that name it and its certificate. */
    temporal: Record<string, string>;
    /** The workflows' code, bundled once for the run. */
    workflowBundlePath: string;
  }
}

const PREFIX = 'zhicheng-test-';

/** Starts the servers of a test run, its own on free ports in a temporary folder; the function it gives takes all away. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const report = createReport(process.stderr);
  const dataDir = takeDataDir(join(tmpdir(), `${PREFIX}${randomBytes(4).toString('hex')}`));
  // The processes that tests start load compiled code: they begin in two thirds of the time.
  process.env.NODE_COMPILE_CACHE = join(dataDir.path, 'compiled');
  const started: Supervised[] = [];
  const kit = {
    dataDir: dataDir.path,
    folders: dataDir.folders,
    report,
    // A crash of a process loses nothing without it; only a crash of the machine would.
    fsync: false,
    tell: report.line,
    started: (service: Supervised) => void started.unshift(service),
  };
  const teardown = async () => {
    for (const service of started) await service.stop();
    removeDataDir(dataDir.path);
  };
  try {
    const build = (note: (text: string) => void) => temporalPrograms(readStartEnv().cacheDir, { note });
    const programs = await report.step('Temporal server program', build);
    const url = await startPostgres(kit, [TEMPLATE_DATABASE]);
    await report.step('migrations', () => migrate(url(TEMPLATE_DATABASE)));
    project.provide('databaseUrl', url('postgres'));
    const temporal = await startTemporal(kit, url('postgres'), programs);
    await prepareNamespace(report, temporalSettings(temporal));
    project.provide('temporal', temporal);
    const bundle = join(dataDir.path, 'workflows.cjs');
    await report.step('workflow bundle', () => bundleWorkflows(bundle));
    project.provide('workflowBundlePath', bundle);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

/** Stops the servers and removes the folders of runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(tmpdir(), name);
    try {
      const { folders } = takeDataDir(path);
      await stopLeftovers(['Temporal', 'PostgreSQL'], folders);
      removeDataDir(path);
    } catch {
      // Another run, of this or of another user, is using it.
    }
  }
}
