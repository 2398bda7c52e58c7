import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Service } from '../servers/service.ts';
import { waitFor } from '../servers/wait.ts';

/** The folder of the clone. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const READY_WITHIN_MS = 120_000;
/**
 * How large each half of the heap for new objects gets, and the heap for all others, MiB. By itself the first grows to 16 while a process loads its modules, and
 * stays so; the second is collected the later the more it may hold (four times what is in use, with 512 one and a half times). A worker keeps
 * its cases there, so it has no such bound.
 */
const YOUNG_MIB = 8;
const API_OLD_MIB = 512;
/** Of the C library's heap: each thread would have one of its own, with its own gaps. */
const ARENAS = '2';

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
  const program = nodeProgram(name, 'api/server.ts', env);
  const answers = async () => ((await fetch(`${baseUrl}/readyz`)).ok ? true : undefined);
  return {
    ...program,
    args: [`--max-old-space-size=${API_OLD_MIB}`, ...program.args],
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
    env: { ...env, MALLOC_ARENA_MAX: ARENAS },
    messages: true,
    stopWith: ['SIGTERM', 'SIGKILL'],
  };
}

const isReady = (message: unknown) =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
