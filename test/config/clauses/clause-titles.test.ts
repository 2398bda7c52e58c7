import { describe, expect, it } from 'vitest';
import { idsIn, mentionsIn } from '../../../ops/clauses/mentions.ts';
import { titlesIn } from '../../../ops/clauses/titles.ts';

const titles = (text: string) => titlesIn('some.test.ts', text);

describe('the titles of a test file', () => {
  it('stand behind those of their groups', () => {
    expect(
      titles(`describe('a', () => { describe('b', () => { it('c', () => {}); }); test('d', () => {}); });`),
    ).toEqual(['a b c', 'a d']);
  });

  it.each([
    ['rows that are lists', `it.each([['x', 1], ['y', 2]])('%s is %i', () => {});`, ['x is 1', 'y is 2']],
    ['rows that are objects', `it.each([{ a: { b: 'x' } }])('says $a.b', () => {});`, ['says x']],
    ['rows of for, which are not spread', `test.for([['x', 'y']])('says %s', () => {});`, ['says …']],
    ['a table declared elsewhere', `const t = [['x']] as const; it.each(t)('says %s', () => {});`, ['says x']],
    ['a table made of another', `const t = ['x']; it.each(t.map((e) => [e, 1]))('says %s', () => {});`, ['says x']],
    ['what only a run can tell', `it.each(made())('says %s', () => {});`, ['says …']],
    [
      'groups',
      `describe.each([{ id: 'x' }])('of $id', ({ id }) => { it(\`says \${id}\`, () => {}); });`,
      ['of x says x'],
    ],
    ['a loop', `for (const [id] of [['x'], ['y']]) test(\`says \${id}\`, () => {});`, ['says x', 'says y']],
    ['forEach', `['x'].forEach((id) => test('says ' + id, () => {}));`, ['says x']],
    [
      'a function of the file',
      `function says(id) { test(\`says \${id}\`, () => {}); } says('x'); says('y');`,
      ['says x', 'says y'],
    ],
    [
      'entries of an object',
      `for (const [id, n] of Object.entries({ x: 1 })) it(\`\${id} \${n}\`, () => {});`,
      ['x 1'],
    ],
  ])('are resolved in %s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it('are left out where the test is skipped', () => {
    expect(titles(`it.skip('a', () => {}); it.todo('b'); describe.skip('c', () => { it('d', () => {}); });`)).toEqual(
      [],
    );
  });

  it('are no titles in a text, a comment or a function that nobody calls', () => {
    expect(titles(`// it('a', () => {})\nconst b = "it('b')"; function c() { it('c', () => {}); }`)).toEqual([]);
  });
});

describe('the ids in a text', () => {
  it('are whole: neither a section nor the beginning of a longer word', () => {
    expect(idsIn('LN-5.4-c, LN-4.1, DL-2.2.2-gh, LN-A1-b; xLN-1-a')).toEqual(['LN-5.4-c', 'LN-A1-b']);
  });
});

describe('a place that names a rule', () => {
  const named = (text: string, path = 'config/some.ts') =>
    mentionsIn({ path, text }).map(({ clause, key, stated }) => [clause, key, stated]);

  it('is told by the keys of the elements it is in', () => {
    const text = `export const stages = [{ key: 'FILING', deadlines: [{ key: 'close', clauses: ['LN-4.3-c'] }] }];`;
    expect(named(text)).toEqual([['LN-4.3-c', 'stages.FILING.deadlines.close', false]]);
  });

  it('is told by the function that states it', () => {
    expect(named(`function late(day) { return !clauseSatisfied('LN-4.3-c', day < 3); }`)).toEqual([
      ['LN-4.3-c', 'late', true],
    ]);
  });

  it('is found in JSON', () => {
    expect(named('{ "rows": [{ "id": "row1", "clause": "LN-1-a" }] }', 'config/some.json')).toEqual([
      ['LN-1-a', 'rows.row1', false],
    ]);
  });

  it('is no comment and no sentence', () => {
    expect(named(`/** LN-1-a */ export const text = 'by LN-1-a and LN-1-b';`)).toEqual([]);
  });
});
