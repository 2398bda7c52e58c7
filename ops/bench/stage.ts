import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../../config/env/env.ts';
import type { Service } from '../servers/process/service.ts';
import type { Report } from '../servers/report.ts';
import { apiService, workerService } from '../start/own-programs.ts';
import { openShortRun, type ShortRun } from '../start/short-run.ts';

/** Everything a run needs: servers of its own and the processes of both contestants, all on this machine. */
export type Stage = Pick<ShortRun, 'database' | 'pid' | 'close'> & {
  readonly env: Env;
  readonly bareUrl: string;
  readonly serviceUrl: string;
};

/** Names of the processes whose CPU time is reported. */
export const processes = {
  servers: ['PostgreSQL', 'Temporal'],
  bare: ['bare worker', 'bare API'],
  service: ['worker', 'API'],
} as const;

/** The same process, with the same heaps, running another file. */
const withFile = (service: Service, path: string): Service => ({
  ...service,
  args: [...service.args.slice(0, -1), fileURLToPath(new URL(path, import.meta.url))],
});

/** Starts everything in a temporary folder, PostgreSQL with fsync; `close` stops and removes it. */
export async function openStage(report: Report, profile: string | undefined): Promise<Stage> {
  const run = await openShortRun(report, { name: 'bench', fsync: true });
  try {
    const { bareApi: bare, api } = await run.ports(['bareApi', 'api']);
    const bareUrl = `http://127.0.0.1:${bare}`;
    const serviceUrl = `http://127.0.0.1:${api}`;
    const programs = [
      withFile(workerService(run.variables(bare), 'bare worker'), './bare/worker.ts'),
      withFile(apiService(run.variables(bare), bareUrl, 'bare API'), './bare/server.ts'),
      workerService(run.variables(api)),
      apiService(run.variables(api), serviceUrl),
    ];
    for (const program of programs) await run.begin(profile ? profiled(program, profile) : program);
    const { env, database, pid, close } = run;
    return { env, bareUrl, serviceUrl, database, pid, close };
  } catch (error) {
    await run.close();
    throw error;
  }
}

const profiled = (service: Service, folder: string): Service => ({
  ...service,
  args: ['--cpu-prof', `--cpu-prof-dir=${join(folder, service.name.replaceAll(' ', '-'))}`, ...service.args],
});
