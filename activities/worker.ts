import { join } from 'node:path';
import { NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { pino } from 'pino';
import type { CommandDeps } from '../commands/deps.ts';
import { runCourier } from '../commands/intents/courier.ts';
import { kinds } from '../commands/kinds/kinds.ts';
import { connectionOptions, connectTemporal, dataConverter } from '../commands/temporal/client.ts';
import { calendar } from '../config/calendars.ts';
import { type Env, EnvError, readEnv } from '../config/env/env.ts';
import { demoPeopleInProduction } from '../config/env/production.ts';
import { logOutput } from '../config/log-output.ts';
import { outliveOutput } from '../config/outlive-output.ts';
import { connect, workerApplicationName } from '../db/connection.ts';
import { createVault } from '../db/vault.ts';
import { hasDemoPeople } from '../db/worlds/demo-worlds.ts';
import type { Activities } from '../workflows/activities.ts';
import { withBundle } from './bundle.ts';
import { createMailer } from './mail/mailer.ts';
import { createNoticeActivities, type NoticeDeps } from './notices.ts';
import { createRecordingActivities } from './recording.ts';
import { retryForever } from './retry-forever.ts';
import { keepNotices, startNotices } from './start-notices.ts';

/** The Temporal worker, with fixed slots for a small shared host. Its sticky queue times out after 2 s instead of 10, so that another worker soon takes the tasks of a killed one. */
export async function createWorker(
  deps: CommandDeps,
  connection: NativeConnection,
  options: { env: Env; codePath: string; stopping?: AbortSignal },
): Promise<Worker> {
  const { env, codePath, stopping } = options;
  const tuning: Partial<WorkerOptions> = {
    maxConcurrentWorkflowTaskExecutions: 20,
    maxConcurrentActivityTaskExecutions: 20,
    maxCachedWorkflows: env.cachedWorkflows,
    stickyQueueScheduleToStartTimeout: '2 seconds',
    shutdownGraceTime: '20 seconds',
    shutdownForceTime: '30 seconds',
  };
  const activities: Activities = {
    ...createRecordingActivities(deps),
    ...createNoticeActivities(noticeDeps(deps, env, stopping)),
  };
  return await Worker.create({
    connection,
    namespace: env.temporalNamespace,
    taskQueue: env.taskQueue,
    dataConverter: dataConverter(env.dataKeys, 'mark'),
    activities,
    workflowBundle: { codePath },
    ...tuning,
  });
}

function noticeDeps(
  { db, calendar, reportAnomaly }: CommandDeps,
  env: Env,
  stopping: AbortSignal | undefined,
): NoticeDeps {
  const { smtpUrl, mailFrom, dataDir, production } = env;
  const mailer = createMailer({ smtpUrl, demandTls: production, from: mailFrom, directory: join(dataDir, 'mail') });
  const vault = createVault(env.dataKeys, env.identityKey);
  return { db, calendar, vault, mailer, reportAnomaly, batch: 100, ...(stopping ? { stopping } : {}) };
}

function serveMetrics(bindAddress: string): void {
  Runtime.install({ telemetryOptions: { metrics: { prometheus: { bindAddress } } } });
}

/** The worker process: polls Temporal and runs the courier. On SIGTERM or SIGINT it finishes what it has begun and ends. */
async function main(): Promise<void> {
  outliveOutput();
  const env = readEnv();
  const log = pino({ level: env.logLevel, name: 'worker' }, logOutput());
  // Must come first: the runtime takes its settings only when it is made.
  if (env.metricsAddress) serveMetrics(env.metricsAddress);
  const stop = new AbortController();
  // A native connection takes over SIGTERM, so the process needs handlers of its own to exit.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());

  const db = connect(env.databaseUrl, { applicationName: workerApplicationName, poolSize: 10 });
  if (env.production && (await retryForever(() => hasDemoPeople(db), { log, signal: stop.signal }))) {
    throw demoPeopleInProduction();
  }
  const temporal = connectTemporal(env);
  const deps: CommandDeps = {
    db,
    temporal,
    taskQueue: env.taskQueue,
    calendar,
    kinds,
    maxWakeSpreadMs: env.maxWakeSpreadMs,
    continueAfterEvents: env.continueAsNewAfterEvents,
    crashAt: env.crashAt,
    reportAnomaly: (what, details) => log.error(details, what),
  };
  const connection = await retryForever(() => NativeConnection.connect(connectionOptions(env)), {
    log,
    signal: stop.signal,
  });
  const worker = await withBundle((codePath) =>
    createWorker(deps, connection, { env, codePath, stopping: stop.signal }),
  );
  stop.signal.addEventListener('abort', () => worker.shutdown());
  const running = worker.run();
  await retryForever(() => startNotices(temporal, { taskQueue: env.taskQueue }), { log, signal: stop.signal });
  const courier = Promise.all([
    runCourier(deps, stop.signal),
    keepNotices(temporal, { taskQueue: env.taskQueue }, { signal: stop.signal, failed: deps.reportAnomaly }),
  ]);
  log.info('worker is ready');
  process.send?.({ type: 'ready' });
  await running;
  stop.abort();
  await courier;
  await Promise.all([connection.close(), temporal.connection.close(), db.close()]);
}

if (import.meta.main) {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof EnvError ? error.message : error);
      process.exit(1);
    },
  );
}
