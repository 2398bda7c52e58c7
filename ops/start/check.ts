import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './own-programs.ts';

type Check = { readonly name: string; readonly args: readonly string[] };
type Counts = { readonly passed: number; readonly failed: number };

const CHECKS: readonly Check[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint and format', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=warn', '.'] },
  {
    name: 'arrows between rooms',
    args: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...rooms(), '--output-type', 'err'],
  },
  { name: 'dead code', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
];

function rooms(): readonly string[] {
  return ['domain', 'config', 'workflows', 'activities', 'commands', 'db', 'api', 'ops', 'test'];
}

/** `npm test` and `npm run test:long`: the checks one after the other beside the tests; ends with one line that counts the tests. */
async function main(suite: string, filters: readonly string[]): Promise<number> {
  const checking = suite === 'test' ? runChecks() : Promise.resolve([]);
  const { code, counts } = await runTests(suite, filters);
  const checks = await checking;
  for (const { name, text } of checks) console.log(`\n== ${name}\n${text.trim()}`);
  const failed = [...checks, { name: 'tests', code }].filter((each) => each.code !== 0).map(({ name }) => name);
  console.log(failed.length === 0 ? '\nall checks passed' : `\nfailed: ${failed.join(', ')}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** Every check, also after one failed, with what it printed. */
async function runChecks(): Promise<{ name: string; code: number; text: string }[]> {
  const done = [];
  for (const { name, args } of CHECKS) {
    const said: Buffer[] = [];
    const code = await run(args, said);
    done.push({ name, code, text: Buffer.concat(said).toString() });
  }
  return done;
}

async function runTests(suite: string, filters: readonly string[]): Promise<{ code: number; counts: Counts }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhicheng-results-'));
  const results = join(folder, 'results.json');
  const config = suite === 'test:long' ? 'vitest.long.config.ts' : 'vitest.config.ts';
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    const code = await run(['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters, ...filters]);
    return { code, counts: countsIn(results, code) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Numbers of tests; a file that did not even load, or a run without any result, counts as one failure each. */
function countsIn(file: string, code: number): Counts {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Results;
    const unloaded = testResults.filter(({ status, assertionResults }) => {
      return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
    });
    const failed = numFailedTests + unloaded.length;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  }
}

type Results = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
};

/** Runs a program on this Node; what it prints is shown, or kept in `said`. */
function run(args: readonly string[], said?: Buffer[]): Promise<number> {
  const output = said ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', output, output] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said?.push(data));
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const usage = `npm test -- [FILTER…]             the checks, and the tests of the files whose path contains a filter, or all
npm run test:long -- [FILTER…]    the long tests: crashes, outages, the demonstration

Exit code: 0 everything passed · 1 something failed.`;

const [suite = 'test', ...filters] = process.argv.slice(2);
process.on('SIGINT', () => {});
if (filters.includes('--help') || filters.includes('-h')) console.log(usage);
else process.exit(await main(suite, filters));
