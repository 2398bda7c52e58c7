import { describe, expect, test } from 'vitest';
import { eligibility } from '../../../../config/programmes/lianyungang-2024/eligibility/index.ts';
import { series } from '../../../../config/programmes/lianyungang-2024/series.ts';
import { timeline } from '../../../../config/programmes/lianyungang-2024/timeline.ts';
import type { EligibilityFacts } from '../../../../domain/eligibility/facts.ts';
import type { Tier } from '../../../../domain/programme/eligibility.ts';
import { type Level, levels } from '../../../../domain/programme/facts.ts';
import { asking } from '../asking.ts';

const engineer: EligibilityFacts = {
  series: 'engineering',
  specialty: 'ecology',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  status: 'inService',
};
const { finding, outcome } = asking({ year: 2024, eligibility, series, timeline }, engineer, '2024-06-10');
const asks = (education: Tier) => ({ standard: { education } });
/** Whether an education reaches a tier that the standard asks. */
const reaches = (education: EligibilityFacts['education'], wanted: Tier) =>
  outcome('LYG-2.1-a', { education, ...asks(wanted) });

describe('what counts as education', () => {
  test('LYG-2.1-a: it must reach what the Jiangsu conditions ask, and both must be told', () => {
    expect(reaches({ tier: 'bachelor' }, 'bachelor')).toBe('met');
    expect(reaches({ tier: 'college' }, 'bachelor')).toBe('notMet');
    expect(finding('LYG-2.1-a', { education: { tier: 'college' } })).toMatchObject({ ask: ['standard'] });
    expect(finding('LYG-2.1-a', asks('bachelor'))).toMatchObject({ ask: ['education'] });
  });

  test.each([
    ['2024-03-31', 'met'],
    ['2024-04-01', 'notMet'],
  ])('LYG-2.2-c: education of %s is %s', (obtainedOn, wanted) => {
    expect(outcome('LYG-2.2-c', { education: { tier: 'bachelor', obtainedOn } })).toBe(wanted);
  });

  test.each([
    [2023, 'met'],
    [2024, 'notToldYet'],
    [2025, 'notMet'],
  ])('LYG-2.2-c: education of some day in %i is %s', (obtainedYear, wanted) => {
    expect(outcome('LYG-2.2-c', { education: { tier: 'bachelor', obtainedYear } })).toBe(wanted);
  });

  test.each([
    ['technicianMid', 'vocationalSecondary', 'college'],
    ['technicianSenior', 'college', 'bachelor'],
    ['technicianPreparatory', 'bachelor', 'master'],
  ] as const)('LYG-2.3.2-a: %s counts as %s and not as %s', (schooling, tier, above) => {
    expect(finding('LYG-2.3.2-a', { education: { schooling } })).toMatchObject({ outcome: 'met', counted: { tier } });
    expect(reaches({ schooling }, tier)).toBe('met');
    expect(reaches({ schooling }, above)).toBe('notMet');
  });

  test.each([
    ['doctor', 'master'],
    ['master', 'bachelor'],
    ['bachelor', 'college'],
    ['college', 'vocationalSecondary'],
    ['vocationalSecondary', 'none'],
  ] as const)('LYG-2.3.3-a: %s left without a diploma counts as %s', (tier, lower) => {
    const education = { tier, schooling: 'withoutDiploma' } as const;
    expect(finding('LYG-2.3.3-a', { education })).toMatchObject({ outcome: 'met', counted: { tier: lower } });
    expect(reaches(education, tier)).toBe('notMet');
  });

  test('LYG-2.3.4-a: certificates of training classes are no education', () => {
    const education = { tier: 'bachelor', schooling: 'trainingClass' } as const;
    expect(outcome('LYG-2.3.4-a', { education })).toBe('notMet');
    expect(reaches(education, 'vocationalSecondary')).toBe('notMet');
    expect(outcome('LYG-2.3.4-a', { education: { tier: 'bachelor', schooling: 'fullTime' } })).toBeUndefined();
  });

  test('LYG-2.3.1-a: a military school counts where recognised, as the authority attests', () => {
    const education = { tier: 'bachelor', schooling: 'military' } as const;
    expect(finding('LYG-2.3.1-a', { education })).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'preliminaryAuthority',
    });
    expect(outcome('LYG-2.3.1-a', { education: { ...education, recognised: false } })).toBe('notMet');
    expect(outcome('LYG-2.3.1-a', { education: { tier: 'bachelor' } })).toBeUndefined();
  });

  test.each([
    [1, 'notMet'],
    [2, 'needsAttestation'],
    [3, 'needsAttestation'],
    [undefined, 'notToldYet'],
  ])('LYG-2.3.1-b: a party school class of %s years is %s', (years, wanted) => {
    expect(outcome('LYG-2.3.1-b', { education: { tier: 'bachelor', schooling: 'partySchool', years } })).toBe(wanted);
  });
});

describe('examinations', () => {
  const nine = [
    ['economics', 'economics'],
    ['accounting', 'accounting'],
    ['statistics', 'statistics'],
    ['auditing', 'auditing'],
    ['health', 'health'],
    ['shipping', 'shipping'],
    ['translation', 'translation'],
    ['publishing', 'publishing'],
    ['communications', 'communications'],
  ] as const;
  const below: readonly Level[] = levels.filter((level) => !level.endsWith('Senior'));

  test.each(nine)('LYG-2.7-c, LYG-2.7-d: %s is examined at mid and junior and not reviewed', (where, specialty) => {
    for (const level of below) {
      expect(finding('LYG-2.7-d', { series: where, specialty, level })).toMatchObject({
        outcome: 'notMet',
        code: 'NOT_OFFERED',
        readings: ['A-32'],
      });
    }
    expect(outcome('LYG-2.7-d', { series: where, specialty, level: 'deputySenior' })).toBeUndefined();
  });

  test('LYG-2.7-d: recognition and designation are closed there too', () => {
    for (const track of ['urgentTalent', 'initialDesignation'] as const)
      expect(outcome('LYG-2.7-d', { series: 'health', specialty: 'health', track })).toBe('notMet');
  });

  test.each([
    ['engineering', 'shipbuilding'],
    ['lawyers', 'lawyers'],
    ['library', 'library'],
    ['broadcasting', 'broadcasting'],
  ])('LYG-2.7-d: %s, %s is reviewed: only whole names count (A-32)', (where, specialty) => {
    for (const level of below) expect(outcome('LYG-2.7-d', { series: where, specialty, level })).toBeUndefined();
  });

  const four = ['accounting', 'statistics', 'auditing', 'economics'] as const;
  test.each(four)('LYG-2.7-a: senior %s needs the national examination first', (where) => {
    for (const level of ['deputySenior', 'fullSenior'] as const) {
      const told = { series: where, specialty: where, level };
      expect(finding('LYG-2.7-a', told)).toMatchObject({ outcome: 'notToldYet', mustBeTold: true });
      expect(outcome('LYG-2.7-a', { ...told, examPassedOn: '2024-06-10' })).toBe('met');
      expect(outcome('LYG-2.7-a', { ...told, examPassedOn: '2024-06-11' })).toBe('notMet');
    }
    expect(outcome('LYG-2.7-a', { level: 'deputySenior' })).toBeUndefined();
  });

  test.each([
    ['2024-06-10', 'met'],
    ['2024-06-09', 'notMet'],
    [undefined, 'needsAttestation'],
  ])('LYG-2.7-b: a result valid until %s, asked on 2024-06-10, is %s', (examValidUntil, wanted) => {
    const told = { series: 'accounting', specialty: 'accounting', level: 'deputySenior' } as const;
    expect(outcome('LYG-2.7-b', { ...told, examPassedOn: '2021-09-01', examValidUntil })).toBe(wanted);
  });

  test('LYG-2.9-a: continuing education is attested by the authority', () => {
    expect(finding('LYG-2.9-a', {})).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'preliminaryAuthority',
    });
  });
});
