import type { Clause } from '../../config/clauses.ts';
import type { SourceFile } from './files.ts';
import { idsIn, isMadeUp, type Mention, mentionsIn } from './mentions.ts';
import { testsIn } from './titles.ts';

/** A test whose title names a rule; `refused` says whether it sees an action refused. */
export type TitledTest = { readonly path: string; readonly title: string; readonly refused: boolean };

/** One printed rule with every place that names it and every test whose title does. */
export type Covered = {
  readonly clause: Clause;
  readonly named: readonly Mention[];
  readonly tests: readonly TitledTest[];
};

/** An id that no notice has, and the file that cites it. */
export type UnknownId = { readonly id: string; readonly path: string };

/** Each rule with the places that name it and the tests, in the order of `clauses`. */
export function coverageOf(
  clauses: Iterable<Clause>,
  code: readonly SourceFile[],
  tests: readonly SourceFile[],
): readonly Covered[] {
  const mentions = grouped(code.flatMap(mentionsIn), (each) => [each.clause]);
  const titles = tests.flatMap(({ path, text }) => testsIn(path, text).map((each) => ({ path, ...each })));
  const tested = grouped(titles, (each) => [...new Set(idsIn(each.title))]);
  return [...clauses].map((clause) => ({
    clause,
    named: mentions.get(clause.id) ?? [],
    tests: tested.get(clause.id) ?? [],
  }));
}

function grouped<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}

/** The ids that `files` cite and no notice has. */
export function unknownIds(files: readonly SourceFile[], knows: (id: string) => boolean): readonly UnknownId[] {
  return files.flatMap(({ path, text }) => {
    const ids = [...new Set(idsIn(text))].filter((id) => !knows(id) && !isMadeUp(id));
    return ids.map((id) => ({ id, path }));
  });
}

/** Kinds of check that refuse nobody by themselves: delivered on paper, attested by somebody, shown. */
const REFUSES_NOBODY = ['delivered', 'attested', 'shown'];
/** Files in which rules are only quoted: lists, provisions, labels of outcomes. */
const ONLY_TOLD = /^config\/programmes\/[^/]+\/(reference|provisions|outcomes)\.ts$/;

/** Whether an enforced rule is only delivered on paper or attested, so that no data or code refuses anything because of it. */
export function standsOnPaper({ clause, named }: Covered): boolean {
  const places = named.filter(({ path }) => !ONLY_TOLD.test(path));
  const paper = places.some(({ lookedAt }) => lookedAt === 'delivered' || lookedAt === 'attested');
  return clause.handling === 'E' && paper && places.every(({ lookedAt }) => REFUSES_NOBODY.includes(lookedAt ?? ''));
}

/** The tests that prove a rule; for a rule that is only on paper, those that see an action refused. */
export const provingTests = (row: Covered): readonly TitledTest[] =>
  standsOnPaper(row) ? row.tests.filter(({ refused }) => refused) : row.tests;

/** What a rule still lacks: a place in data or code that names it; if it is enforced or attested, a test; if it is only on paper, a test that sees an action refused. */
export function lacks(row: Covered): 'test' | 'act' | 'place' | null {
  const { clause, named, tests } = row;
  const tested = clause.handling === 'M' || clause.handling === 'S' || tests.length > 0;
  if (!tested) return 'test';
  if (named.length === 0) return 'place';
  return clause.handling === 'E' && provingTests(row).length === 0 ? 'act' : null;
}

/** The number of rules of each handling, and how many of them lack nothing. */
export function counted(
  rows: readonly Covered[],
): Readonly<Record<Clause['handling'], { of: number; covered: number }>> {
  const counts = {
    E: { of: 0, covered: 0 },
    C: { of: 0, covered: 0 },
    M: { of: 0, covered: 0 },
    S: { of: 0, covered: 0 },
  };
  for (const row of rows) {
    const count = counts[row.clause.handling];
    count.of += 1;
    if (lacks(row) === null) count.covered += 1;
  }
  return counts;
}
