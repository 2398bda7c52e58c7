import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { paperWordsSchema } from '../../../config/programme-schema/papers-schema.ts';
import { papers as dalian } from '../../../config/programmes/dalian-2024/papers.ts';
import { papers as lianyungang } from '../../../config/programmes/lianyungang-2024/papers.ts';
import { papers as liaoning } from '../../../config/programmes/liaoning-diit-2024/papers.ts';
import { filledIn } from '../../../domain/papers/paper-words.ts';

/** Without the line breaks and the narrow signs of the text that we have. */
const plain = (text: string) =>
  text.replaceAll(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')').replaceAll(',', '，');
/** What is printed between the blanks that are filled in. */
const printedParts = (says: string) =>
  says.split(/\{[^}]*\}/).flatMap((part) => (part === '' ? [] : [plain(part).replace(/：$/, '')]));
const seedOf = (seed: string) =>
  plain(readFileSync(new URL(`../../../config/seeds/${seed}.txt`, import.meta.url), 'utf8'));

describe.each([
  ['dalian-2024', dalian],
  ['lianyungang-2024', lianyungang],
  ['liaoning-gxt-2024', liaoning],
])('the words of %s on its papers', (seed, words) => {
  it('stand in it, and name only rules of it', () => {
    expect(words.flatMap(({ clauses: ids }) => ids).filter((id) => clauses.get(id)?.seed !== seed)).toEqual([]);
    const notice = seedOf(seed);
    const parts = words.flatMap(({ says }) => printedParts(says));
    expect(parts.filter((part) => !notice.includes(part))).toEqual([]);
  });

  it('are of the right shape', () => {
    for (const each of words) expect(paperWordsSchema.parse(each)).toEqual(each);
  });
});

describe('words of a paper', () => {
  it('may name only what a paper knows', () => {
    const words = { on: 'bagLabel', place: 'label', clauses: ['DL-2.3.2-b'] };
    expect(paperWordsSchema.safeParse({ ...words, says: '级别：{level}' }).success).toBe(true);
    expect(paperWordsSchema.safeParse({ ...words, says: '级别：{rank}' }).success).toBe(false);
  });

  it('are filled in as they are, whatever signs the values have', () => {
    expect(filledIn('{name}与{name}，{unit}', { name: '$& 甲' })).toBe('$& 甲与$& 甲，');
  });
});
