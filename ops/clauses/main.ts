import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clauses } from '../../config/clauses.ts';
import { Usage } from '../command-line/usage.ts';
import { ROOT } from '../start/own-programs.ts';
import { readArguments, USAGE, type Wanted } from './arguments.ts';
import { type Covered, coverageOf, lacks, unknownIds } from './coverage.ts';
import { ruleFiles, testFiles, writtenFiles } from './files.ts';
import { pageOf } from './page.ts';
import { countLine, missingText, switchedText, unknownText } from './report.ts';

const PAGE = 'docs/clauses.md';

/** `npm run clauses`: the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args);
  if (wanted.do === 'help') {
    console.log(USAGE);
    return 0;
  }
  const rows = coverageOf(clauses.values(), ruleFiles(), testFiles());
  return wanted.do === 'switchOff' ? switchRules(rows, wanted.only) : coverage(wanted.do, rows);
}

async function switchRules(rows: readonly Covered[], only: readonly string[]): Promise<number> {
  const unknown = only.filter((id) => !clauses.has(id));
  if (unknown.length > 0) throw new Usage('npm run clauses', `No notice has ${unknown.join(', ')}`);
  const { switchOff } = await import('./switch-off/switch-off.ts');
  const enforced = rows.filter(({ clause }) => clause.handling === 'E');
  const chosen = only.length === 0 ? enforced : rows.filter(({ clause }) => only.includes(clause.id));
  const results = await switchOff(chosen, ({ clause, result, failed, passed }) => {
    console.log(`  ${result.padEnd(9)} ${clause.padEnd(12)} ${failed.length} failed, ${passed.length} passed`);
  });
  console.log(`\n${switchedText(results)}`);
  return results.every(({ result }) => result === 'noticed') ? 0 : 1;
}

function coverage(what: Exclude<Wanted['do'], 'help' | 'switchOff'>, rows: readonly Covered[]): number {
  const unknown = unknownIds(writtenFiles(), (id) => clauses.has(id));
  const page = pageOf(rows);
  const path = join(ROOT, PAGE);
  const outdated = what === 'check' && (!existsSync(path) || readFileSync(path, 'utf8') !== page);
  if (what === 'write') writeFileSync(path, page);
  const missing = missingText(rows);
  if (missing !== '') console.log(`${missing}\n`);
  if (unknown.length > 0) console.log(`${unknownText(unknown)}\n`);
  if (outdated) console.log(`${PAGE} is out of date: npm run clauses writes it\n`);
  console.log(countLine(rows));
  return rows.every((row) => lacks(row) === null) && unknown.length === 0 && !outdated ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Usage)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
