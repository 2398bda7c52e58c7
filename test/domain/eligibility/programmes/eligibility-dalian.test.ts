import { describe, expect, test } from 'vitest';
import { eligibility } from '../../../../config/programmes/dalian-2024/eligibility/index.ts';
import { series } from '../../../../config/programmes/dalian-2024/series.ts';
import { timeline } from '../../../../config/programmes/dalian-2024/timeline.ts';
import type { EligibilityFacts } from '../../../../domain/eligibility/facts.ts';
import { levels } from '../../../../domain/programme/facts.ts';
import { asking } from '../asking.ts';

const engineer: EligibilityFacts = {
  series: 'engineering',
  specialty: 'logistics',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  status: 'inService',
};
const { all, finding, outcome } = asking({ year: 2024, eligibility, series, timeline }, engineer, '2024-06-10');
const economist = { series: 'economics', specialty: 'finance', level: 'deputySenior' } as const;

describe('who may apply in Dalian', () => {
  test('DL-1.2-e: retired people may not, people in service may', () => {
    expect(outcome('DL-1.2-e', { status: 'retired' })).toBe('notMet');
    expect(outcome('DL-1.2-e', {})).toBe('met');
    expect(outcome('DL-1.2-e', { status: undefined })).toBe('notToldYet');
  });

  test.each(['civilServant', 'managedAsCivilServant'] as const)(
    'DL-2.3.6-b: %s may not, by the province (A-09)',
    (status) => {
      expect(finding('DL-2.3.6-b', { status })).toMatchObject({ outcome: 'notMet', readings: ['A-09'] });
    },
  );

  test.each([
    ['warning', '2024-06-10', 'met'],
    ['demerit', '2024-06-10', 'notMet'],
    ['demerit', '2024-01-31', 'met'],
    ['demerit', '2024-02-01', 'notMet'],
    ['demerit', '2024-07-31', 'notMet'],
    ['demerit', '2024-08-01', 'met'],
  ] as const)(
    'DL-2.3.6-b: a %s in effect from 02-01 to 07-31, asked on %s, is %s in an institution (A-09)',
    (measure, asOf, wanted) => {
      const told = { discipline: { measure, from: '2024-02-01', to: '2024-07-31' } };
      const seen = all({ ...told, employerClass: 'provincialHospital' }, asOf).filter(({ message }) =>
        message.zh.includes('记过'),
      );
      expect(seen.map((each) => each.outcome)).toEqual([wanted]);
    },
  );

  test('DL-2.3.6-b: whether another employer is an institution is attested, not guessed (A-09)', () => {
    const discipline = { measure: 'demerit', from: '2024-02-01', to: '2024-07-31' } as const;
    const seen = all({ discipline, employerClass: 'municipal' }).filter(({ message }) => message.zh.includes('记过'));
    expect(seen).toMatchObject([{ outcome: 'needsAttestation', attestedBy: 'unitAssessmentGroup' }]);
  });

  test('DL-2.3.6-b: a freelancer applies through an agency that attests it (A-09)', () => {
    const seen = all({ employerClass: 'freelance' }).filter(({ message }) => message.zh.includes('人事代理'));
    expect(seen).toMatchObject([{ outcome: 'needsAttestation', readings: ['A-09'] }]);
  });

  test.each([
    [0, { years: 0, required: 1 }],
    [1, { years: 1, required: 1 }],
    [undefined, undefined],
  ])(
    'DL-1.2-a: %s years of work in the city are counted, attested by the authority, and bar nobody (A-45)',
    (yearsInCity, counted) => {
      const found = finding('DL-1.2-a', { yearsInCity });
      expect(found).toMatchObject({
        outcome: 'needsAttestation',
        attestedBy: 'preliminaryAuthority',
        readings: ['A-45'],
      });
      expect(found?.counted).toEqual(counted);
    },
  );

  test.each([
    [0, 'needsAttestation'],
    [1, 'met'],
    [undefined, 'needsAttestation'],
  ])(
    'DL-1.2-b: with %s years of work in the city the freedom from hukou and archive is %s (A-45)',
    (yearsInCity, wanted) => {
      expect(finding('DL-1.2-b', { yearsInCity })).toMatchObject({ outcome: wanted, readings: ['A-45'] });
    },
  );

  test.each(['DL-1.5-a', 'DL-1.5-b'])('%s: it is said that this excludes nobody', (clause) => {
    expect(outcome(clause, {})).toBe('met');
  });
});

describe('the major and the education', () => {
  test('DL-1.3-a: the major may differ from the work', () => {
    expect(outcome('DL-1.3-a', { education: { majorMatches: false } })).toBe('met');
    expect(outcome('DL-1.3-a', {})).toBe('notToldYet');
  });

  test.each([
    ['health', 'medical'],
    ['engineering', 'safetyEngineering'],
    ['engineering', 'pharmaceuticalEngineering'],
  ] as const)('DL-1.3-a: in %s, %s, which concern health or safety, it may not', (where, specialty) => {
    const told = { series: where, specialty, level: 'deputySenior' } as const;
    expect(outcome('DL-1.3-a', { ...told, education: { majorMatches: false } })).toBe('notMet');
    expect(outcome('DL-1.3-a', { ...told, education: { majorMatches: true } })).toBe('met');
  });

  test.each(['partTime', 'vocational'] as const)('DL-1.4-e: %s education counts in full at its tier', (schooling) => {
    const told = { education: { tier: 'bachelor', schooling }, standard: { education: 'bachelor' } } as const;
    expect(finding('DL-1.4-e', told)).toMatchObject({ outcome: 'met', counted: { tier: 'bachelor' } });
    expect(outcome('DL-1.0-b', told)).toBe('met');
  });

  test('DL-1.4-e: full-time education needs no such word', () => {
    expect(outcome('DL-1.4-e', { education: { tier: 'bachelor', schooling: 'fullTime' } })).toBeUndefined();
  });

  test('DL-1.4-b: the unit attests the education', () => {
    expect(finding('DL-1.4-b', {})).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'unitAssessmentGroup',
    });
  });

  test('DL-1.0-b: the education must reach what the provincial standard asks', () => {
    const standard = { education: 'bachelor' } as const;
    expect(outcome('DL-1.0-b', { standard, education: { tier: 'college' } })).toBe('notMet');
    expect(outcome('DL-1.0-b', { standard, education: { tier: 'master' } })).toBe('met');
    expect(outcome('DL-1.0-b', {})).toBe('notToldYet');
  });

  test.each([
    [{ obtainedOn: '2024-06-10' }, 'met'],
    [{ obtainedOn: '2024-06-11' }, 'notMet'],
    [{ obtainedYear: 2024 }, 'met'],
    [{ obtainedYear: 2025 }, 'notMet'],
  ])('DL-1.0-b: an education of %o, asked on 2024-06-10, is %s', (had, wanted) => {
    const told = { standard: { education: 'bachelor' }, education: { tier: 'bachelor', ...had } } as const;
    expect(outcome('DL-1.0-b', told)).toBe(wanted);
  });

  test.each([
    ['2020-12-31', 'met'],
    ['2021-01-01', 'notMet'],
  ])('DL-1.0-b: of 4 years that the provincial standard asks, a title of %s is %s', (obtainedOn, wanted) => {
    const told = { standard: { years: 4 }, heldTitle: { level: 'assistant', obtainedOn } } as const;
    const years = all(told).find(({ clause, readings }) => clause === 'DL-1.0-b' && readings.includes('A-21'));
    expect(years?.outcome).toBe(wanted);
  });

  test('DL-2.3.4-a: an exceptional case is attested by the reviewing authority, its years by its own form', () => {
    const seen = all({ track: 'exceptional', standard: { years: 4 } });
    expect(seen).toContainEqual(
      expect.objectContaining({
        clause: 'DL-2.3.4-a',
        outcome: 'needsAttestation',
        attestedBy: 'preliminaryAuthority',
      }),
    );
    expect(seen.some(({ readings }) => readings.includes('A-21'))).toBe(false);
  });
});

describe('continuing education', () => {
  test.each([
    [89, 89, 'notMet'],
    [90, 60, 'met'],
    [91, 61, 'met'],
  ])('DL-1.6-b: %i hours, %i of them professional, are %s', (total, professional, wanted) => {
    expect(outcome('DL-1.6-b', { continuingEducation: { total, professional } })).toBe(wanted);
  });

  test.each([
    [90, 60, 'met'],
    [90, 59, 'notMet'],
    [91, 60, 'needsAttestation'],
    [91, 61, 'met'],
    [120, 80, 'met'],
    [120, 79, 'needsAttestation'],
    [120, 60, 'needsAttestation'],
    [120, 59, 'notMet'],
    [0, 0, 'met'],
    [90, 91, 'notToldYet'],
  ])('DL-1.6-c: of %i hours %i professional ones are %s (A-03)', (total, professional, wanted) => {
    expect(finding('DL-1.6-c', { continuingEducation: { total, professional } })).toMatchObject({
      outcome: wanted,
      readings: ['A-03'],
      ...(wanted === 'needsAttestation' ? { attestedBy: 'preliminaryAuthority' } : {}),
    });
  });
});

describe('examination instead of review', () => {
  const fourteen = [
    ['health', 'medical'],
    ['economics', 'finance'],
    ['statistics', 'statistics'],
    ['accounting', 'accounting'],
    ['auditing', 'auditing'],
    ['engineering', 'computerApplication'],
    ['lawyers', 'lawyers'],
    ['engineering', 'safetyEngineering'],
    ['engineering', 'pharmaceuticalEngineering'],
    ['library', 'library'],
    ['culturalHeritage', 'culturalHeritage'],
    ['archives', 'archives'],
    ['translation', 'translation'],
    ['broadcasting', 'broadcasting'],
  ] as const;

  test.each(fourteen)(
    'DL-1.1.2-a, DL-1.1.2-b: mid and junior of %s, %s are examined and not reviewed',
    (where, specialty) => {
      for (const level of ['technician', 'assistant', 'mid'] as const) {
        expect(finding('DL-1.1.2-a', { series: where, specialty, level })).toMatchObject({
          outcome: 'notMet',
          code: 'NOT_OFFERED',
          readings: ['A-32'],
        });
      }
      for (const level of ['deputySenior', 'fullSenior'] as const)
        expect(outcome('DL-1.1.2-a', { series: where, specialty, level })).toBeUndefined();
    },
  );

  test.each([
    ['engineering', 'generalEngineering'],
    ['schoolTeachers', 'schoolTeachers'],
    ['vocationalTeachers', 'vocationalTeachers'],
  ])('DL-1.1.2-a: mid of %s, %s is reviewed', (where, specialty) => {
    expect(outcome('DL-1.1.2-a', { series: where, specialty })).toBeUndefined();
  });

  test('DL-1.1.2-c: logistics is reviewed at every level, whatever the list says', () => {
    const listed = eligibility.map((rule) =>
      rule.key === 'examinationList'
        ? { ...rule, requires: { kind: 'examinationList' as const, names: ['物流'] } }
        : rule,
    );
    const asked = asking({ year: 2024, eligibility: listed, series, timeline }, engineer, '2024-06-10');
    for (const level of levels) {
      expect(asked.outcome('DL-1.1.2-c', { level })).toBe('met');
      expect(asked.outcome('DL-1.1.2-a', { level })).toBeUndefined();
    }
    expect(outcome('DL-1.1.2-c', { specialty: 'generalEngineering' })).toBeUndefined();
  });
});

describe('examination and review', () => {
  const passed = { ...economist, examPassedOn: '2023-06-17', examSpecialty: 'finance' };

  test('DL-1.1.2-d: a deputy-senior economist must have passed the national examination by the day', () => {
    expect(outcome('DL-1.1.2-d', passed)).toBe('met');
    expect(outcome('DL-1.1.2-d', { ...passed, examPassedOn: '2024-06-10' })).toBe('met');
    expect(outcome('DL-1.1.2-d', { ...passed, examPassedOn: '2024-06-11' })).toBe('notMet');
    expect(finding('DL-1.1.2-d', economist)).toMatchObject({ outcome: 'notToldYet', mustBeTold: true });
  });

  test('DL-1.1.2-d: a full-senior economist and an engineer need none', () => {
    expect(outcome('DL-1.1.2-d', { ...economist, level: 'fullSenior' })).toBeUndefined();
    expect(outcome('DL-1.1.2-d', {})).toBeUndefined();
  });

  test('DL-1.1.2-f: the pass certificate is in the dossier, as the authority attests', () => {
    expect(finding('DL-1.1.2-f', passed)).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'preliminaryAuthority',
    });
    expect(outcome('DL-1.1.2-f', { ...passed, examCertificate: false })).toBe('notMet');
  });

  test('DL-1.1.2-g: the specialty applied for is the one examined', () => {
    expect(outcome('DL-1.1.2-g', passed)).toBe('met');
    expect(outcome('DL-1.1.2-g', { ...passed, examSpecialty: 'insurance' })).toBe('notMet');
    expect(outcome('DL-1.1.2-g', economist)).toBe('notToldYet');
  });
});

describe('how long the economists’ result is valid', () => {
  const passed = { ...economist, examPassedOn: '2017-07-01', examSpecialty: 'finance' } as const;
  const valid = (told: Partial<EligibilityFacts>) =>
    all({ ...passed, ...told }).find(({ clause, message }) => clause === 'DL-2.3.6-b' && message.zh.includes('有效期'));

  test('DL-2.3.6-b: is not printed in the guide: the authority attests it, or the day printed on the result says it', () => {
    expect(valid({})).toMatchObject({ outcome: 'needsAttestation', attestedBy: 'preliminaryAuthority' });
    expect(valid({ examValidUntil: '2024-06-10' })).toMatchObject({ outcome: 'met' });
    expect(valid({ examValidUntil: '2024-06-09' })).toMatchObject({ outcome: 'notMet' });
  });
});
