import type { Clause } from '../../config/clauses.ts';
import type { SourceFile } from './files.ts';
import { idsIn, isMadeUp, type Mention, mentionsIn } from './mentions.ts';
import { testsIn } from './titles.ts';

/** A test whose title names a rule; `refused` says whether it sees an act refused. */
export type TitledTest = { readonly path: string; readonly title: string; readonly refused: boolean };

/** One printed rule with every place that names it and every test whose title does. */
export type Covered = {
  readonly clause: Clause;
  readonly named: readonly Mention[];
  readonly tests: readonly TitledTest[];
};

/** An id that no notice has, and the file that cites it. */
export type UnknownId = { readonly id: string; readonly path: string };

/** Each rule with what names and tests it, in the order of `clauses`. */
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

/** What refuses nobody by itself: a paper that is delivered, somebody's word, what is shown. */
const REFUSES_NOBODY = ['delivered', 'attested', 'shown'];
/** Where rules are only told: lists, provisions, labels of outcomes. */
const ONLY_TOLD = /^config\/programmes\/[^/]+\/(reference|provisions|outcomes)\.ts$/;

/** Whether a rule that is enforced stands only as what somebody delivers or attests, so that no data or code of it refuses anything. */
export function standsOnPaper({ clause, named }: Covered): boolean {
  const places = named.filter(({ path }) => !ONLY_TOLD.test(path));
  const paper = places.some(({ lookedAt }) => lookedAt === 'delivered' || lookedAt === 'attested');
  return clause.handling === 'E' && paper && places.every(({ lookedAt }) => REFUSES_NOBODY.includes(lookedAt ?? ''));
}

/** The tests that prove a rule: of one that stands only on paper those that see an act refused. */
export const provingTests = (row: Covered): readonly TitledTest[] =>
  standsOnPaper(row) ? row.tests.filter(({ refused }) => refused) : row.tests;

/** What a rule still lacks: a place in data or code that names it, and where it is enforced or attested a test, one that sees an act refused where it stands only on paper. */
export function lacks(row: Covered): 'test' | 'act' | 'place' | null {
  const { clause, named, tests } = row;
  const tested = clause.handling === 'M' || clause.handling === 'S' || tests.length > 0;
  if (!tested) return 'test';
  if (named.length === 0) return 'place';
  return clause.handling === 'E' && provingTests(row).length === 0 ? 'act' : null;
}

/** How many rules of each handling there are and how many of them lack nothing. */
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
