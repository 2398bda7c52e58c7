import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../start/own-programs.ts';

/** A file of the clone: its path from the root, with `/`, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

const RULES_LIVE_IN = ['config', 'domain', 'workflows', 'commands', 'activities', 'db', 'api'];
const ELSEWHERE = ['ops', 'test', 'docs', 'README.md', 'CONTRIBUTING.md'];
/** Files that do not count: the list of rules, the printed notices, recorded histories, and the page that is generated. */
const LEFT_OUT =
  /^(config\/clauses\.json|config\/seeds\/.*|test\/histories\/.*|db\/(migrations|functions)\/.*|docs\/clauses\.md)$/;

/** The code and data in which rules may be named. */
export function ruleFiles(): readonly SourceFile[] {
  return filesUnder(RULES_LIVE_IN, /\.(ts|json)$/);
}

/** The tests that `npm test` runs. */
export function testFiles(): readonly SourceFile[] {
  return filesUnder(['test'], /\.test\.ts$/).filter(({ path }) => !path.startsWith('test/long/'));
}

/** Every written file that may cite a rule. */
export function writtenFiles(): readonly SourceFile[] {
  return filesUnder([...RULES_LIVE_IN, ...ELSEWHERE], /\.(ts|mjs|cjs|json|md)$/);
}

function filesUnder(places: readonly string[], wanted: RegExp): SourceFile[] {
  return places
    .filter((place) => existsSync(join(ROOT, place)))
    .flatMap((place) => (/\.\w+$/.test(place) ? [place] : below(place)))
    .filter((path) => wanted.test(path) && !LEFT_OUT.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function below(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(path) : [path];
  });
}
