import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest, type TestModule, type Vitest } from 'vitest/node';
import { ROOT } from '../../start/own-programs.ts';
import { type Covered, provingTests, type TitledTest } from '../coverage.ts';
import { isPure } from '../page.ts';
import { switchable } from './plugin.ts';
import { NOTICED_IN, SWITCHED_OFF } from './switched-off.ts';

/**
 * The result of switching one rule off. `noticed`: at least one pure test that names it failed. `green`: all of them still pass. `untouched`: the switch
 * made no difference to them. `notPure`: no pure test names the rule. `broken`: they fail without the switch too, or a file no longer loads.
 */
export type Switched = {
  readonly clause: string;
  readonly result: 'noticed' | 'green' | 'untouched' | 'notPure' | 'broken';
  readonly failed: readonly string[];
  readonly passed: readonly string[];
};

type Bench = {
  readonly vitest: Vitest;
  readonly notes: string;
  /** The tests that fail with every rule in force; they prove nothing. */
  readonly failing: ReadonlySet<string>;
};

/** Switches each enforced rule off in turn and runs the pure tests whose titles name it; `report` is called after each. */
export async function switchOff(
  rows: readonly Covered[],
  report: (switched: Switched) => void,
): Promise<readonly Switched[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhicheng-clauses-'));
  const vitest = await openVitest();
  try {
    const notes = join(folder, 'noticed');
    const files = rows.flatMap((row) => pathsOf(provingTests(row)));
    const bench = { vitest, notes, failing: await failingNow(vitest, [...new Set(files)]) };
    const results: Switched[] = [];
    for (const row of rows) {
      const switched = await switchOne(row, bench);
      report(switched);
      results.push(switched);
    }
    return results;
  } finally {
    await vitest.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const pathsOf = (tests: readonly TitledTest[]) => [
  ...new Set(tests.map(({ path }) => path).filter((path) => isPure(path))),
];

function openVitest(): Promise<Vitest> {
  return createVitest(
    'test',
    { root: ROOT, config: false, watch: false, pool: 'forks', reporters: [{}] },
    { plugins: [switchable()] },
  );
}

async function run(vitest: Vitest, paths: readonly string[]): Promise<readonly TestModule[]> {
  const specifications = paths.map((path) => vitest.getRootProject().createSpecification(join(ROOT, path)));
  const { testModules } = await vitest.runTestSpecifications(specifications);
  const wanted = new Set(specifications.map(({ moduleId }) => moduleId));
  return testModules.filter(({ moduleId }) => wanted.has(moduleId));
}

const titlesOf = (modules: readonly TestModule[], state: 'passed' | 'failed') =>
  modules.flatMap((each) => [...each.children.allTests(state)].map(({ fullName }) => fullName));

async function failingNow(vitest: Vitest, paths: readonly string[]): Promise<ReadonlySet<string>> {
  delete process.env[SWITCHED_OFF];
  const modules = await run(vitest, paths);
  return new Set(titlesOf(modules, 'failed'));
}

async function switchOne(row: Covered, bench: Bench): Promise<Switched> {
  const { id } = row.clause;
  const tests = provingTests(row);
  const paths = pathsOf(tests);
  if (paths.length === 0) return { clause: id, result: 'notPure', failed: [], passed: [] };
  writeFileSync(bench.notes, '');
  process.env[NOTICED_IN] = bench.notes;
  process.env[SWITCHED_OFF] = id;
  bench.vitest.setGlobalTestNamePattern(new RegExp(`(?<![\\w-])${id.replaceAll('.', '\\.')}(?![\\w-])`));
  const modules = await run(bench.vitest, paths);
  const proves = provedBy(tests);
  const failed = titlesOf(modules, 'failed').filter(proves);
  const telling = failed.filter((title) => !bench.failing.has(title));
  const touched = readFileSync(bench.notes, 'utf8') !== '';
  const broken = telling.length < failed.length || modules.some((each) => each.errors().length > 0);
  const result = telling.length > 0 ? 'noticed' : broken ? 'broken' : touched ? 'green' : 'untouched';
  return { clause: id, result, failed: telling, passed: titlesOf(modules, 'passed').filter(proves) };
}

/** Whether a test that ran is one of these; an unknown part of their titles is `…`. */
function provedBy(tests: readonly TitledTest[]): (fullName: string) => boolean {
  const patterns = [...new Set(tests.map(({ title }) => title))].map(
    (title) => new RegExp(`^${title.split('…').map(escaped).join('[^]*')}$`),
  );
  return (fullName) => patterns.some((each) => each.test(fullName.replaceAll(' > ', ' ')));
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
