import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readOptions as readBench } from '../../../ops/bench/options.ts';
import { readArguments as readClauses } from '../../../ops/clauses/arguments.ts';
import { Usage } from '../../../ops/command-line/usage.ts';
import { readOptions as readSeason } from '../../../ops/season/options.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What a script of package.json says that starts our programs, as npm runs it with these arguments. */
function npmScript(name: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const words = (scripts[name] ?? '').split(' ').slice(1);
  return new Promise((resolve) => {
    execFile(process.execPath, [...words, ...args], { cwd: ROOT, env: {} }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

it.each(['start', 'migrate', 'api', 'worker', 'test'])(
  'npm run %s explains itself with --help and starts nothing',
  async (name) => {
    const { code, out, err } = await npmScript(name, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^npm (run )?(start|migrate|api|worker|test) /);
  },
);

it.each(['start', 'migrate', 'api', 'worker'])('npm run %s takes no arguments', async (name) => {
  const { code, out, err } = await npmScript(name, '--port');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/takes no arguments, and got --port\nHow it is used: npm .* -- --help\n$/);
});

it.each([
  ['clauses', () => readClauses(['--all'])],
  ['clauses', () => readClauses(['--only', 'LN-1-c'])],
  ['bench', () => readBench(['--rounds', 'five'])],
  ['season', () => readSeason(['liaoning'])],
  ['season', () => readSeason(['liaoning-diit-2024', '--seed', '0'])],
])('npm run %s says first what is wrong, then how to get help', (name, read) => {
  expect(read).toThrow(Usage);
  expect(read).toThrow(new RegExp(`^.+\\nHow it is used: npm run ${name} -- --help$`, 's'));
});
