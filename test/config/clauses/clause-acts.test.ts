import { describe, expect, it } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { coverageOf, lacks, provingTests, standsOnPaper } from '../../../ops/clauses/coverage.ts';
import { mentionsIn } from '../../../ops/clauses/mentions.ts';
import { testsIn } from '../../../ops/clauses/titles.ts';

const refusedIn = (text: string, path = 'test/domain/some.test.ts') =>
  testsIn(path, text).map(({ title, refused }) => [title, refused]);

describe('a test sees an act refused', () => {
  it.each([
    ['a life that refuses a step', `it('a', () => { life().refused('2024-07-01', 'unitHr', 'seal'); });`],
    [
      'a function of the file that does',
      `const no = () => life.refusalOf(c); it('a', () => { expect(no()).toBe(1); });`,
    ],
    [
      'a function that calls such a function',
      `function no() { return one.refused('seal'); } const twice = () => [no()]; it('a', () => twice());`,
    ],
    ['a table', `it.each([['a']])('%s', () => { one.refused('seal'); });`],
  ])('by %s', (_, text) => {
    expect(refusedIn(text)).toEqual([['a', true]]);
  });

  it.each([
    ['the problem that came back', `it('a', async () => { (await one.act('x')).as(problemSchema); });`],
    ['the status of a refusal', `it('a', async () => { expect((await one.act('x')).status).toBe(422); });`],
    ['its status among others', `it('a', async () => { expect([r.status, r.code]).toEqual([409, 'X']); });`],
  ])('over HTTP by %s', (_, text) => {
    expect(refusedIn(text, 'test/api/some.test.ts')).toEqual([['a', true]]);
  });

  it.each([
    ['findings', `it('a', () => { expect(dossierFindings(lines, [])).toEqual([]); });`],
    ['data', `it('a', () => { expect(materials).toContainEqual({ key: 'k' }); });`],
    ['a function that another test uses', `const no = () => one.refused('x'); it('a', () => {});`],
    ['a status that is no refusal', `it('a', () => { expect(r.status).toBe(200); });`],
  ])('not by %s', (_, text) => {
    expect(refusedIn(text)).toEqual([['a', false]]);
  });
});

describe('a rule that is enforced', () => {
  const delivered = `export const m = [{ key: 'k', clause: 'LN-A2.1-a', check: { kind: 'delivered' } }];`;
  const attested = `export const e = [{ key: 'k', clause: 'LN-A2.1-a', attestedBy: 'unitHr' }];`;
  const inCheck = `export const c = [{ key: 'k', clauses: ['LN-A2.1-a'] }];`;
  const titled = `it('LN-A2.1-a: lies in it', () => { expect(found).toEqual([]); });`;
  const acting = `it('LN-A2.1-a: is refused', () => { one.refused('confirmDossier'); });`;
  const places = 'config/programmes/x-2024/materials.ts';
  const row = (text: string, tests: string, path = places) => {
    const clause = clauses.get('LN-A2.1-a');
    const [only] = coverageOf(
      clause ? [clause] : [],
      [{ path, text }],
      [{ path: 'test/domain/some.test.ts', text: tests }],
    );
    if (!only) throw new Error('no such rule');
    return only;
  };

  it('says how the material or condition that names it is looked at', () => {
    const lookedAt = (text: string) => mentionsIn({ path: places, text }).map((each) => each.lookedAt);
    expect([delivered, attested, inCheck].map(lookedAt)).toEqual([['delivered'], ['attested'], [undefined]]);
  });

  it.each([
    ['delivered', delivered],
    ['attested', attested],
  ])('needs a test that sees an act refused where it is only %s', (_, text) => {
    expect([standsOnPaper(row(text, titled)), lacks(row(text, titled))]).toEqual([true, 'act']);
    expect(lacks(row(text, titled + acting))).toBeNull();
    expect(provingTests(row(text, titled + acting)).map(({ title }) => title)).toEqual(['LN-A2.1-a: is refused']);
  });

  it('needs any titled test where a check of an act names it too', () => {
    expect([standsOnPaper(row(delivered + inCheck, titled)), lacks(row(delivered + inCheck, titled))]).toEqual([
      false,
      null,
    ]);
  });

  it('is not enforced by a list of provisions or references', () => {
    const files = [
      { path: places, text: delivered },
      { path: 'config/programmes/x-2024/reference.ts', text: inCheck },
    ];
    const clause = clauses.get('LN-A2.1-a');
    const rows = coverageOf(clause ? [clause] : [], files, [{ path: 'test/domain/some.test.ts', text: titled }]);
    expect(rows.map(lacks)).toEqual(['act']);
  });
});
