import { describe, expect, test } from 'vitest';
import { eligibility } from '../../../../config/programmes/lianyungang-2024/eligibility/index.ts';
import { series } from '../../../../config/programmes/lianyungang-2024/series.ts';
import { timeline } from '../../../../config/programmes/lianyungang-2024/timeline.ts';
import type { EligibilityFacts } from '../../../../domain/eligibility/facts.ts';
import { asking } from '../asking.ts';

const beginner: EligibilityFacts = {
  series: 'engineering',
  specialty: 'ecology',
  level: 'assistant',
  track: 'initialDesignation',
  employerClass: 'private',
  status: 'inService',
};
const { all, finding, outcome } = asking({ year: 2024, eligibility, series, timeline }, beginner, '2024-06-10');

describe('urgent talent', () => {
  const urgent = { track: 'urgentTalent', level: 'mid' } as const;
  const normal = {
    heldTitle: { level: 'assistant', obtainedOn: '2015-01-01' },
    badAssessmentYears: [],
    standard: { years: 4, education: 'bachelor', conditions: { least: 1, of: ['1'] } },
    achievements: [{ conditions: ['1'], on: '2024-03-31' }],
    education: { tier: 'bachelor', obtainedOn: '2012-07-01' },
  } as const;

  test('LYG-2.6-d: whoever meets the normal conditions may not be recognised', () => {
    expect(outcome('LYG-2.6-d', { ...urgent, ...normal })).toBe('notMet');
  });

  test.each([
    ['the years', { heldTitle: { level: 'assistant', obtainedOn: '2020-01-01' } }],
    ['the education', { education: { tier: 'college', obtainedOn: '2012-07-01' } }],
    ['the level before', { heldTitle: { level: 'none' } }],
    [
      'the achievements of the standard, up to the last day that counts',
      { achievements: [{ conditions: ['1'], on: '2024-04-01' }] },
    ],
    ['the years, for bad assessments', { badAssessmentYears: [2017, 2018, 2019, 2020, 2021] }],
  ] as const)('LYG-2.6-d: who lacks %s may', (_, lacking) => {
    expect(outcome('LYG-2.6-d', { ...urgent, ...normal, ...lacking })).toBe('met');
  });

  test('LYG-2.6-d: what decides it must be told', () => {
    expect(finding('LYG-2.6-d', urgent)).toMatchObject({ outcome: 'notToldYet', mustBeTold: true });
  });

  test('LYG-2.6-a: outstanding contributions are attested by the committee office', () => {
    expect(finding('LYG-2.6-a', urgent)).toMatchObject({ outcome: 'needsAttestation', attestedBy: 'committeeOffice' });
  });

  test.each(['deputySenior', 'fullSenior'] as const)('LYG-2.6-b: %s is the green channel of the province', (level) => {
    expect(finding('LYG-2.6-b', { track: 'urgentTalent', level })).toMatchObject({
      outcome: 'notMet',
      code: 'NOT_OFFERED',
    });
    expect(outcome('LYG-2.6-b', urgent)).toBeUndefined();
  });

  test.each(['technician', 'assistant'] as const)('LYG-2.6-c: it is for mid, and not for %s', (level) => {
    expect(outcome('LYG-2.6-c', { track: 'urgentTalent', level })).toBe('notMet');
    expect(outcome('LYG-2.6-c', urgent)).toBeUndefined();
  });
});

describe('initial designation', () => {
  const of = (tier: NonNullable<EligibilityFacts['education']>['tier'], obtainedOn = '2022-07-01') => ({
    education: { tier, obtainedOn },
  });
  const since = (from: string) => ({ probation: { from } });

  test.each([
    ['2022-01-01', undefined, 'met'],
    ['2021-12-31', false, 'met'],
    ['2021-12-31', undefined, 'notToldYet'],
  ])('LYG-2.11-a: education of %s whose major matches (%s) is in the scope: %s', (obtainedOn, majorMatches, wanted) => {
    const told = { education: { tier: 'bachelor', obtainedOn, majorMatches } } as const;
    expect(outcome('LYG-2.11-a', told)).toBe(wanted);
  });

  test('LYG-2.11-a: education of 2021 that matches the work is outside, and the rules of designation are not for it', () => {
    const told = {
      education: { tier: 'bachelor', obtainedYear: 2021, majorMatches: true },
      ...since('2022-01-01'),
    } as const;
    expect(finding('LYG-2.11-a', told)).toMatchObject({ counted: { inside: false } });
    expect(outcome('LYG-2.11-d', told)).toBeUndefined();
    expect(outcome('LYG-2.11-a', told, '2025-01-01')).toBe('notMet');
  });

  test.each([
    ['2024-12-31', 'needsAttestation'],
    ['2025-01-01', 'notMet'],
  ])('LYG-2.11-g: outside the scope the transition, on %s, is %s (A-38)', (asOf, wanted) => {
    const told = { education: { tier: 'bachelor', obtainedYear: 2020, majorMatches: true } } as const;
    expect(finding('LYG-2.11-g', told, asOf)).toMatchObject({ outcome: wanted, readings: ['A-38'] });
  });

  test('LYG-2.11-g: whoever is in the scope needs no transition', () => {
    expect(outcome('LYG-2.11-g', of('bachelor'))).toBeUndefined();
  });

  test.each([
    ['pharmacy', 'pharmacy'],
    ['schoolTeachers', 'schoolTeachers'],
    ['research', 'research'],
  ])('LYG-2.11-b: in %s the conditions of the series prevail', (where, specialty) => {
    const told = { series: where, specialty, ...of('bachelor') };
    expect(finding('LYG-2.11-b', told)).toMatchObject({ outcome: 'needsAttestation', attestedBy: 'committeeOffice' });
    const others = all(told).filter(({ clause }) => clause.startsWith('LYG-2.11') && clause !== 'LYG-2.11-b');
    expect(others).toEqual([]);
  });

  test.each([
    ['LYG-2.11-c', 'vocationalSecondary', 'technician'],
    ['LYG-2.11-c', 'college', 'technician'],
    ['LYG-2.11-d', 'bachelor', 'assistant'],
  ] as const)('%s: %s and a year of probation make a %s', (clause, tier, level) => {
    const told = { ...of(tier), level } as const;
    expect(finding(clause, { ...told, ...since('2023-06-10') })).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'unitHr',
      counted: { years: 1 },
    });
    expect(outcome(clause, { ...told, ...since('2023-06-11') })).toBe('notMet');
    expect(finding(clause, told)).toMatchObject({ outcome: 'notToldYet', ask: ['probation'] });
    expect(outcome(clause, { ...told, probation: { from: '2020-01-01', assessed: false } })).toBe('notMet');
    expect(outcome(clause, { ...told, level: 'mid', ...since('2020-01-01') })).toBe('notMet');
  });

  test.each([
    ['LYG-2.11-e', 'master', 'assistant'],
    ['LYG-2.11-e', 'secondBachelor', 'assistant'],
    ['LYG-2.11-f', 'doctor', 'mid'],
  ] as const)('%s: %s makes a %s without probation', (clause, tier, level) => {
    expect(finding(clause, { ...of(tier), level })).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'unitHr',
    });
    expect(outcome(clause, { ...of(tier), level: 'deputySenior' })).toBe('notMet');
    expect(outcome(clause, { ...of(tier), level, probation: { assessed: false } })).toBe('notMet');
  });

  test('LYG-2.11-c: a technician class of seniors counts as college (LYG-2.3.2-a)', () => {
    const education = { schooling: 'technicianSenior', obtainedOn: '2022-07-01' } as const;
    expect(outcome('LYG-2.11-c', { level: 'technician', education, ...since('2022-08-01') })).toBe('needsAttestation');
  });

  test('LYG-2.11-a: who has no education that counts is not designated, and who told none is asked', () => {
    const education = { schooling: 'trainingClass', obtainedOn: '2022-07-01' } as const;
    expect(outcome('LYG-2.11-a', { education })).toBe('notMet');
    expect(finding('LYG-2.11-a', {})).toMatchObject({ outcome: 'notToldYet', ask: ['education'], mustBeTold: true });
  });
});

describe('paths beside the usual one', () => {
  test.each([
    ['vocationalQualification', 'LYG-2.4-a', 'needsAttestation'],
    ['internationalQualification', 'LYG-2.4-b', 'notMet'],
    ['highSkilled', 'LYG-2.4-c', 'needsAttestation'],
    ['threeDirected', 'LYG-2.5-a', 'needsAttestation'],
  ] as const)('%s can be told: %s is %s', (specialPath, clause, wanted) => {
    const base: EligibilityFacts = {
      ...{ series: 'engineering', specialty: 'expressDelivery', level: 'mid' },
      ...{ track: 'standard', employerClass: 'private' },
    };
    const { finding } = asking({ year: 2024, eligibility, series, timeline }, base, '2024-06-10');
    expect(finding(clause, { specialPath })).toMatchObject({
      outcome: wanted,
      ...(wanted === 'needsAttestation' ? { attestedBy: 'preliminaryAuthority' } : {}),
    });
    expect(finding(clause, { specialPath: 'none' })).toBeUndefined();
    expect(finding(clause, {})).toBeUndefined();
  });
});
