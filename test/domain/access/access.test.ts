import { describe, expect, it } from 'vitest';
import { type Grant, hasGrant, rolesOn, scopeOf, scopesOf } from '../../../domain/access/access.ts';
import { identityCheckDigit, isIdentityNumber, maskIdentity } from '../../../domain/access/identity-number.ts';
import { roles } from '../../../domain/programme/facts.ts';

const acting = {
  committeeOffice: 'ln-diit-office',
  sealingAuthority: 'ln-sasac',
  association: 'ln-security-association',
};
const application = {
  person: 'a',
  unit: 'u1',
  acting,
  seenBy: acting,
  programme: 'liaoning-diit-2024',
  world: null,
};
const caller = (person: string, ...grants: Grant[]) => ({ person, world: null, grants });
const grant = (role: Grant['role'], scope: string): Grant => ({ role, scope });

describe('who is what to an application', () => {
  it.each<[string, Grant, readonly string[]]>([
    ['HR of the unit', grant('unitHr', 'unit:u1'), ['unitHr']],
    ['HR of another unit', grant('unitHr', 'unit:u2'), []],
    ['the assessment group of the unit', grant('unitAssessmentGroup', 'unit:u1'), ['unitAssessmentGroup']],
    ['its committee office', grant('committeeOffice', 'office:ln-diit-office'), ['committeeOffice']],
    ['another committee office', grant('committeeOffice', 'office:dl-office'), []],
    ['its sealing authority (LN-5.6-c)', grant('sealingAuthority', 'office:ln-sasac'), ['sealingAuthority']],
    ['another sealing authority (LN-5.6-c)', grant('sealingAuthority', 'office:ln-education'), []],
    ['the association (LN-5.6-e)', grant('association', 'office:ln-security-association'), ['association']],
    ['an auditor of every programme', grant('auditor', 'programme:*'), ['auditor']],
    ['an auditor of its programme', grant('auditor', 'programme:liaoning-diit-2024'), ['auditor']],
    ['an auditor of another programme', grant('auditor', 'programme:dalian-2024'), []],
    ['a role in a scope of another kind', grant('committeeOffice', 'unit:u1'), []],
    ['a unit that claims every programme', grant('unitHr', 'programme:*'), []],
    ['someone granted to be applicant', grant('applicant', 'unit:u1'), []],
    ['someone granted to be the system', grant('system', 'programme:*'), []],
  ])('%s', (_who, given, expected) => {
    expect(rolesOn(application, caller('b', given))).toEqual(expected);
  });

  it('the applicant, and nobody without a grant', () => {
    expect(rolesOn(application, caller('a'))).toEqual(['applicant']);
    expect(rolesOn(application, caller('b'))).toEqual([]);
  });

  it('the applicant is nothing else to the own application, whatever else one may be', () => {
    const all = [
      grant('unitHr', 'unit:u1'),
      grant('committeeOffice', 'office:ln-diit-office'),
      grant('auditor', 'programme:*'),
    ];
    expect(rolesOn(application, caller('a', ...all))).toEqual(['applicant']);
  });

  it('nobody in another clock world', () => {
    const elsewhere = { ...application, world: 'w' };
    expect(rolesOn(elsewhere, caller('a', grant('committeeOffice', 'office:ln-diit-office')))).toEqual([]);
    expect(rolesOn(elsewhere, { ...caller('a'), world: 'w' })).toEqual(['applicant']);
  });

  it('nobody seals where no authority is named', () => {
    const unsealed = { ...application, seenBy: { committeeOffice: 'ln-diit-office' } };
    expect(rolesOn(unsealed, caller('b', grant('sealingAuthority', 'office:null')))).toEqual([]);
  });

  it('no office to whom the case has not come yet, although it will act on it', () => {
    const early = { ...application, seenBy: {} };
    expect(rolesOn(early, caller('b', grant('committeeOffice', 'office:ln-diit-office')))).toEqual([]);
    expect(rolesOn(early, caller('b', grant('unitHr', 'unit:u1')))).toEqual(['unitHr']);
  });

  it('each role someone holds rests on the scope that gave it', () => {
    const given = roles.flatMap((role) => {
      const scope = scopeOf(role, application);
      return scope ? [grant(role, scope)] : [];
    });
    expect(rolesOn(application, caller('b', ...given))).toEqual(given.map(({ role }) => role));
  });

  it('names the units and offices of someone', () => {
    const who = caller('b', grant('unitHr', 'unit:u1'), grant('unitHr', 'unit:u2'), grant('auditor', 'programme:*'));
    expect(scopesOf(who, 'unitHr', 'unit')).toEqual(['u1', 'u2']);
    expect([hasGrant(who, 'auditor', 'programme:x'), hasGrant(who, 'unitHr', 'unit:u3')]).toEqual([true, false]);
  });
});

describe('a citizen identity number (GB 11643-1999)', () => {
  it.each(['11010519491231002X', '440524188001010014'])('the printed example %s has its check digit', (number) => {
    expect(identityCheckDigit(number.slice(0, 17))).toBe(number[17]);
  });

  it.each([
    ['110105194912310021', 'a wrong check digit'],
    ['11010519491231002x', 'a small x'],
    ['11010519490231002X', 'a birth date that does not exist'],
    ['01010519491231002X', 'a region that begins with 0'],
    ['440524188001010014', 'a birth in the 19th century'],
    ['1101051949123100', 'too few digits'],
    ['', 'nothing'],
  ])('%s is not one: %s', (number) => {
    expect(isIdentityNumber(number)).toBe(false);
  });

  it('is shown by its first six and last four', () => {
    expect(maskIdentity('11010519491231002X')).toBe('110105********002X');
  });

  it('one changed digit is found', () => {
    const number = '11010519491231002X';
    const wrong = [...'0123456789'].flatMap((digit) =>
      [...number.slice(0, 17)].map((_, at) => `${number.slice(0, at)}${digit}${number.slice(at + 1)}`),
    );
    expect(wrong.filter((each) => each !== number && isIdentityNumber(each))).toEqual([]);
  });
});
