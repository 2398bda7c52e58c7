import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Clause, clause, clauses } from '../../../config/clauses.ts';

const notices = [
  { prefix: 'LN', seed: 'liaoning-gxt-2024', rules: 136, handling: { E: 86, C: 16, M: 23, S: 11 } },
  { prefix: 'DL', seed: 'dalian-2024', rules: 97, handling: { E: 58, C: 11, M: 16, S: 12 } },
  { prefix: 'LYG', seed: 'lianyungang-2024', rules: 106, handling: { E: 67, C: 8, M: 28, S: 3 } },
] as const;

/** Each printed section of the Liaoning notice with the letter of its last rule: `1:e` stands for LN-1-a to LN-1-e. */
const liaoningSections = `
  0:a 1:e
  2.1.1:b 2.1.2:b 2.1.3:b 2.2.1:a 2.2.2:d
  3:b 3.1:a 3.2.1:a 3.2.2:a 3.2.3:a 3.2.4:a 3.2.5:a 3.2.6:a 3.2.7:a 3.2.8:a 3.3:a 3.4:a
  4.1:e 4.2:b 4.3:f
  5.1:e 5.2.1:a 5.2.2:a 5.2.3:b 5.3:a 5.4:g 5.5.1:b 5.5.2:b 5.5.3:b 5.6:e 5.7:c
  6.1:d 6.2:b 6.3.1:a 6.3.2:a 6.3.3:b 6.4:d 6.5:b
  7:h
  8.1:c 8.2:a 8.3:b 8.4:a 8.5:a 9.1:b 9.2:a 9.3:a
  A1:g
  A2:a A2.1:e A2.2:a A2.3.1:c A2.3.2:a A2.3.3:a A2.3.4:a A2.3.5:a A2.3.6:a A2.3.7:a A2.3.8:a A2.3.9:a A2.4:a`;

function liaoningIds(): string[] {
  return liaoningSections
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [section = '', last = ''] = entry.split(':');
      const letters = Array.from('abcdefghijklmnopqrstuvwxyz').filter((letter) => letter <= last);
      return letters.map((letter) => `LN-${section}-${letter}`);
    });
}

function seedText(seed: string): string {
  return readFileSync(new URL(`../../../config/seeds/${seed}.txt`, import.meta.url), 'utf8');
}

/** The first and last line (from 1) where the passages stand one after the other, blanks ignored; null if they do not. */
function locate(text: string, passages: readonly string[]): [number, number] | null {
  const printed: { character: string; line: number }[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    for (const character of content.replace(/\s/g, '').split('')) printed.push({ character, line: index + 1 });
  }
  const compact = printed.map(({ character }) => character).join('');
  let first: number | undefined;
  let end = 0;
  for (const passage of passages) {
    const wanted = passage.replace(/\s/g, '');
    const start = compact.indexOf(wanted, end);
    if (start < 0 || wanted === '') return null;
    first ??= printed[start]?.line;
    end = start + wanted.length;
  }
  const last = printed[end - 1]?.line;
  return first === undefined || last === undefined ? null : [first, last];
}

function quotationProblem(row: Pick<Clause, 'quote' | 'lines'>, text: string): string | null {
  const passages = typeof row.quote === 'string' ? [row.quote] : row.quote;
  if (locate(text, passages) === null) return 'not printed';
  const [from, to] = row.lines;
  const stated = text
    .split('\n')
    .slice(from - 1, to)
    .join('\n');
  const found = locate(stated, passages);
  if (found === null) return 'not on the stated lines';
  return found[0] === 1 && found[1] === to - from + 1 ? null : 'on fewer lines than stated';
}

function rowsOf(seed: string): Clause[] {
  return [...clauses.values()].filter((row) => row.seed === seed);
}

describe.each(notices)('the rules of $seed', ({ prefix, seed, rules, handling }) => {
  it('are each quoted in the words the notice prints, on exactly the stated lines', () => {
    const text = seedText(seed);
    const problems = rowsOf(seed).map((row) => ({ id: row.id, problem: quotationProblem(row, text) }));
    expect(problems.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  it('are complete, and as many are enforced, attested, held as data and shown as were counted', () => {
    const rows = rowsOf(seed);
    const counted = { E: 0, C: 0, M: 0, S: 0 };
    for (const row of rows) counted[row.handling] += 1;
    expect(rows).toHaveLength(rules);
    expect(counted).toEqual(handling);
  });

  it('carry the prefix of their notice', () => {
    expect(rowsOf(seed).filter((row) => !row.id.startsWith(`${prefix}-`))).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('holds every rule of the Liaoning notice in the order of its sections', () => {
    expect(rowsOf('liaoning-gxt-2024').map((row) => row.id)).toEqual(liaoningIds());
  });

  it('finds the three chances to submit by LN-5.5.3-b', () => {
    expect(clause('LN-5.5.3-b')).toMatchObject({
      section: '五(五)3',
      lines: [86, 87],
      kind: 'attempts',
      handling: 'E',
    });
  });

  it('throws on an id no notice has', () => {
    expect(() => clause('LN-5.5.3-z')).toThrow('LN-5.5.3-z');
  });
});

describe('the check of a quotation', () => {
  const text = seedText('liaoning-gxt-2024');
  const row = clause('LN-5.5.3-b');

  it('reports a quotation with one figure changed as not printed', () => {
    expect(quotationProblem({ ...row, quote: String(row.quote).replace('3次', '4次') }, text)).toBe('not printed');
  });

  it('reports a passage missing from several', () => {
    const several = clause('LN-A2.1-c');
    const corrupted = { ...several, quote: [...several.quote, '4.不存在的材料。'] };
    expect(quotationProblem(corrupted, text)).toBe('not printed');
  });

  it('reports a line range that begins late, ends early or is too wide', () => {
    expect(quotationProblem({ ...row, lines: [87, 88] }, text)).toBe('not on the stated lines');
    expect(quotationProblem({ ...row, lines: [86, 86] }, text)).toBe('not on the stated lines');
    expect(quotationProblem({ ...row, lines: [85, 87] }, text)).toBe('on fewer lines than stated');
    expect(quotationProblem({ ...row, lines: [86, 88] }, text)).toBe('on fewer lines than stated');
  });
});
