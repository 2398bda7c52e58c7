import type { Clause } from '../../config/clauses.ts';
import { type Covered, counted } from './coverage.ts';
import type { Mention } from './mentions.ts';

const LONGEST_QUOTE = 60;
const MAX_LISTED = 4;
/** How many titles of one test file are listed. */
const MAX_TITLES = 2;

const HANDLINGS: readonly (readonly [Clause['handling'], string])[] = [
  [
    'E',
    'enforced; a place that names it and a test whose title does, which sees an act refused where the rule is only delivered on paper or attested',
  ],
  ['C', 'attested by a named person; a place that names it and a test whose title does'],
  ['M', 'held as data; a place that names it'],
  ['S', 'shown as guidance; a place that names it'],
];

const NOTICES = {
  'dalian-2024': 'Dalian 2024',
  'lianyungang-2024': 'Lianyungang 2024',
  'liaoning-gxt-2024': 'Liaoning 2024',
} as const;

/** docs/clauses.md: every printed rule, the places that name it, and its tests. The same rows give the same text. */
export function pageOf(rows: readonly Covered[]): string {
  const seeds = Object.entries(NOTICES);
  return [
    '# Every printed rule, where it lives and what tests it',
    '',
    'Written by `npm run clauses`; `npm run clauses -- --check` fails where it is out of date. The sentences are those of the notices in `config/seeds/`; in full,',
    'with their lines, in `config/clauses.json`. `clauseSatisfied` marks a rule stated in code through `domain/clause.ts`.',
    '',
    ...summary(rows),
    '',
    ...seeds.flatMap(([seed, name]) => [
      `## ${name}`,
      '',
      ...table(rows.filter(({ clause }) => clause.seed === seed)),
      '',
    ]),
  ].join('\n');
}

function summary(rows: readonly Covered[]): string[] {
  const counts = counted(rows);
  return [
    '| Handling | Needs | Covered |',
    '| --- | --- | --- |',
    ...HANDLINGS.map(([handling, needs]) => {
      const { covered, of } = counts[handling];
      return `| ${handling} | ${needs} | ${covered} of ${of} |`;
    }),
  ];
}

function table(rows: readonly Covered[]): string[] {
  return [
    '| Rule | Printed | | Named by | Tests |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ clause, named, tests }) =>
        `| ${clause.id} | ${cell(quoteOf(clause))} | ${clause.handling} | ${listed(places(named))} | ${listed(tested(tests))} |`,
    ),
  ];
}

function quoteOf({ section, quote }: Clause): string {
  const printed = (typeof quote === 'string' ? quote : quote.join('…')).replace(/\s/g, '');
  const characters = Array.from(printed);
  const short = characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : printed;
  return `〔${section}〕${short}`;
}

function places(named: readonly Mention[]): string[] {
  const inOrder = named.toSorted((a, b) => order(a) - order(b));
  const files = new Map<string, string[]>();
  for (const { path, key, stated } of inOrder) {
    files.set(path, [...(files.get(path) ?? []), stated ? `${key} (clauseSatisfied)` : key]);
  }
  return [...files].map(([path, keys]) => `${path}: ${[...new Set(keys)].filter(Boolean).join(', ')}`);
}

/** Data first, then the rules of the domain, then the rest. */
const order = ({ path }: Mention) => (path.startsWith('config/programmes/') ? 0 : path.startsWith('domain/') ? 1 : 2);

function tested(tests: Covered['tests']): string[] {
  const pureFirst = tests.toSorted((a, b) => Number(isPure(b.path)) - Number(isPure(a.path)));
  const paths = [...new Set(pureFirst.map(({ path }) => path))];
  return paths.map((path) => {
    const titles = pureFirst.filter((each) => each.path === path).map(({ title }) => title);
    const more = titles.length - MAX_TITLES;
    return `${path}: ${titles.slice(0, MAX_TITLES).join(' · ')}${more > 0 ? ` · and ${more} more` : ''}`;
  });
}

/** Whether a test file runs without a server. */
export const isPure = (path: string) => /^test\/(domain|config)\//.test(path);

function listed(lines: readonly string[]): string {
  const shown = lines.slice(0, MAX_LISTED).map(cell);
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>') || '—';
}

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
