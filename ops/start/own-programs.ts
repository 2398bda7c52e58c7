import { fileURLToPath } from 'node:url';
import type { Service } from '../servers/service.ts';
import { waitFor } from '../servers/wait.ts';

/** The folder of the clone. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const READY_WITHIN_MS = 120_000;

/** The worker process, the same that `npm run worker` runs; it says itself when it polls. */
export function workerService(env: NodeJS.ProcessEnv, name = 'worker'): Service {
  return {
    ...nodeProgram(name, 'activities/worker.ts', env),
    stopWithinMs: 35_000,
    ready: (child) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${name} did not get ready`)), READY_WITHIN_MS);
        child.on('message', (message) => {
          if (!isReady(message)) return;
          clearTimeout(late);
          resolve(true);
        });
        child.once('exit', () => clearTimeout(late));
      }),
  };
}

/** The API process, the same that `npm run api` runs; `baseUrl` is where it answers. */
export function apiService(env: NodeJS.ProcessEnv, baseUrl: string, name = 'API'): Service {
  const answers = async () => ((await fetch(`${baseUrl}/readyz`)).ok ? true : undefined);
  return {
    ...nodeProgram(name, 'api/server.ts', env),
    stopWithinMs: 15_000,
    ready: () => waitFor(`${baseUrl}/readyz`, answers, { withinMs: READY_WITHIN_MS }),
  };
}

function nodeProgram(name: string, file: string, env: NodeJS.ProcessEnv): Omit<Service, 'ready' | 'stopWithinMs'> {
  return {
    name,
    command: process.execPath,
    args: [file],
    cwd: ROOT,
    env,
    messages: true,
    stopWith: ['SIGTERM', 'SIGKILL'],
  };
}

const isReady = (message: unknown) =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
