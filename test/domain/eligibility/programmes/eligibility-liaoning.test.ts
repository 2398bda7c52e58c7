import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { maxConditions } from '../../../../domain/eligibility/conditions.ts';
import type { EligibilityFacts } from '../../../../domain/eligibility/facts.ts';
import { asking } from '../asking.ts';

const engineer: EligibilityFacts = {
  series: 'engineering',
  specialty: 'electronics',
  level: 'deputySenior',
  track: 'standard',
  employerClass: 'provincialStateOwned',
  status: 'inService',
};
const { all, finding, outcome } = asking(liaoningDiit2024, engineer, '2024-07-15');

describe('seniority by years', () => {
  test.each([
    ['2019-12-31', 5, 'met'],
    ['2019-01-01', 5, 'met'],
    ['2020-01-01', 4, 'notMet'],
  ])('LN-4.2-a: a title of %s is %i years old, of 5 asked: %s (A-21)', (obtainedOn, years, wanted) => {
    const told = { heldTitle: { level: 'mid', obtainedOn }, standard: { years: 5 } } as const;
    expect(finding('LN-4.2-a', told)).toMatchObject({
      outcome: wanted,
      counted: { years, required: 5 },
      readings: ['A-21'],
    });
  });

  test('LN-4.2-a: the year alone is enough, and what was not told is asked for', () => {
    const standard = { years: 5 };
    expect(outcome('LN-4.2-a', { heldTitle: { level: 'mid', obtainedYear: 2019 }, standard })).toBe('met');
    expect(outcome('LN-4.2-a', { heldTitle: { level: 'mid', obtainedYear: 2020 }, standard })).toBe('notMet');
    expect(finding('LN-4.2-a', { heldTitle: { level: 'mid' }, standard })).toMatchObject({ ask: ['heldTitle'] });
    expect(finding('LN-4.2-a', { heldTitle: { level: 'mid', obtainedYear: 2019 } })).toMatchObject({
      ask: ['standard'],
    });
  });

  test.each([
    [2019, 'met'],
    [2020, 'notMet'],
  ])(
    'LN-4.2-b: full-senior engineer with the senior title of %i is %s, as in the printed example',
    (obtainedYear, wanted) => {
      const told = { level: 'fullSenior', heldTitle: { level: 'deputySenior', obtainedYear } } as const;
      expect(outcome('LN-4.2-b', told)).toBe(wanted);
    },
  );

  test('LN-4.2-b: the printed example itself: applying in 2023 with a title of 2018', () => {
    const in2023 = asking({ ...liaoningDiit2024, year: 2023 }, engineer, '2023-07-15');
    const with2018 = { level: 'fullSenior', heldTitle: { level: 'deputySenior', obtainedYear: 2018 } } as const;
    expect(in2023.outcome('LN-4.2-b', with2018)).toBe('met');
    expect(in2023.outcome('LN-4.2-b', { ...with2018, heldTitle: { level: 'deputySenior', obtainedYear: 2019 } })).toBe(
      'notMet',
    );
  });

  test('LN-4.2-b: it is the senior engineer’s title that counts', () => {
    const told = { level: 'fullSenior', heldTitle: { level: 'mid', obtainedYear: 2000 } } as const;
    expect(outcome('LN-4.2-b', told)).toBe('notMet');
    expect(outcome('LN-4.2-b', { heldTitle: { level: 'mid', obtainedYear: 2000 } })).toBeUndefined();
  });
});

describe('the standard’s conditions', () => {
  const standard = { conditions: { least: 3, of: ['1', '2', '3', '4', '5', '6', '7'] } };
  const works = (...conditions: string[][]) => ({
    standard,
    achievements: conditions.map((each) => ({ conditions: each })),
  });

  test('LN-3-b: three works under one condition count once, three under three count three times', () => {
    expect(finding('LN-3-b', works(['2'], ['2'], ['2']))).toMatchObject({
      outcome: 'notMet',
      counted: { conditions: 1 },
    });
    expect(finding('LN-3-b', works(['1'], ['2'], ['2']))).toMatchObject({
      outcome: 'notMet',
      counted: { conditions: 2 },
    });
    expect(finding('LN-3-b', works(['1'], ['2'], ['3']))).toMatchObject({ outcome: 'met', counted: { conditions: 3 } });
  });

  test('LN-3-b: one work counts for one condition, unless the standard allows more (A-23)', () => {
    const two = works(['1', '2', '3'], ['3']);
    expect(finding('LN-3-b', two)).toMatchObject({ outcome: 'notMet', counted: { conditions: 2 }, readings: ['A-23'] });
    const allowed = { ...two, standard: { ...standard, oneWorkForSeveral: true } };
    expect(finding('LN-3-b', allowed)).toMatchObject({ outcome: 'met', counted: { conditions: 3 } });
  });

  test('LN-3-b: works are put to conditions so that most are met, and what is no condition of the standard is not counted', () => {
    expect(maxConditions([['1', '2'], ['1'], ['2', '3']])).toBe(3);
    expect(maxConditions([['1'], ['1', '2'], ['2']])).toBe(2);
    expect(outcome('LN-3-b', works(['8'], ['1'], ['2']))).toBe('notMet');
  });

  test.each([
    ['engineering', 'electronics', '2024-06-30', 'met'],
    ['engineering', 'electronics', '2024-07-01', 'notMet'],
    ['economics', 'finance', '2024-07-30', 'met'],
    ['economics', 'finance', '2024-07-31', 'notMet'],
  ])('LN-4.1-a, LN-4.1-b: in %s, %s, a third work of %s makes it %s', (series, specialty, on, wanted) => {
    const achievements = [{ conditions: ['1'], on: '2023-01-01' }, { conditions: ['2'] }, { conditions: ['3'], on }];
    const heldTitle = { level: 'mid', obtainedYear: 2018 } as const;
    expect(outcome('LN-3-b', { series, specialty, standard, achievements, heldTitle })).toBe(wanted);
  });

  test('LN-3-b: what the standard asks and what there is are asked for', () => {
    expect(finding('LN-3-b', {})).toMatchObject({ outcome: 'notToldYet', ask: ['standard'] });
    expect(finding('LN-3-b', { standard })).toMatchObject({ outcome: 'notToldYet', ask: ['achievements'] });
  });
});

describe('the economists’ examination', () => {
  const economist = { series: 'economics', specialty: 'finance' } as const;

  test.each([
    [2019, 'met'],
    [2018, 'notMet'],
  ])('LN-2.2.2-d: an examination of which only the year %i is known is %s in 2024 (A-22)', (examYear, wanted) => {
    expect(finding('LN-2.2.2-d', { ...economist, examYear })).toMatchObject({ outcome: wanted, readings: ['A-22'] });
    expect(outcome('LN-2.2.2-c', { ...economist, examYear })).toBe('met');
  });

  test('LN-2.2.2-c: what is not told is asked for, and a draft waits for it', () => {
    expect(finding('LN-2.2.2-c', economist)).toMatchObject({ outcome: 'notToldYet', mustBeTold: true });
  });

  test('LN-2.2.2-c: engineers and full-senior economists need none', () => {
    expect(outcome('LN-2.2.2-c', {})).toBeUndefined();
    expect(outcome('LN-2.2.2-c', { ...economist, level: 'fullSenior' })).toBeUndefined();
  });
});

describe('what the notice leaves to others', () => {
  test.each([
    ['demerit', '2024-06-30', 'met'],
    ['demerit', '2024-07-01', 'notMet'],
    ['demerit', '2024-12-31', 'notMet'],
    ['demerit', '2025-01-01', 'met'],
    ['seriousDemerit', '2024-07-01', 'notMet'],
    ['warning', '2024-07-01', 'met'],
  ] as const)(
    'LN-8.5-a: a %s in effect from 07-01 to 12-31, asked on %s, is %s in an institution (A-09)',
    (measure, asOf, wanted) => {
      const discipline = { measure, from: '2024-07-01', to: '2024-12-31' };
      const told = { employerClass: 'provincialUniversity', discipline } as const;
      expect(finding('LN-8.5-a', told, asOf)).toMatchObject({ outcome: wanted, readings: ['A-09'] });
    },
  );

  test('LN-8.4-a: the unit verifies the education, and nobody hands in a certificate', () => {
    expect(finding('LN-8.4-a', {})).toMatchObject({ outcome: 'needsAttestation', attestedBy: 'unitHr' });
  });

  test('LN-3-a: the education must reach what the standard asks', () => {
    const standard = { education: 'bachelor' } as const;
    expect(outcome('LN-3-a', { standard, education: { tier: 'bachelor' } })).toBe('met');
    expect(outcome('LN-3-a', { standard, education: { tier: 'college' } })).toBe('notMet');
  });

  test('LN-8.2-a: high-skilled talents may apply in engineering by a document of their own', () => {
    expect(finding('LN-8.2-a', {})).toMatchObject({ outcome: 'met' });
    expect(outcome('LN-8.2-a', { series: 'economics', specialty: 'finance' })).toBeUndefined();
  });

  test('the exceptional track leaves years and education to its own form', () => {
    const clauses = all({ track: 'exceptional' }).map(({ clause }) => clause);
    expect(clauses).not.toContain('LN-4.2-a');
    expect(clauses).not.toContain('LN-3-a');
  });

  test('LN-A2.3.4-a: the authority that seals attests an exceptional case', () => {
    expect(finding('LN-A2.3.4-a', { track: 'exceptional' })).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'sealingAuthority',
    });
    expect(finding('LN-A2.3.4-a', {})).toBeUndefined();
  });
});

describe('delegation and the green channel', () => {
  const delegated = { track: 'delegated', employerClass: 'centralOrOtherProvince' } as const;

  test.each([
    ['LN-8.1-a', 'unitHr'],
    ['LN-8.1-b', 'delegationAuthority'],
  ] as const)('%s: for a delegated review it is attested by %s', (clause, attestedBy) => {
    expect(finding(clause, delegated)).toMatchObject({ outcome: 'needsAttestation', attestedBy });
    expect(finding(clause, {})).toBeUndefined();
  });

  test('LN-8.1-c: the committee takes it only after the letter came back, which its office attests', () => {
    const seen = all(delegated).filter(({ clause }) => clause === 'LN-8.1-c');
    expect(seen).toContainEqual(
      expect.objectContaining({ outcome: 'needsAttestation', attestedBy: 'committeeOffice' }),
    );
  });

  test('LN-8.1-c: people of central units and other provinces cannot apply in the normal way', () => {
    for (const track of ['standard', 'exceptional', 'greenChannel'] as const)
      expect(outcome('LN-8.1-c', { track, employerClass: 'centralOrOtherProvince' })).toBe('notMet');
    expect(outcome('LN-8.1-c', {})).toBeUndefined();
  });

  test('LN-8.1-a: people of this province have no need of delegation', () => {
    expect(outcome('LN-8.1-a', { track: 'delegated' })).toBe('notMet');
  });

  test('LN-8.3-b: the committee office consents before one files by the green channel', () => {
    const seen = all({ track: 'greenChannel' }).filter(({ clause }) => clause === 'LN-8.3-b');
    expect(seen).toContainEqual(
      expect.objectContaining({ outcome: 'needsAttestation', attestedBy: 'committeeOffice' }),
    );
    expect(outcome('LN-8.3-b', {})).toBeUndefined();
  });

  test('LN-8.3-b: by the green channel the office judges whom the ordinary years and education would refuse', () => {
    const clauses = all({ track: 'greenChannel' }).map(({ clause }) => clause);
    expect(clauses).not.toContain('LN-4.2-a');
    expect(clauses).not.toContain('LN-3-a');
  });

  test('LN-8.3-a: whoever goes by the green channel writes to the policy mailbox first', () => {
    expect(finding('LN-8.3-a', { track: 'greenChannel' })).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'committeeOffice',
    });
    expect(outcome('LN-8.3-a', {})).toBeUndefined();
  });
});
