import { join } from 'node:path';
import { whyNoDemo } from '../../config/env/demonstration.ts';
import { childEnv, EnvError, readStartEnv, type StartEnv } from '../../config/env/env.ts';
import { outliveOutput } from '../../config/outlive-output.ts';
import { urlOfRole } from '../../db/setup/application-role.ts';
import { stablePorts, whyNotListen } from '../servers/ports.ts';
import { keptPassword } from '../servers/postgres/postgres.ts';
import { stopLeftovers } from '../servers/process/service.ts';
import { type Supervised, supervise } from '../servers/process/supervise.ts';
import { createReport, type Report } from '../servers/report.ts';
import { type ServersKit, startPostgres, startTemporal } from '../servers/servers.ts';
import { TemporalUnavailable, temporalPrograms } from '../servers/temporal/temporal-build.ts';
import { AlreadyRunning, type DataDir, keptKeys, takeDataDir } from './data-dir.ts';
import { apiService, preparation, runToEnd, workerService } from './own-programs.ts';
import { welcome } from './welcome.ts';

/** Errors that the person at the terminal can correct; they are printed without a stack. */
class CannotStart extends Error {}

const STOP_ORDER = ['API', 'worker', 'Temporal', 'PostgreSQL'];
const SECOND_SIGNAL_AFTER_MS = 1_000;
const LONGEST_DOWN_S = 120;
/** The role with which API and worker connect; it cannot change or delete events and texts. */
const APPLICATION_ROLE = 'zhicheng_app';

async function main(): Promise<void> {
  const begunAt = performance.now();
  outliveOutput();
  const report = createReport();
  const settings = readStartEnv();
  const dataDir = takeDataDir(settings.dataDir);
  const env = settings.port === 0 ? { ...settings, port: await ownPort(dataDir) } : settings;
  const why = whyNoDemo();
  if (why !== null) report.line(noDemoText(why, env));
  const running: Supervised[] = [];
  const stopping = stopOnSignals(report, dataDir, running);
  try {
    await bringUp(env, { report, dataDir, running, signal: stopping.signal });
    report.line(`  ready after ${((performance.now() - begunAt) / 1000).toFixed(1)} s`);
    report.line(await welcome(baseUrl(env), env));
  } catch (error) {
    // When everything is stopped, pending waits end with errors, which are no failures.
    if (!stopping.signal.aborted) await stopping.stop(1, explain(error));
  }
}

async function ownPort({ path }: DataDir): Promise<number> {
  return (await stablePorts(join(path, 'ports.json'), ['api'])).api;
}

type Start = {
  readonly report: Report;
  readonly dataDir: DataDir;
  readonly running: Supervised[];
  readonly signal: AbortSignal;
};

async function bringUp(env: StartEnv, { report, dataDir, running, signal }: Start): Promise<void> {
  const left = await stopLeftovers(STOP_ORDER, dataDir.folders);
  if (left.length > 0) report.line(`  stopped what a killed start had left running: ${left.join(', ')}`);
  const whyNot = await whyNotListen(env.port, env.host);
  if (whyNot !== null) throw new CannotStart(whyNot);
  const kit: ServersKit = {
    dataDir: dataDir.path,
    folders: dataDir.folders,
    report,
    fsync: true,
    started: (service) => {
      running.unshift(service);
      if (signal.aborted) void service.stop();
    },
    tell: (text) => report.line(`${new Date().toISOString()} ${text}`),
  };
  const servers = await startServers(env, kit, signal);
  const variables = childEnv({
    ...keptKeys(dataDir.path),
    ...servers,
    DEMO: env.demo ? '1' : '0',
    DATA_DIR: env.dataDir,
    PORT: String(env.port),
    TZ: 'UTC',
  });
  const prepared = await runToEnd(preparation(variables), signal);
  if (prepared !== null) throw new CannotStart(prepared);
  await startPrograms(env, kit, { ...variables, DATABASE_OWNER_URL: undefined });
  dataDir.tell(`which serves ${baseUrl(env)}`);
}

async function startServers(env: StartEnv, kit: ServersKit, signal: AbortSignal) {
  const build = (note: (text: string) => void) => temporalPrograms(env.cacheDir, { note, signal });
  const programs = env.temporalAddress ? undefined : await kit.report.step('Temporal server program', build);
  const ownUrl =
    env.databaseUrl && !programs ? undefined : await startPostgres(kit, env.databaseUrl ? [] : ['zhicheng']);
  const own = programs && ownUrl ? await startTemporal(kit, ownUrl('postgres'), programs) : undefined;
  const temporal = own ?? (env.temporalAddress ? { TEMPORAL_ADDRESS: env.temporalAddress } : undefined);
  const database = databaseUrls(env, ownUrl?.('zhicheng'));
  if (!temporal || !database) throw new Error('there is no database or no Temporal');
  return { ...database, ...temporal };
}

function databaseUrls({ databaseUrl, databaseOwnerUrl, dataDir }: StartEnv, own: string | undefined) {
  if (databaseUrl) return { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl };
  if (!own) return undefined;
  const password = keptPassword(join(dataDir, 'postgres-app-password'));
  return { DATABASE_URL: urlOfRole(own, APPLICATION_ROLE, password), DATABASE_OWNER_URL: own };
}

async function startPrograms(env: StartEnv, kit: ServersKit, variables: NodeJS.ProcessEnv): Promise<void> {
  const worker = supervise(workerService(variables), kit);
  const onMessage = (message: unknown) => {
    const down = env.demo ? workerDownSeconds(message) : undefined;
    if (down !== undefined) worker.keepDown(Math.min(down, LONGEST_DOWN_S) * 1000);
  };
  // Only one process can serve metrics at one address.
  const api = supervise(apiService({ ...variables, METRICS_ADDRESS: undefined }, baseUrl(env)), { ...kit, onMessage });
  for (const service of [worker, api]) kit.started(service);
  await Promise.all([kit.report.step('worker', () => worker.start()), kit.report.step('API', () => api.start())]);
}

/** The demonstration's request to kill the worker and keep it down for some seconds. */
function workerDownSeconds(message: unknown): number | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('down' in message)) return undefined;
  return message.type === 'demo:worker' && typeof message.down === 'number' ? message.down : undefined;
}

function noDemoText(why: string, { production, oidcIssuer }: StartEnv): string {
  const asIs = `  no demonstration, because ${why}`;
  if (production) return asIs;
  const signIn = oidcIssuer ? '' : '; nobody can sign in without OIDC_ISSUER and OIDC_AUDIENCE';
  return `${asIs}${signIn}. DEMO=1 makes it one, in which whoever reaches it can be anyone.`;
}

function baseUrl({ host, port }: StartEnv): string {
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
}

/** Ctrl-C and SIGTERM stop everything in order; a second one, some time later, kills what can be killed without harm. */
function stopOnSignals(report: Report, dataDir: DataDir, running: readonly Supervised[]) {
  const controller = new AbortController();
  let since = Number.POSITIVE_INFINITY;
  const stop = async (code: number, why: string) => {
    if (controller.signal.aborted) return;
    controller.abort();
    since = performance.now();
    report.line(why);
    for (const service of [...running]) {
      const stopStep = report.step(`stopping ${service.name}`, () => service.stop());
      await stopStep.catch((error: unknown) => report.line(explain(error)));
    }
    dataDir.release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (performance.now() - since > SECOND_SIGNAL_AFTER_MS) {
        for (const service of running) if (service.name !== 'PostgreSQL') service.keepDown(0);
      }
      void stop(0, `\n${signal}: stopping`);
    });
  }
  process.on('uncaughtException', (error) => void stop(1, explain(error)));
  return { signal: controller.signal, stop };
}

function explain(error: unknown): string {
  const known = [EnvError, AlreadyRunning, TemporalUnavailable, CannotStart].some((kind) => error instanceof kind);
  if (error instanceof Error) return known ? error.message : (error.stack ?? error.message);
  return String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
