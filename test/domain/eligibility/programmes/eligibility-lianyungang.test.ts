import { describe, expect, test } from 'vitest';
import { eligibility } from '../../../../config/programmes/lianyungang-2024/eligibility/index.ts';
import { series } from '../../../../config/programmes/lianyungang-2024/series.ts';
import { timeline } from '../../../../config/programmes/lianyungang-2024/timeline.ts';
import type { EligibilityFacts } from '../../../../domain/eligibility/facts.ts';
import { asking } from '../asking.ts';

const engineer: EligibilityFacts = {
  series: 'engineering',
  specialty: 'ecology',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  status: 'inService',
};
const { all, finding, outcome } = asking({ year: 2024, eligibility, series, timeline }, engineer, '2024-06-10');

describe('who may apply in Lianyungang', () => {
  test.each([
    [true, 'met'],
    [false, 'notMet'],
    [undefined, 'needsAttestation'],
  ])('LYG-1.1-a: with a contract told as %s it is %s', (hasEmployment, wanted) => {
    expect(outcome('LYG-1.1-a', { hasEmployment })).toBe(wanted);
  });

  test('LYG-1.1-b: freelancers may, and the talent service centre reviews them', () => {
    const told = { employerClass: 'freelance' } as const;
    expect(finding('LYG-1.1-b', told)).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'preliminaryAuthority',
    });
    expect(outcome('LYG-1.1-a', told)).toBeUndefined();
    expect(outcome('LYG-1.1-b', {})).toBeUndefined();
  });

  test('LYG-1.2-a: people from Hong Kong, Macao and Taiwan employed in the city may', () => {
    expect(outcome('LYG-1.2-a', { origin: 'hkMacaoTaiwan', hasEmployment: true })).toBe('met');
    expect(outcome('LYG-1.2-a', { origin: 'hkMacaoTaiwan', hasEmployment: false })).toBe('notMet');
    expect(outcome('LYG-1.2-a', { origin: 'mainland' })).toBeUndefined();
  });

  test.each([
    ['workPermit', 'met'],
    ['permanentResidence', 'met'],
    ['overseasTalentPermit', 'met'],
    ['none', 'notMet'],
    [undefined, 'notToldYet'],
  ] as const)('LYG-1.2-b: a foreigner whose document is %s is %s', (foreignerDocument, wanted) => {
    expect(outcome('LYG-1.2-b', { origin: 'foreigner', foreignerDocument })).toBe(wanted);
  });

  test.each(['civilServant', 'managedAsCivilServant'] as const)('LYG-1.3-a: %s may not', (status) => {
    expect(outcome('LYG-1.3-a', { status })).toBe('notMet');
    expect(outcome('LYG-1.3-a', {})).toBe('met');
  });

  test('LYG-1.3-b: retired people may not', () => {
    expect(outcome('LYG-1.3-b', { status: 'retired' })).toBe('notMet');
    expect(outcome('LYG-1.3-b', { status: undefined })).toBe('notToldYet');
  });

  test.each([
    ['2023-12-31', 'met'],
    ['2024-01-01', 'notMet'],
    ['2024-06-30', 'notMet'],
    ['2024-07-01', 'met'],
  ])('LYG-1.3-c: a warning in effect from 01-01 to 06-30, asked on %s, is %s', (asOf, wanted) => {
    const discipline = { measure: 'warning', from: '2024-01-01', to: '2024-06-30' } as const;
    expect(outcome('LYG-1.3-c', { discipline }, asOf)).toBe(wanted);
  });

  test('LYG-1.3-c: without discipline one may, and a period not told is asked for', () => {
    expect(outcome('LYG-1.3-c', { discipline: { measure: 'none' } })).toBe('met');
    expect(outcome('LYG-1.3-c', { discipline: { measure: 'warning' } })).toBe('notToldYet');
    expect(outcome('LYG-1.3-c', {})).toBe('notToldYet');
  });
});

describe('level by level', () => {
  test.each([
    ['none', 'technician', 'met'],
    ['none', 'assistant', 'met'],
    ['none', 'mid', 'notMet'],
    ['technician', 'assistant', 'met'],
    ['technician', 'mid', 'notMet'],
    ['assistant', 'mid', 'met'],
    ['assistant', 'deputySenior', 'notMet'],
    ['mid', 'deputySenior', 'met'],
    ['mid', 'mid', 'notMet'],
    ['mid', 'fullSenior', 'notMet'],
    ['deputySenior', 'fullSenior', 'met'],
    ['fullSenior', 'deputySenior', 'notMet'],
  ] as const)('LYG-2.1-b: from %s to %s is %s', (held, level, wanted) => {
    expect(outcome('LYG-2.1-b', { heldTitle: { level: held }, level })).toBe(wanted);
  });

  test('LYG-2.1-b: the title held must be told before a draft', () => {
    expect(finding('LYG-2.1-b', {})).toMatchObject({ outcome: 'notToldYet', ask: ['heldTitle'], mustBeTold: true });
  });

  test.each(['overseasReturnee', 'partyOrGovernment', 'army'] as const)(
    'LYG-2.1-c: someone from %s may skip levels at the first application, as the authority attests',
    (background) => {
      const told = { heldTitle: { level: 'none' }, background, firstApplication: true } as const;
      expect(finding('LYG-2.1-c', told)).toMatchObject({
        outcome: 'needsAttestation',
        attestedBy: 'preliminaryAuthority',
      });
      expect(outcome('LYG-2.1-b', told)).toBe('met');
    },
  );

  test('LYG-2.1-c: not at a later application, and not without such a background', () => {
    const told = { heldTitle: { level: 'none' }, background: 'army' } as const;
    expect(outcome('LYG-2.1-c', { ...told, firstApplication: false })).toBe('notMet');
    expect(outcome('LYG-2.1-b', { ...told, firstApplication: false })).toBe('notMet');
    expect(outcome('LYG-2.1-c', told)).toBe('notToldYet');
    expect(outcome('LYG-2.1-c', { ...told, background: 'none' })).toBeUndefined();
    expect(outcome('LYG-2.1-b', { ...told, background: 'none' })).toBe('notMet');
  });
});

describe('seniority up to the end of 2023', () => {
  const held = (obtainedOn: string) => ({ level: 'assistant', obtainedOn }) as const;
  const standard = { years: 4 };

  test.each([
    ['2019-12-31', 4, 'met'],
    ['2020-01-01', 3, 'notMet'],
    ['2019-06-15', 4, 'met'],
    ['2024-02-01', 0, 'notMet'],
  ])('LYG-2.2-a: a title of %s has %i full years, of 4 asked: %s (A-28)', (on, years, wanted) => {
    expect(finding('LYG-2.2-a', { standard, heldTitle: held(on) })).toMatchObject({
      outcome: wanted,
      counted: { years, required: 4, until: '2023-12-31' },
      readings: ['A-28'],
    });
  });

  test('LYG-2.2-a: the day of asking does not matter, only the cut-off does', () => {
    const told = { standard, heldTitle: held('2020-01-01') };
    expect(outcome('LYG-2.2-a', told, '2024-12-31')).toBe('notMet');
  });

  test.each([
    [2019, 'met'],
    [2020, 'notMet'],
  ])('LYG-2.2-a: a title of some day in %i counts from the end of the year: %s (A-28)', (obtainedYear, wanted) => {
    expect(outcome('LYG-2.2-a', { standard, heldTitle: { level: 'assistant', obtainedYear } })).toBe(wanted);
  });

  test('LYG-2.2-a: who has no title yet has years of practice at most, which the unit attests', () => {
    const told = { level: 'assistant', heldTitle: { level: 'none' }, standard, badAssessmentYears: [2022] } as const;
    expect(finding('LYG-2.2-a', told)).toMatchObject({ outcome: 'needsAttestation', attestedBy: 'unitHr' });
    expect(outcome('LYG-2.2-b', told)).toBeUndefined();
  });

  test('LYG-2.2-a: what the standard asks must be told', () => {
    expect(finding('LYG-2.2-a', { heldTitle: held('2019-01-01') })).toMatchObject({ ask: ['standard'] });
  });

  test.each([
    ['2019-12-31', [2021], 3, 'notMet'],
    ['2018-12-31', [2021], 4, 'met'],
    ['2018-12-31', [2021, 2021], 4, 'met'],
    ['2018-12-31', [2021, 2022], 3, 'notMet'],
    ['2018-12-31', [2017, 2024], 5, 'met'],
    ['2018-06-30', [2018, 2023], 3, 'notMet'],
  ])(
    'LYG-2.2-b: a title of %s less the bad years %o has %i years: %s (A-28)',
    (on, badAssessmentYears, years, wanted) => {
      const told = { standard, heldTitle: held(on), badAssessmentYears };
      expect(finding('LYG-2.2-b', told)).toMatchObject({ outcome: wanted, counted: { years } });
    },
  );

  test('LYG-2.2-b: bad years are asked for, and none of them needs no word', () => {
    expect(outcome('LYG-2.2-b', { standard, heldTitle: held('2019-01-01') })).toBe('notToldYet');
    expect(outcome('LYG-2.2-b', { standard, heldTitle: held('2019-01-01'), badAssessmentYears: [] })).toBeUndefined();
  });
});

describe('the conditions of the standard', () => {
  const standard = { conditions: { least: 2, of: ['1', '2', '3'] } };
  const counted = (...works: { conditions: string[]; on?: string }[]) =>
    all({ standard, achievements: works }).find(
      ({ clause, readings }) => clause === 'LYG-2.1-a' && readings[0] === 'A-23',
    );

  test('LYG-2.1-a, LYG-2.2-c: are counted by condition, one work for one, up to 2024-03-31 (A-23)', () => {
    expect(counted({ conditions: ['1'] }, { conditions: ['1'] })).toMatchObject({ outcome: 'notMet' });
    expect(counted({ conditions: ['1', '2'] })).toMatchObject({ outcome: 'notMet', counted: { conditions: 1 } });
    const [first, second] = [{ conditions: ['1'] }, { conditions: ['2'], on: '2024-03-31' }];
    expect(counted(first, second)).toMatchObject({ outcome: 'met', counted: { conditions: 2 } });
    expect(counted(first, { ...second, on: '2024-04-01' })).toMatchObject({ outcome: 'notMet' });
  });

  test('LYG-2.1-a: an exceptional case is attested by the reviewing authority', () => {
    expect(finding('LYG-2.1-a', { track: 'exceptional' })).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'preliminaryAuthority',
    });
  });
});

describe('a transfer of series', () => {
  const heldTitle = { level: 'assistant', obtainedOn: '2019-05-01', series: 'sports' } as const;
  const standard = { years: 4 };

  test.each([
    ['2023-06-10', true, 4, 'met'],
    ['2023-06-11', false, 0, 'notMet'],
  ])(
    'LYG-2.8.1-b, LYG-2.8.1-c: transferred on %s, asked on 2024-06-10, years joined is %s: %i years, %s (A-45)',
    (on, joined, years, wanted) => {
      const told = { heldTitle, standard, transfer: { on } };
      expect(finding('LYG-2.8.1-b', told)).toMatchObject({ outcome: 'met', counted: { joined }, readings: ['A-45'] });
      expect(finding('LYG-2.8.1-c', told)?.counted).toEqual(joined ? { years } : undefined);
      expect(finding('LYG-2.2-a', told)).toMatchObject({ outcome: wanted, counted: { years } });
    },
  );

  test('LYG-2.8.1-b: under a year the new series alone counts, which may still be enough', () => {
    const told = { heldTitle, standard: { years: 0 }, transfer: { on: '2023-07-01' } };
    expect(outcome('LYG-2.8.1-b', told)).toBe('met');
    expect(outcome('LYG-2.2-a', told)).toBe('met');
  });

  test('LYG-2.8.1-a: a transfer keeps the level, changes the series and needs the assessment, which the unit attests', () => {
    const track = 'sameLevelTransfer' as const;
    const told = { track, heldTitle: { level: 'mid', series: 'sports' } } as const;
    expect(finding('LYG-2.8.1-a', told)).toMatchObject({ outcome: 'needsAttestation', attestedBy: 'unitHr' });
    expect(outcome('LYG-2.8.1-a', { ...told, transfer: { assessed: false } })).toBe('notMet');
    expect(outcome('LYG-2.8.1-a', { ...told, level: 'deputySenior' })).toBe('notMet');
    expect(outcome('LYG-2.8.1-a', { ...told, heldTitle: { level: 'mid', series: 'engineering' } })).toBe('notMet');
    expect(outcome('LYG-2.8.1-a', { track })).toBe('notToldYet');
    expect(outcome('LYG-2.1-b', told)).toBeUndefined();
  });
});

describe('local titles and titles from elsewhere', () => {
  const local = (level: 'technician' | 'assistant' | 'mid' | 'deputySenior', obtainedOn: string) =>
    ({ track: 'exceptional', heldTitle: { level, obtainedOn, issuer: 'local' } }) as const;

  test.each([
    ['assistant', '2016-12-31', 7, 'met'],
    ['assistant', '2017-01-01', 6, 'notMet'],
    ['technician', '2016-12-31', 7, 'met'],
    ['mid', '2020-12-31', 3, 'met'],
    ['mid', '2021-01-01', 2, 'notMet'],
    ['deputySenior', '2022-12-31', 1, 'met'],
    ['deputySenior', '2023-01-01', 0, 'notMet'],
  ] as const)('LYG-2.10-a: a local title of %s since %s has %i years and is %s', (level, on, years, wanted) => {
    expect(finding('LYG-2.10-a', local(level, on))).toMatchObject({ outcome: wanted, counted: { years } });
  });

  test('LYG-2.10-a: it opens the mid title and no other', () => {
    expect(outcome('LYG-2.10-a', { ...local('mid', '2010-01-01'), level: 'deputySenior' })).toBe('notMet');
    expect(outcome('LYG-2.10-a', { track: 'standard', heldTitle: { level: 'assistant' } })).toBeUndefined();
  });

  test.each([
    [undefined, 'notToldYet'],
    [{ level: 'assistant', obtainedOn: '2010-01-01' }, 'notToldYet'],
    [{ level: 'none' }, 'notMet'],
    [{ level: 'assistant', obtainedOn: '2010-01-01', issuer: 'national' }, 'notMet'],
  ] as const)('LYG-2.10-a: the mid title as an exceptional case, holding %j, is %s', (heldTitle, wanted) => {
    expect(finding('LYG-2.10-a', { track: 'exceptional', heldTitle })).toMatchObject({
      outcome: wanted,
      mustBeTold: true,
    });
  });

  test.each([
    [{ level: 'none' }, 'fullSenior', 'notMet'],
    [{ level: 'mid' }, 'fullSenior', 'notMet'],
    [{ level: 'deputySenior' }, 'fullSenior', 'met'],
    [undefined, 'fullSenior', 'notToldYet'],
  ] as const)(
    'LYG-2.1-b: an exceptional case holding %j applies for %s level by level: %s',
    (heldTitle, level, wanted) => {
      expect(outcome('LYG-2.1-b', { track: 'exceptional', heldTitle, level })).toBe(wanted);
      expect(outcome('LYG-2.10-a', { track: 'exceptional', heldTitle, level })).toBeUndefined();
    },
  );

  test('LYG-2.10-b: a title from elsewhere is attested by the authority', () => {
    expect(finding('LYG-2.10-b', { heldTitle: { level: 'assistant', issuer: 'elsewhere' } })).toMatchObject({
      outcome: 'needsAttestation',
      attestedBy: 'preliminaryAuthority',
    });
    expect(outcome('LYG-2.10-b', { heldTitle: { level: 'assistant', issuer: 'national' } })).toBeUndefined();
  });
});
