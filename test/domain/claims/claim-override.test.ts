import { describe, expect, it } from 'vitest';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import type { ClaimAllowance } from '../../../domain/case/check-results.ts';
import { type Claimant, claimsOf, claimTaken, reopens } from '../../../domain/claims/claims.ts';
import { shareAllowedClaims } from '../../../domain/claims/overrides.ts';
import { courier, lianyungangLife, pledge } from '../../lives/lianyungang.ts';

const claimant: Claimant = { no: 'LYG24-2', world: null, identity: 'hash-of-one', unit: 'u1', facts: courier };
const mine = claimsOf(lianyungang2024, claimant);
const others = claimsOf(lianyungang2024, {
  ...claimant,
  no: 'LYG24-1',
  facts: { ...courier, specialty: 'ecology', committee: 'row-54' },
});
const held = others.map(({ kind, key, value }) => ({ kind, key, value, no: 'LYG24-1' }));
const allowance = (...claims: string[]): ClaimAllowance => ({
  override: 'o1',
  claims,
  decidedOn: '2024-06-03',
  text: 'text-1',
  textHash: 'h1',
  by: { person: 'officer', role: 'cityTitleOffice', scope: 'office:lyg-title-office' },
});
const shared = (...allowances: ClaimAllowance[]) =>
  shareAllowedClaims({ no: 'LYG24-2', claims: mine, held, allowances });
const inConflict = ({ claims }: ReturnType<typeof shared>) =>
  claims.filter(({ kind, key, value }) =>
    held.some((each) => each.kind === kind && each.key === key && each.value !== value),
  );

describe('a claim that the title office lets an application share (A-25)', () => {
  it('LYG-2.8.2-b: is no longer in conflict, and says by which decision; others stay as they are', () => {
    const after = shared(allowance('applicationOfYear'));
    expect(inConflict(after).map(({ kind }) => kind)).toEqual(['committeeOfLevel']);
    expect(after.claims[0]).toMatchObject({ kind: 'applicationOfYear', value: 'engineering/ecology', override: 'o1' });
    expect(after.allowed).toHaveLength(1);
  });

  it('LYG-4.0-c: is allowed for the level apart from the year', () => {
    expect(inConflict(shared(allowance('committeeOfLevel'))).map(({ kind }) => kind)).toEqual(['applicationOfYear']);
  });

  it('is not used where nobody holds the claim, or the application itself does', () => {
    const allowances = [allowance('applicationOfYear')];
    for (const none of [[], mine.map((claim) => ({ ...claim, no: 'LYG24-2' }))])
      expect(shareAllowedClaims({ no: 'LYG24-2', claims: mine, held: none, allowances })).toEqual({
        claims: mine,
        allowed: [],
      });
  });

  it('LYG-2.8.2-b: names who may allow it, and LYG-4.0-d names nobody', () => {
    const of = (clause: string) => mine.flatMap((claim) => (claim.clauses.includes(clause) ? claimTaken(claim) : []));
    expect(of('LYG-2.8.2-b')).toMatchObject([{ details: { overriddenBy: 'cityTitleOffice' } }]);
    expect(of('LYG-4.0-c')).toMatchObject([
      { details: { kind: 'applicationOfLevel', overriddenBy: 'cityTitleOffice' } },
      { details: { kind: 'committeeOfLevel', overriddenBy: 'cityTitleOffice' } },
    ]);
    expect(of('LYG-4.0-d')).toMatchObject([{ details: { kind: 'committeeOfUnit' } }]);
    expect(of('LYG-4.0-d')[0]?.details).not.toHaveProperty('overriddenBy');
  });

  it('stands on the trail before what rests on it, by whoever decided', () => {
    const life = lianyungangLife();
    life.do('2024-06-03', 'applicant', 'submit', { ...pledge, allowed: [allowance('applicationOfYear')] });
    expect(life.events.map(({ name }) => name)).toEqual([
      ...['opened', 'stageEntered', 'claimAllowed', 'submitted', 'stageEntered'],
    ]);
    expect(life.events[2]).toMatchObject({
      by: { role: 'cityTitleOffice', scope: 'office:lyg-title-office' },
      data: { override: 'o1', claims: ['applicationOfYear'], text: 'text-1', decidedOn: '2024-06-03' },
    });
  });
});

describe('an action that reopens an application', () => {
  it.each([
    ['concludeRecheck', true, true],
    ['concludeRecheck', false, false],
    ['acceptLate', undefined, true],
    ['grantAttempt', undefined, true],
    ['withdraw', undefined, false],
  ])('%s, upheld %s, needs the claims: %s (A-10)', (action, upheld, expected) => {
    expect(reopens(action, upheld === undefined ? {} : { upheld })).toBe(expected);
  });
});
