import { type Covered, counted, lacks, type UnknownId } from './coverage.ts';
import type { Switched } from './switch-off/switch-off.ts';

/** One line with the coverage by handling: `E 98 of 211, C …`. */
export function countLine(rows: readonly Covered[]): string {
  const counts = Object.entries(counted(rows));
  return counts.map(([handling, { covered, of }]) => `${handling} ${covered} of ${of}`).join(' · ');
}

/** What is missing, by programme; empty if nothing is. */
export function missingText(rows: readonly Covered[]): string {
  const seeds = [...new Set(rows.map(({ clause }) => clause.seed))];
  return seeds
    .map((seed) =>
      ofProgramme(
        seed,
        rows.filter(({ clause }) => clause.seed === seed),
      ),
    )
    .filter(Boolean)
    .join('\n\n');
}

function ofProgramme(seed: string, rows: readonly Covered[]): string {
  const missing = rows.filter((row) => lacks(row) !== null);
  if (missing.length === 0) return '';
  return [`${seed}: ${countLine(rows)}`, ...missing.map(missingLine)].join('\n');
}

const LACKING = {
  test: 'no test names it',
  act: 'only delivered or attested, and no test that names it sees an act refused',
  place: 'named nowhere',
} as const;

function missingLine(row: Covered): string {
  const { id, handling, rule } = row.clause;
  const what = LACKING[lacks(row) ?? 'place'];
  const unnamed = lacks(row) === 'test' && row.named.length === 0 ? ', nor data nor code' : '';
  return `  ${id.padEnd(12)} ${handling}  ${what}${unnamed}: ${rule.en}`;
}

/** The ids that exist nowhere, with the files that cite them. */
export function unknownText(unknown: readonly UnknownId[]): string {
  return unknown.map(({ id, path }) => `  ${id} is cited in ${path}, and no notice has it`).join('\n');
}

const RESULTS: readonly (readonly [Switched['result'], string])[] = [
  ['green', 'switched off, and the tests that name them stay green'],
  [
    'untouched',
    'stated neither through `clauseSatisfied` nor in data that can be switched off, as far as the tests that name them go',
  ],
  ['broken', 'whose tests fail or do not load for another reason'],
  ['notPure', 'that no pure test names'],
];

/** The result of switching the rules off: how many were noticed, and the others by their result. */
export function switchedText(results: readonly Switched[]): string {
  const having = (result: Switched['result']) => results.filter((each) => each.result === result);
  const others = RESULTS.flatMap(([result, meaning]) => {
    const ids = having(result).map(({ clause }) => clause);
    return ids.length === 0 ? [] : [`${ids.length} ${meaning}: ${ids.join(', ')}`];
  });
  const noticed = having('noticed');
  const byAll = noticed.filter(({ passed }) => passed.length === 0).length;
  const summary = `${noticed.length} of ${results.length} noticed by a test that names the rule, ${byAll} of them by every such test`;
  return [...others, summary].join('\n');
}
