import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identityOf, isRunning } from '../../../../ops/servers/process/process-identity.ts';
import { launch, type Service, stopLeftovers } from '../../../../ops/servers/process/service.ts';
import { type Supervised, supervise } from '../../../../ops/servers/process/supervise.ts';

let folder: string;
let running: Supervised[];
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhicheng-supervise-'));
  running = [];
  told = [];
});

afterEach(async () => {
  for (const service of running) await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A Node program that runs `code` and is ready when it says so. */
function program(code: string): Service {
  return {
    name: 'program',
    command: process.execPath,
    args: ['-e', code],
    cwd: folder,
    messages: true,
    stopWith: ['SIGTERM', 'SIGKILL'],
    stopWithinMs: 2_000,
    ready: (child) => new Promise((resolve) => child.once('message', resolve)),
  };
}

const folders = () => ({ log: folder, run: folder });
const STEADY = "process.send('ready'); setInterval(() => {}, 1000);";

function watch(service: Service): Supervised {
  const supervised = supervise(service, { folders: folders(), tell: (text) => void told.push(text) });
  running.push(supervised);
  return supervised;
}

function numberOf({ pid }: Supervised): number {
  const number = pid();
  if (number === undefined) throw new Error('does not run');
  return number;
}

describe('a supervised program', () => {
  it('that is killed is started again after a pause, and the supervisor says so', async () => {
    const service = watch(program(STEADY));
    await service.start();
    const first = numberOf(service);
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 10_000 });
    expect(told[0]).toBe('program ended (SIGKILL); starting it again in 0.5 s');
    expect(told[1]).toMatch(/^program serves again after \d/);
    expect(numberOf(service)).not.toBe(first);
  });

  it('that keeps dying waits twice as long each time', async () => {
    const service = watch(program(STEADY));
    await service.start();
    for (const pause of ['0.5', '1.0', '2.0']) {
      told.length = 0;
      process.kill(numberOf(service), 'SIGKILL');
      await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 10_000 });
      expect(told[0]).toContain(`again in ${pause} s`);
    }
  });

  it('can be killed and kept down for a while', async () => {
    const service = watch(program(STEADY));
    await service.start();
    const begunAt = performance.now();
    service.keepDown(1_500);
    await vi.waitFor(() => expect(told[1]).toMatch(/serves again/), { timeout: 10_000 });
    expect(performance.now() - begunAt).toBeGreaterThanOrEqual(1_500);
  });

  it('that ends before it is ready fails its start with its last output', async () => {
    const service = watch(program("console.error('no such database'); process.exit(3);"));
    await expect(service.start()).rejects.toThrow(/program ended \(exit code 3\)[\s\S]*no such database/);
  });

  it('that ignores the polite signal is killed when it is stopped', async () => {
    const service = watch({ ...program(`process.on('SIGTERM', () => {}); ${STEADY}`), stopWithinMs: 300 });
    await service.start();
    const identity = identityOf(numberOf(service));
    await service.stop();
    expect(identity && isRunning(identity)).toBe(false);
    expect(told).toEqual([]);
  });

  it('left running by a killed supervisor is found and stopped by the next one', async () => {
    const child = launch(program(STEADY), folders());
    await new Promise((resolve) => child.once('message', resolve));
    const identity = identityOf(child.pid ?? 0);
    expect(await stopLeftovers(['other', 'program'], folders())).toEqual(['program']);
    expect(identity && isRunning(identity)).toBe(false);
    expect(() => readFileSync(join(folder, 'program.json'))).toThrow();
  });
});
