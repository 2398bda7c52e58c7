import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CrashPoint } from '../../../commands/deps.ts';
import type { ActResult } from '../../../commands/intents/act.ts';
import { childEnv } from '../../../config/env/env.ts';
import type { ActorTask } from '../actor.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** Settings of a process under test beside those of its backend; `file` is another actor than the usual one. */
export type ProcessOptions = {
  readonly crashAt?: CrashPoint;
  readonly continueAfterEvents?: number;
  readonly file?: string;
};

/** How an actor process ended: with the result of `act`, or killed before it had one. */
export type ActorEnd = {
  readonly result: ActResult | null;
  readonly signal: NodeJS.Signals | null;
  readonly words: string;
};

/** Processes that work with a backend and can be killed; `close` ends those that still run. */
export class Processes {
  private readonly env: Readonly<Record<string, string>>;
  private readonly alive = new Set<RealProcess>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'zhicheng-processes-'));

  constructor(backend: { readonly env: Readonly<Record<string, string>> }) {
    this.env = backend.env;
  }

  /** The worker process; resolves when it polls. */
  async worker(options: ProcessOptions = {}): Promise<RealProcess> {
    const worker = this.start('activities/worker.ts', options);
    await worker.ready();
    return worker;
  }

  /** The HTTP API on a free port of its own, in the demonstration's mode; resolves when it serves. */
  async api(options: ProcessOptions = {}): Promise<{ readonly process: RealProcess; readonly url: string }> {
    const process = this.start('api/server.ts', options, { DEMO: '1', PORT: '0' });
    const { port } = await process.ready();
    return { process, url: `http://127.0.0.1:${port}` };
  }

  /** A process that acts once and ends; without a result where it died before it had one. */
  async actor(task: ActorTask, options: ProcessOptions = {}): Promise<ActorEnd> {
    const actor = this.start(options.file ?? 'test/support/actor.ts', options);
    actor.child.stdin?.end(JSON.stringify(task));
    const signal = await actor.ended;
    const result = actor.output ? (JSON.parse(actor.output) as ActResult) : null;
    return { result, signal, words: actor.words };
  }

  async close(): Promise<void> {
    await Promise.all([...this.alive].map((each) => each.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private start(file: string, options: ProcessOptions, more: Readonly<Record<string, string>> = {}): RealProcess {
    const env = {
      ...this.env,
      ...more,
      DATA_DIR: this.folder,
      ...(options.crashAt ? { CRASH_AT: options.crashAt } : {}),
      ...(options.continueAfterEvents ? { CONTINUE_AS_NEW_AFTER_EVENTS: String(options.continueAfterEvents) } : {}),
    };
    const started = new RealProcess(file, env);
    this.alive.add(started);
    void started.ended.then(() => this.alive.delete(started));
    return started;
  }
}

/** One process of ours: the same Node, the real file. */
export class RealProcess {
  readonly child: ChildProcess;
  /** Resolves with the signal that ended it, null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Standard output, and standard error for the message of a failed test. */
  output = '';
  words = '';

  constructor(file: string, env: Record<string, string>) {
    this.child = spawn(process.execPath, [file], {
      cwd: ROOT,
      env: childEnv(env),
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
    this.child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (this.words += chunk));
    this.ended = once(this.child, 'close').then(([, signal]) => signal as NodeJS.Signals | null);
  }

  /** Resolves when the process says that it serves, with what it says: a server names its port. */
  async ready(): Promise<{ readonly port?: number }> {
    const said = new Promise<{ port?: number }>((resolve) => {
      this.child.on('message', (message: { type?: string; port?: number }) => {
        if (message.type === 'ready') resolve(message);
      });
    });
    const late = AbortSignal.timeout(READY_WITHIN_MS);
    const failed = this.ended.then(() => {
      throw new Error(`it ended before it was ready:\n${this.output}${this.words}`);
    });
    const tooLate = once(late, 'abort').then(() => {
      throw new Error(`it was not ready in time:\n${this.output}${this.words}`);
    });
    failed.catch(() => {});
    tooLate.catch(() => {});
    return await Promise.race([said, failed, tooLate]);
  }

  /** `kill -9`; resolves when it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
