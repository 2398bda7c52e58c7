import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhicheng-report-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const module = (file: string) => JSON.stringify(new URL(`../../../ops/${file}`, import.meta.url).href);

/** Supervises a program that is killed once the reader is gone; exits with 7 when it serves again, with 1 when anything is thrown. */
const SUPERVISOR = () => `
  import { createReport } from ${module('servers/report.ts')};
  import { outliveOutput } from ${JSON.stringify(new URL('../../../config/outlive-output.ts', import.meta.url).href)};
  import { supervise } from ${module('servers/process/supervise.ts')};
  outliveOutput();
  process.on('uncaughtException', () => process.exit(1));
  const report = createReport();
  const folder = ${JSON.stringify(folder)};
  const service = supervise({
    name: 'program', command: process.execPath, cwd: folder, messages: true, stopWith: ['SIGKILL'], stopWithinMs: 2000,
    args: ['-e', "process.send('ready'); setInterval(() => {}, 1000)"],
    ready: (child) => new Promise((resolve) => child.once('message', resolve)),
  }, {
    folders: { log: folder, run: folder },
    tell: async (text) => {
      report.line(text);
      console.error(text);
      if (!text.includes('serves again')) return;
      setTimeout(async () => { await service.stop(); process.exit(7); }, 100);
    },
  });
  await service.start();
  report.line('ready');
  process.stdin.once('data', () => process.kill(service.pid(), 'SIGKILL'));`;

describe('a supervisor whose reader went away', () => {
  it('brings a killed program back all the same', async () => {
    const supervisor = spawn(process.execPath, ['--input-type=module', '-e', SUPERVISOR()], { stdio: 'pipe' });
    const ended = once(supervisor, 'exit');
    await once(supervisor.stdout, 'data');
    for (const stream of [supervisor.stdout, supervisor.stderr]) {
      stream.destroy();
      await once(stream, 'close');
    }
    supervisor.stdin.write('kill\n');
    expect(await ended).toEqual([7, null]);
  });
});
