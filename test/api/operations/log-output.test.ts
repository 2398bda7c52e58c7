import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { expect, it } from 'vitest';

const logging = new URL('../../../api/operations/logging.ts', import.meta.url).href;
const output = new URL('../../../config/log-output.ts', import.meta.url).href;
const program = (then: string) => `
  import { createLogger } from ${JSON.stringify(logging)};
  const log = createLogger('info');
  log.info('a last word');
  ${then}`;
const run = (then: string, stdout: 'pipe' | number = 'pipe'): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '-e', program(then)], { stdio: ['ignore', stdout, 'pipe'] });

async function ended(child: ChildProcess): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const errors: string[] = [];
  child.stdout?.on('data', (data) => void out.push(String(data)));
  child.stderr?.on('data', (data) => void errors.push(String(data)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out: out.join(''), error: errors.join('') };
}

it.each([
  ['comes to its end', '', 0],
  ['is ended', 'process.exit(3)', 3],
  ['throws', `setTimeout(() => { throw new Error('broken'); }, 5)`, 1],
])('what was logged is written when the process %s', async (_, then, expected) => {
  const { code, out } = await ended(run(then));
  expect(code).toBe(expected);
  expect(out).toContain('a last word');
});

/** Logs more than may wait, then tells on standard error how many lines were dropped, and ends. */
const goingOn = `
  const { droppedLogLines } = await import(${JSON.stringify(output)});
  const started = performance.now();
  const logging = setInterval(() => {
    for (let n = 0; n < 20; n++) log.info('x'.repeat(9_000));
    if (droppedLogLines() < 50 && performance.now() - started < 20_000) return;
    console.error('still here, dropped ' + droppedLogLines());
    process.exit(0);
  }, 5);`;

it('the process stays up, drops lines and counts them when nobody reads its log any more', async () => {
  const child = run(goingOn);
  child.stdout?.once('data', () => child.stdout?.destroy());
  const { code, error } = await ended(child);
  expect(error).toContain('the log cannot be written to standard output, lines are dropped: EPIPE');
  expect(error).toMatch(/still here, dropped \d{2,}/);
  expect(code).toBe(0);
});

it('the process stays up, drops lines and counts them when its disk is full', async () => {
  const full = openSync('/dev/full', 'w');
  const { code, error } = await ended(run(goingOn, full));
  closeSync(full);
  expect(error).toContain('the log cannot be written to standard output, lines are dropped: ENOSPC');
  expect(error).toMatch(/still here, dropped \d{2,}/);
  expect(code).toBe(0);
});
