import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../wait.ts';
import { identityOf, isRunning, type ProcessIdentity, signalProcess } from './process-identity.ts';

/** A program that is started, watched and stopped. */
export type Service = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What must hold before each start. */
  readonly before?: () => Promise<void>;
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Node programs of ours get a channel for messages. */
  readonly messages?: boolean;
  /** Signals that stop it, the gentlest first; each next one follows after `stopWithinMs`. */
  readonly stopWith: readonly NodeJS.Signals[];
  readonly stopWithinMs: number;
  /** Resolves when it serves; called after each start. */
  readonly ready: (child: ChildProcess) => Promise<unknown>;
};

/** Where a service writes its log and its process number. */
export type ServiceFolders = { readonly log: string; readonly run: string };

const LOG_BYTES = 20_000_000;

/** Starts a service. Its output goes to its log, and its process number to `run`, where a later start finds it. */
export function launch(service: Service, folders: ServiceFolders): ChildProcess {
  const log = openLog(logFile(service, folders));
  try {
    const child = spawn(service.command, service.args, {
      cwd: service.cwd,
      ...service.account,
      env: service.env,
      // In its own process group, so that Ctrl-C reaches only the supervisor, which then stops all services in order.
      detached: true,
      stdio: service.messages ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    });
    const identity = child.pid === undefined ? undefined : identityOf(child.pid);
    if (identity)
      writeFileSync(runFile(service.name, folders), JSON.stringify({ ...identity, stopWith: service.stopWith }));
    return child;
  } finally {
    closeSync(log);
  }
}

/** Stops a process, with the gentlest signal first, and waits until it has ended. */
export async function stopProcess(
  identity: ProcessIdentity,
  { stopWith, stopWithinMs }: Pick<Service, 'stopWith' | 'stopWithinMs'>,
): Promise<void> {
  const gone = () => (isRunning(identity) ? undefined : true);
  for (const signal of stopWith) {
    if (!signalProcess(identity, signal)) return;
    const stopped = await waitFor(signal, gone, { withinMs: stopWithinMs, everyMs: 20 }).catch(() => false);
    if (stopped) return;
  }
  throw new Error(`process ${identity.pid} does not stop`);
}

/** Stops the services that a killed supervisor left running, in the order of the names; returns those it found. */
export async function stopLeftovers(names: readonly string[], folders: ServiceFolders): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    const file = runFile(name, folders);
    const left = readLeftover(file);
    if (left && isRunning(left)) {
      found.push(name);
      await stopProcess(left, { stopWith: left.stopWith, stopWithinMs: 10_000 });
    }
    rmSync(file, { force: true });
  }
  return found;
}

/** The last lines a service wrote. */
export function lastWords(service: Service, folders: ServiceFolders, lines = 12): string {
  const file = logFile(service, folders);
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

const fileName = (name: string) => name.toLowerCase().replaceAll(' ', '-');
const logFile = (service: Service, { log }: ServiceFolders) => join(log, `${fileName(service.name)}.log`);
const runFile = (name: string, { run }: ServiceFolders) => join(run, `${fileName(name)}.json`);

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function readLeftover(file: string): (ProcessIdentity & Pick<Service, 'stopWith'>) | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity & Pick<Service, 'stopWith'>;
  } catch {
    return undefined;
  }
}
