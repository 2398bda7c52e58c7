import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { VARIABLES } from '../../config/env/env-variables.ts';
import type { Service } from '../servers/process/service.ts';
import { waitFor } from '../servers/wait.ts';

/** The folder of the clone. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const READY_WITHIN_MS = 120_000;
/**
 * The maximum sizes of each half of the heap for new objects, and of the heap for old objects, MiB. Without a limit the first grows to 16 while a process
 * loads its modules, and stays there; the second is collected later the larger it may be (at four times what is in use; with 512, at one and a half
 * times). A worker caches its cases in the second, half a MiB each, and may hold twice that.
 */
const YOUNG_MIB = 8;
/** An API process makes new objects for every request; with more room for them it spends a fifth less CPU time on each poll. */
const API_YOUNG_MIB = 32;
const API_OLD_MIB = 512;
/** So for a worker and its commands. */
const WORKER_YOUNG_MIB = 16;
const workerOldMib = ({ WORKFLOW_CACHE }: NodeJS.ProcessEnv) =>
  384 + Number(WORKFLOW_CACHE || VARIABLES.WORKFLOW_CACHE.fallback);
/** The number of heaps of the C library; by default each thread has its own, with unused gaps. */
const ARENAS = '2';

/** The program that runs once before API and worker, the same as `npm run migrate`. */
export const preparation = (env: NodeJS.ProcessEnv) => nodeProgram('preparation', 'ops/servers/migrate.ts', env);

/** Runs a program until it ends or the signal ends it; returns the error it printed if it failed, else null. */
export async function runToEnd(
  { command, args, cwd, env }: ReturnType<typeof preparation>,
  signal: AbortSignal,
): Promise<string | null> {
  const child = spawn(command, args, { cwd, env, signal, stdio: ['ignore', 'inherit', 'pipe'] });
  const [printed, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return code === 0 ? null : printed.trim();
}

/** The worker process, the same as `npm run worker`; it sends a message when it polls. */
export function workerService(env: NodeJS.ProcessEnv, name = 'worker'): Service {
  const program = nodeProgram(name, 'activities/worker.ts', env, WORKER_YOUNG_MIB);
  return {
    ...program,
    args: [`--max-old-space-size=${workerOldMib(env)}`, ...program.args],
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

/** The API process, the same as `npm run api`; `baseUrl` is its address. */
export function apiService(env: NodeJS.ProcessEnv, baseUrl: string, name = 'API'): Service {
  const program = nodeProgram(name, 'api/server.ts', env, API_YOUNG_MIB);
  const answers = async () => ((await fetch(`${baseUrl}/readyz`)).ok ? true : undefined);
  return {
    ...program,
    args: [`--max-old-space-size=${API_OLD_MIB}`, ...program.args],
    stopWithinMs: 15_000,
    ready: () => waitFor(`${baseUrl}/readyz`, answers, { withinMs: READY_WITHIN_MS }),
  };
}

function nodeProgram(
  name: string,
  file: string,
  env: NodeJS.ProcessEnv,
  youngMib = YOUNG_MIB,
): Omit<Service, 'ready' | 'stopWithinMs'> {
  return {
    name,
    command: process.execPath,
    args: [`--max-semi-space-size=${youngMib}`, file],
    cwd: ROOT,
    env: { ...env, MALLOC_ARENA_MAX: ARENAS },
    messages: true,
    stopWith: ['SIGTERM', 'SIGKILL'],
  };
}

const isReady = (message: unknown) =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
