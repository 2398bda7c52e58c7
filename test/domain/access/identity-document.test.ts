import { describe, expect, it } from 'vitest';
import {
  cardOfDocument,
  documentKey,
  documentNumber,
  documentOf,
  documentText,
  type IdentityType,
  maskDocument,
  misfit,
} from '../../../domain/access/identity-document.ts';
import { identityCheckDigit } from '../../../domain/access/identity-number.ts';

const whole = (first17: string) => `${first17}${identityCheckDigit(first17)}`;
const fits = (type: IdentityType, number: string) => misfit({ type, number: documentNumber(number) }) === null;

describe('an identity document', () => {
  it.each<[IdentityType, string]>([
    ['citizenId', whole('21019919820314001')],
    ['citizenId', whole('81000019900101003')],
    ['citizenId', whole('82000019900101003')],
    ['citizenId', whole('83000019900101003')],
    ['citizenId', whole('91115619880808001')],
    ['passport', 'E12345678'],
    ['passport', ' ｇ1234 5678 '],
    ['passport', '123456789'],
    ['hkMacaoPermit', 'H12345678'],
    ['hkMacaoPermit', 'm1234567801'],
    ['taiwanPermit', '01234567'],
    ['taiwanPermit', '0123456701(B)'],
    ['oldResidenceCard', 'USA110088080812'],
  ])('%s may be %s', (type, number) => expect(fits(type, number)).toBe(true));

  it.each<[IdentityType, string]>([
    ['citizenId', 'E12345678'],
    ['citizenId', '810000199001010030'],
    ['passport', 'ABCDEFGH'],
    ['passport', 'E1234-5678'],
    ['passport', 'E123'],
    ['hkMacaoPermit', 'X12345678'],
    ['hkMacaoPermit', 'H123456789'],
    ['taiwanPermit', '1234567'],
    ['taiwanPermit', 'T2345678'],
    ['oldResidenceCard', 'USA110088131312'],
    ['oldResidenceCard', '110088080812USA'],
  ])('%s may not be %s', (type, number) => expect(fits(type, number)).toBe(false));

  it('keeps its type when it is sealed as text, and a citizen’s number is the text itself', () => {
    const [permit, card] = [
      { type: 'hkMacaoPermit', number: 'H1234567801' },
      { type: 'citizenId', number: whole('21019919820314001') },
    ] as const;
    expect([permit, card].map((each) => documentOf(documentText(each)))).toEqual([permit, card]);
    expect(documentText(card)).toBe(card.number);
  });

  it('is one person’s however often the card was issued, and another’s under another type', () => {
    const key = (type: IdentityType, number: string) => documentKey({ type, number });
    expect(key('hkMacaoPermit', 'H1234567801')).toBe(key('hkMacaoPermit', 'H12345678'));
    expect(key('taiwanPermit', '0123456702(C)')).toBe(key('taiwanPermit', '01234567'));
    expect(key('passport', 'H12345678')).not.toBe(key('hkMacaoPermit', 'H12345678'));
  });

  it('tells birth and sex only as a citizen’s number, and shows the ends of every other', () => {
    expect(cardOfDocument({ type: 'citizenId', number: whole('83000019900102003') })).toEqual({
      bornOn: '1990-01-02',
      gender: 'male',
    });
    expect(cardOfDocument({ type: 'passport', number: 'E12345678' })).toBeNull();
    expect(maskDocument({ type: 'passport', number: 'E12345678' })).toBe('E1******78');
    expect(maskDocument({ type: 'taiwanPermit', number: '01234567' })).toBe('01******67');
  });
});
