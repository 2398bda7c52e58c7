import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../../../ops/servers/process/lock.ts';
import { identityOf } from '../../../../ops/servers/process/process-identity.ts';
import { AlreadyRunning, keptKeys, takeDataDir } from '../../../../ops/start/data-dir.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhicheng-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a data folder', () => {
  it('refuses a second instance and says which one has it and what to do', () => {
    const path = join(folder, 'data');
    const first = takeDataDir(path);
    first.tell('which serves http://127.0.0.1:3000');
    expect(() => takeDataDir(path)).toThrow(AlreadyRunning);
    expect(() => takeDataDir(path)).toThrow(
      new RegExp(
        `${path}: process ${process.pid}, which serves http://127.0.0.1:3000[\\s\\S]*kill ${process.pid}[\\s\\S]*DATA_DIR=`,
      ),
    );
    first.release();
    takeDataDir(path).release();
  });

  it('that cannot be made is reported by the name of its variable', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => takeDataDir(join(file, 'data'))).toThrow(/^DATA_DIR: .*file\/data cannot be written to: ENOTDIR/);
  });

  it('keeps the keys that were made at its first start', () => {
    expect(keptKeys(folder)).toEqual(keptKeys(folder));
    expect(keptKeys(folder).DATA_KEYS).toMatch(/^k1:/);
  });
});

describe('a lock', () => {
  const holder = async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await new Promise((resolve) => child.once('spawn', resolve));
    const identity = identityOf(child.pid ?? 0);
    if (!identity) throw new Error('the holder does not run');
    const kill = () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      return gone;
    };
    return { identity, kill };
  };

  it('is refused while its holder runs, and free as soon as that one was killed', async () => {
    const file = join(folder, 'lock');
    const { identity, kill } = await holder();
    writeFileSync(file, JSON.stringify({ ...identity, about: 'busy' }));
    expect(takeLock(file, 'me')).toEqual({ held: false, by: { ...identity, about: 'busy' } });
    await kill();
    expect(takeLock(file, 'me').held).toBe(true);
  });

  it('does not count when another process has got the number of its holder since', async () => {
    const file = join(folder, 'lock');
    const { identity, kill } = await holder();
    writeFileSync(file, JSON.stringify({ pid: identity.pid, started: 'before the restart', about: 'busy' }));
    expect(takeLock(file, 'me').held).toBe(true);
    await kill();
  });

  it('that was half written does not stop anybody', () => {
    const file = join(folder, 'lock');
    writeFileSync(file, '{"pid": 1');
    expect(takeLock(file, 'me').held).toBe(true);
  });
});
