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

/** `npm test` and `npm run test:long`: every check, also after one failed; ends with one line that counts the tests. */
async function main(suite: string, filters: readonly string[]): Promise<number> {
  const failed: string[] = [];
  for (const check of suite === 'test' ? CHECKS : []) {
    console.log(`\n== ${check.name}`);
    if ((await run(check.args)) !== 0) failed.push(check.name);
  }
  console.log('\n== tests');
  const { code, counts } = await runTests(suite, filters);
  if (code !== 0) failed.push('tests');
  console.log(failed.length === 0 ? '\nall checks passed' : `\nfailed: ${failed.join(', ')}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return failed.length === 0 ? 0 : 1;
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

function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const [suite = 'test', ...filters] = process.argv.slice(2);
process.on('SIGINT', () => {});
process.exit(await main(suite, filters));
