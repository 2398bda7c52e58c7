import { describe, expect, it } from 'vitest';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { checkReuse, type FoundAgain, isForbidden } from '../../../domain/materials/reuse.ts';
import type { ReuseRule } from '../../../domain/programme/materials/materials.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { Life, list, reason, untilSubmitted } from '../../lives/life.ts';

/** The rule by which the reviewing office of a programme looks at achievements used again. */
function ruleOf({ id, stages }: Pick<Programme, 'id' | 'stages'>): ReuseRule {
  const rule = stages.map((stage) => (stage.kind === 'review' ? stage.reuse : undefined)).find(Boolean);
  if (!rule) throw new Error(`${id} prints no rule about achievements used again`);
  return rule;
}

const found: FoundAgain = {
  item: 'a1',
  other: 'X-1',
  samePerson: true,
  sameYear: false,
  passed: false,
  joint: false,
  reused: null,
};

describe('an achievement used again (A-34)', () => {
  it.each<[string, Partial<FoundAgain>, boolean]>([
    ['by the same person in another year', {}, true],
    ['by the same person in the same year, in an application taken up anew', { sameYear: true }, false],
    ['by another applicant, in any year', { samePerson: false, sameYear: true }, true],
  ])('LN-5.2.3-a: %s', (_what, change, forbidden) => {
    expect(isForbidden(ruleOf(liaoningDiit2024), { ...found, ...change })).toBe(forbidden);
  });

  it('LN-5.2.3-b: joint work of several people, each with a statement of the own part, is not used again', () => {
    expect(isForbidden(ruleOf(liaoningDiit2024), { ...found, samePerson: false, joint: true })).toBe(false);
    expect(isForbidden(ruleOf(liaoningDiit2024), { ...found, samePerson: false, joint: false })).toBe(true);
  });

  it.each<[string, Partial<FoundAgain>, boolean]>([
    ['in an earlier application of the person that passed', { passed: true }, true],
    ['in an earlier application of the person that did not pass', {}, false],
    ['by another person', { samePerson: false, passed: true }, false],
  ])('LYG-2.2-d: %s', (_what, change, forbidden) => {
    expect(isForbidden(ruleOf(lianyungang2024), { ...found, ...change })).toBe(forbidden);
  });

  it('stands open until a person has decided, and is not judged by the system', () => {
    expect(checkReuse(ruleOf(liaoningDiit2024), [found])).toEqual({ undecided: ['a1'], reused: [] });
    expect(checkReuse(ruleOf(liaoningDiit2024), [{ ...found, reused: true }])).toEqual({
      undecided: [],
      reused: ['a1'],
    });
    expect(checkReuse(ruleOf(liaoningDiit2024), [{ ...found, reused: false }])).toEqual({
      undecided: [],
      reused: [],
    });
  });
});

describe('a review in which somebody checks reuse', () => {
  const filed = () => new Life().run(untilSubmitted);

  it('LN-5.2.3-a: does not pass while it is undecided, nor while what is used again still stands', () => {
    const life = filed();
    const open = { reuse: { undecided: ['a1'], reused: [] } };
    expect(life.refused('2024-07-20', 'committeeOffice', 'pass', open)).toMatchObject({
      code: 'REUSE_UNDECIDED',
      clauses: expect.arrayContaining(['LN-5.2.3-a']),
      readings: ['A-34'],
    });
    const standing = { reuse: { undecided: [], reused: ['a1'] } };
    expect(life.refused('2024-07-20', 'committeeOffice', 'pass', standing).code).toBe('REUSE_NOT_REMOVED');
    expect(life.refused('2024-07-20', 'committeeOffice', 'removeItem', { item: 'a1' }).code).toBe('REASON_MISSING');
    life.do('2024-07-20', 'committeeOffice', 'removeItem', { item: 'a1', ...reason });
    life.do('2024-07-20', 'committeeOffice', 'pass', standing);
    expect(life.stage).toBe('AUTHORITY_SEALING');
  });

  it('LN-5.2.3-a: does not pass if nobody checked, nor if another submission was checked', () => {
    const life = filed();
    const unknown = { code: 'REUSE_UNDECIDED', clauses: expect.arrayContaining(['LN-5.2.3-a']), readings: ['A-34'] };
    expect(life.refused('2024-07-20', 'committeeOffice', 'pass', { reuse: null })).toMatchObject(unknown);
    const nothing = { undecided: [], reused: [] };
    const submitted = life.case.submission?.contentVersion ?? 0;
    const another = { reuse: { ...nothing, of: submitted + 1 } };
    expect(life.refused('2024-07-20', 'committeeOffice', 'pass', another)).toMatchObject(unknown);
    life.do('2024-07-20', 'committeeOffice', 'pass', { reuse: { ...nothing, of: submitted } });
    expect(life.stage).toBe('AUTHORITY_SEALING');
  });

  it('returns an application all the same, since the applicant may mend it', () => {
    const life = filed();
    life.do('2024-07-20', 'committeeOffice', 'return', list('a1'));
    expect(life.stage).toBe('ONLINE_REVIEW');
  });
});
