import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf, type ProcessIdentity } from './process-identity.ts';
import { lastWords, launch, type Service, type ServiceFolders, stopProcess } from './service.ts';

/** A service that is kept running. */
export type Supervised = {
  readonly name: string;
  /** Number of the process that runs now. */
  readonly pid: () => number | undefined;
  /** Starts it and waits until it serves; if it ends before, throws with its last output. */
  readonly start: () => Promise<void>;
  /** Kills it at once and does not restart it for some milliseconds. */
  readonly keepDown: (forMs: number) => void;
  /** Stops it for good. */
  readonly stop: () => Promise<void>;
};

/** What a supervisor reports, and the receiver of its services' messages. */
export type SuperviseOptions = {
  readonly folders: ServiceFolders;
  readonly tell: (text: string) => void;
  readonly onMessage?: (message: unknown) => void;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_AFTER_MS = 60_000;

/** Keeps a service running: if it ends unexpectedly it is started again, after a pause that doubles each time. */
export function supervise(service: Service, { folders, tell, onMessage }: SuperviseOptions): Supervised {
  let current: ProcessIdentity | undefined;
  let child: ChildProcess | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let downUntil = 0;
  const stopping = new AbortController();

  const begin = async (): Promise<void> => {
    await service.before?.();
    if (stopping.signal.aborted) return;
    const begunAt = performance.now();
    const started = launch(service, folders);
    child = started;
    current = started.pid === undefined ? undefined : identityOf(started.pid);
    if (onMessage) started.on('message', onMessage);
    const end = ended(started);
    let served = false;
    void end.then((how) => {
      current = undefined;
      if (performance.now() - begunAt > STEADY_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      if (served && !stopping.signal.aborted) void again(how);
    });
    await Promise.race([
      service.ready(started),
      end.then((how) => {
        throw new Error(`${service.name} ended (${how}) before it was ready:\n${lastWords(service, folders)}`);
      }),
    ]);
    served = true;
  };

  const again = async (how: string): Promise<void> => {
    for (let reason = how; !stopping.signal.aborted; ) {
      const waitMs = Math.max(pauseMs, downUntil - performance.now());
      // It is down on purpose, which is no crash.
      if (downUntil <= performance.now()) pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      tell(`${service.name} ended (${reason}); starting it again in ${(waitMs / 1000).toFixed(1)} s`);
      const begunAt = performance.now();
      try {
        await delay(waitMs, undefined, { signal: stopping.signal });
        await begin();
        tell(`${service.name} serves again after ${((performance.now() - begunAt) / 1000).toFixed(1)} s`);
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (current) await stopProcess(current, service);
        reason = error instanceof Error ? error.message : String(error);
      }
    }
  };

  return {
    name: service.name,
    pid: () => current?.pid,
    start: begin,
    keepDown: (forMs) => {
      downUntil = performance.now() + forMs;
      child?.kill('SIGKILL');
    },
    stop: async () => {
      stopping.abort();
      if (current) await stopProcess(current, service);
    },
  };
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
