import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvError, readEnv } from '../config/env/env.ts';
import { demoPeopleInProduction } from '../config/env/production.ts';
import { outliveOutput } from '../config/outlive-output.ts';
import { isOfOtherVersion, isUnavailable } from '../db/connection.ts';
import { hasDemoPeople } from '../db/worlds/demo-worlds.ts';
import { createApp } from './app.ts';
import { removeLeftFolders } from './attachments/upload-folder.ts';
import { maxConnections } from './http/limits.ts';
import { openServices } from './services.ts';

/** How long running requests may take after a signal to stop, ms. */
const drainMs = 12_000;

/** How often the process looks for newly published versions of programmes, ms. */
const refreshProgrammesEveryMs = 30_000;

/** Slow headers end after 10 s, slow bodies after 30 s; they are looked for each second, because Node looks only every 30 s by itself. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
};

/** Starts the API process: reads the settings, listens, reports to its parent process that it is ready, and ends in order on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  outliveOutput();
  const env = readEnv();
  const services = await openServices(env, process.send ? (message) => void process.send?.(message) : null);
  if (env.production && (await hasDemoPeople(services.db))) throw demoPeopleInProduction();
  setInterval(() => {
    services
      .refreshProgrammes()
      .catch((error) => services.log.warn({ err: error }, 'the programmes were not refreshed'));
  }, refreshProgrammesEveryMs).unref();
  removeLeftFolders();
  const { app, messages } = createApp(services);
  const server = createServer({ ...timeouts, ...messages }, app);
  server.maxConnections = maxConnections;
  server.listen(env.port, env.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  services.log.info({ host: env.host, port, demo: env.demo }, 'the API listens');
  process.send?.({ type: 'ready', port });

  const stop = async (signal: string) => {
    services.log.info({ signal }, 'the API stops');
    const late = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close();
    server.closeIdleConnections();
    await once(server, 'close');
    clearTimeout(late);
    await services.close();
    process.disconnect?.();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

main().catch((error: unknown) => {
  // For wrong settings an operator needs one line with the cause; a stack is for bugs.
  console.error(explain(error));
  process.exit(1);
});

function explain(error: unknown): unknown {
  if (error instanceof EnvError) return error.message;
  if (isUnavailable(error)) return `DATABASE_URL: cannot be used: ${error instanceof Error ? error.message : error}`;
  if (isOfOtherVersion(error))
    return 'DATABASE_URL: the database is not of this version: npm run migrate brings it there';
  const { code, address, port } = (error ?? {}) as { code?: unknown; address?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') return `PORT: ${address}:${port} is in use already`;
  if (code === 'EACCES') return `PORT: this user may not listen on ${address}:${port}`;
  return error;
}
