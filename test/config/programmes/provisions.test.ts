import { describe, expect, it } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { provisions as dalian } from '../../../config/programmes/dalian-2024/provisions.ts';
import { provisions as lianyungang } from '../../../config/programmes/lianyungang-2024/provisions.ts';
import { provisions as liaoning } from '../../../config/programmes/liaoning-diit-2024/provisions.ts';

const plain = (text: string) => text.replaceAll(/[\s《》“”]/g, '');
const printed = (id: string) => plain([clauses.get(id)?.quote ?? []].flat().join(''));

describe.each([
  ['dalian-2024', dalian],
  ['lianyungang-2024', lianyungang],
  ['liaoning-gxt-2024', liaoning],
])('what %s says beside its rules', (seed, provisions) => {
  it('names each rule once, and only rules of its own notice', () => {
    const ids = provisions.map(({ clause }) => clause);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => clauses.get(id)?.seed !== seed)).toEqual([]);
  });

  it('names only documents, places and lists that stand in the printed sentence', () => {
    const invented = provisions.flatMap(({ clause, documents = [], places = [], lists = [] }) =>
      [...documents, ...places, ...lists.map(({ zh }) => zh)].filter((word) => !printed(clause).includes(plain(word))),
    );
    expect(invented).toEqual([]);
  });

  it('blocks nothing: rules to enforce or to attest stand elsewhere', () => {
    expect(provisions.filter(({ clause }) => /[EC]/.test(clauses.get(clause)?.handling ?? ''))).toEqual([]);
  });
});
