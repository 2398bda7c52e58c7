import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Service } from '../servers/service.ts';
import { waitFor } from '../servers/wait.ts';

/** The folder of the clone. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const READY_WITHIN_MS = 120_000;
/** How large each half of the heap for new objects gets, MiB: by itself it grows to 16 while a process loads its modules, and stays so. */
const YOUNG_MIB = 4;

/** What runs once before API and worker, the same that `npm run migrate` runs. */
export const preparation = (env: NodeJS.ProcessEnv) => nodeProgram('preparation', 'ops/servers/migrate.ts', env);

/** Runs a program that prints what it does, until it ends by itself or the signal; gives the reason it printed where it failed, else null. */
export async function runToEnd(
  { command, args, cwd, env }: ReturnType<typeof preparation>,
  signal: AbortSignal,
): Promise<string | null> {
  const child = spawn(command, args, { cwd, env, signal, stdio: ['ignore', 'inherit', 'pipe'] });
  const [printed, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return code === 0 ? null : printed.trim();
}

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
    args: [`--max-semi-space-size=${YOUNG_MIB}`, file],
    cwd: ROOT,
    env,
    messages: true,
    stopWith: ['SIGTERM', 'SIGKILL'],
  };
}

const isReady = (message: unknown) =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
