import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { EligibilityFacts } from '../../../domain/eligibility/facts.ts';
import { eligibilityRefusal, mayApply } from '../../../domain/eligibility/may-apply.ts';
import { type EmployerClass, employerClasses, type Level, levels } from '../../../domain/programme/facts.ts';

const person: EligibilityFacts = {
  series: 'engineering',
  specialty: 'electronics',
  level: 'deputySenior',
  track: 'standard',
  employerClass: 'provincialStateOwned',
  status: 'inService',
  hasEmployment: true,
};
const economist: EligibilityFacts = {
  ...person,
  series: 'economics',
  specialty: 'finance',
  examPassedOn: '2021-06-20',
};

const asked = (facts: Partial<EligibilityFacts>, base = person, asOf = '2024-07-15') =>
  mayApply(liaoningDiit2024, { ...base, ...facts }, asOf);
const refused = (facts: Partial<EligibilityFacts>, base = person, asOf = '2024-07-15') =>
  eligibilityRefusal(asked(facts, base, asOf));

describe('who may apply', () => {
  test('LN-1-a: a provincial engineer with a labour relation may, and learns who reviews and who seals', () => {
    const result = asked({});
    expect(result).toMatchObject({ office: 'ln-diit-office', sealingAuthority: 'ln-sasac' });
    expect(result.findings).toContainEqual(expect.objectContaining({ clause: 'LN-1-a', outcome: 'met' }));
    expect(eligibilityRefusal(result)).toBeNull();
  });

  test('LN-1-a: where nothing is told of the relation the unit attests it', () => {
    const { findings } = asked({ hasEmployment: undefined });
    expect(findings).toContainEqual(
      expect.objectContaining({ clause: 'LN-1-a', outcome: 'needsAttestation', attestedBy: 'unitHr' }),
    );
  });

  test('LN-1-c: that someone is in service and in post is attested by the unit', () => {
    expect(asked({}).findings).toContainEqual(
      expect.objectContaining({ clause: 'LN-1-c', outcome: 'needsAttestation', attestedBy: 'unitHr' }),
    );
  });

  test('LN-1-d: what was not told is asked for and not guessed, and a draft waits for it', () => {
    const result = asked({ status: undefined });
    expect(result.eligible).toBe('notToldYet');
    expect(result.findings).toContainEqual(
      expect.objectContaining({ clause: 'LN-1-d', outcome: 'notToldYet', ask: ['status'] }),
    );
    expect(eligibilityRefusal(result)).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: ['LN-1-c', 'LN-1-d', 'LN-1-e'] });
  });

  test.each([
    ['LN-1-d', { status: 'retired' }, ['LN-1-c', 'LN-1-d']],
    ['LN-1-e', { status: 'civilServant' }, ['LN-1-e']],
    ['LN-1-e', { status: 'managedAsCivilServant' }, ['LN-1-e']],
    ['LN-1-a', { hasEmployment: false }, ['LN-1-a']],
    ['LN-1-b', { employerClass: 'freelance', specialty: 'robotics', yearsInProvince: 0 }, ['LN-1-b']],
  ] as const)('%s: not with %o', (_, facts, clauses) => {
    expect(refused(facts)).toMatchObject({ code: 'NOT_ELIGIBLE', clauses });
  });

  test.each([[1], [undefined]])(
    'LN-1-b: a freelancer with %s years may, if an agency attests (A-44)',
    (yearsInProvince) => {
      const facts = { employerClass: 'freelance', specialty: 'robotics', hasEmployment: false } as const;
      const result = asked(yearsInProvince === undefined ? facts : { ...facts, yearsInProvince });
      expect(result.findings).toContainEqual(
        expect.objectContaining({ clause: 'LN-1-b', outcome: 'needsAttestation', readings: ['A-44'] }),
      );
      expect(eligibilityRefusal(result)).toBeNull();
      expect(result.findings.flatMap((each) => each.readings)).toContain('A-44');
    },
  );
});

describe('who reviews', () => {
  const provincial: readonly EmployerClass[] = employerClasses.filter((each) => each.startsWith('provincial'));
  const local: readonly EmployerClass[] = ['cityOrBelow', 'private', 'freelance'];
  const below: readonly Level[] = levels.filter((each) => each !== 'fullSenior');
  const ofUs = { yearsInProvince: 3 };

  test('LN-2.1.1-a: the province reviews full-senior engineering for everyone', () => {
    for (const employerClass of [...provincial, ...local])
      expect(refused({ ...ofUs, employerClass, level: 'fullSenior' })).toBeNull();
  });

  test('LN-2.1.2-a: below full-senior it reviews provincial units', () => {
    for (const employerClass of provincial)
      for (const level of below) expect(refused({ employerClass, level })).toBeNull();
  });

  test('LN-2.1.2-b: below full-senior private and city-level people are referred to the city', () => {
    for (const employerClass of local)
      for (const level of below) {
        const refusal = refused({ ...ofUs, employerClass, level });
        expect(refusal).toMatchObject({ code: 'REFERRED_ELSEWHERE', clauses: ['LN-2.1.2-b'] });
        expect(refusal?.message.zh).toContain('所在市');
      }
    expect(asked({ ...ofUs, employerClass: 'private' }).office).toBeNull();
  });

  test('LN-2.1.3-a: it reviews the emerging specialties at all levels for everyone', () => {
    for (const employerClass of [...provincial, ...local])
      for (const level of levels) expect(refused({ ...ofUs, specialty: 'robotics', employerClass, level })).toBeNull();
  });

  test('LN-2.1.3-b: data science has only the two senior levels', () => {
    for (const level of ['technician', 'assistant', 'mid'] as const)
      expect(refused({ specialty: 'dataScience', level })).toMatchObject({
        code: 'NOT_OFFERED',
        clauses: ['LN-2.1.3-b'],
      });
    for (const level of ['deputySenior', 'fullSenior'] as const)
      expect(refused({ specialty: 'dataScience', level })).toBeNull();
  });

  test('LN-0-a: arts and crafts is treated like the industries (A-18)', () => {
    expect(refused({ specialty: 'artsAndCrafts' })).toBeNull();
    expect(refused({ specialty: 'artsAndCrafts', employerClass: 'private' })).toMatchObject({
      code: 'REFERRED_ELSEWHERE',
      readings: ['A-18'],
    });
    expect(refused({ specialty: 'artsAndCrafts', employerClass: 'freelance' })).toMatchObject({
      readings: ['A-18', 'A-44'],
    });
  });

  test('LN-0-a: a series or specialty outside the notice is not offered', () => {
    expect(refused({ series: 'medicine', specialty: 'surgery' })).toMatchObject({
      code: 'NOT_OFFERED',
      clauses: ['LN-0-a'],
    });
    expect(refused({ specialty: 'finance' })).toMatchObject({ code: 'NOT_OFFERED', clauses: ['LN-0-a'] });
  });

  test.each([
    ['provincialUniversity', 'ln-education'],
    ['provincialStateOwned', 'ln-sasac'],
    ['provincialHospital', 'ln-health'],
    ['provincialInstitution', 'ln-provincial-authority'],
    ['private', 'ln-hrss-city'],
  ] as const)('LN-5.6-b, LN-5.6-c: for %s %s seals', (employerClass, authority) => {
    expect(asked({ employerClass, level: 'fullSenior' }).sealingAuthority).toBe(authority);
  });
});

describe('economics', () => {
  test('LN-2.2.1-a: full-senior is reviewed for everyone, without the examination', () => {
    const facts = { series: 'economics', specialty: 'finance', level: 'fullSenior', employerClass: 'private' } as const;
    expect(asked(facts)).toMatchObject({ office: 'ln-diit-office' });
    expect(refused(facts)).toBeNull();
  });

  test('LN-2.2.2-a, LN-2.2.2-c: deputy-senior is reviewed for provincial units, with the examination', () => {
    expect(refused({}, economist)).toBeNull();
    const { examPassedOn, ...without } = economist;
    expect(refused({}, without)).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: ['LN-2.2.2-c'] });
    expect(examPassedOn).toBeDefined();
  });

  test('LN-2.2.2-b: deputy-senior of private and city-level units is referred to the city', () => {
    expect(refused({ employerClass: 'private' }, economist)).toMatchObject({
      code: 'REFERRED_ELSEWHERE',
      clauses: ['LN-2.2.2-b'],
    });
  });

  test.each([
    ['2019-08-12', null],
    ['2019-08-11', 'NOT_ELIGIBLE'],
    ['2024-08-13', 'NOT_ELIGIBLE'],
  ])('LN-2.2.2-d: an examination passed on %s, seen on 2024-08-12, gives %s (A-22)', (examPassedOn, code) => {
    expect(refused({ examPassedOn }, economist, '2024-08-12')?.code ?? null).toBe(code);
  });

  test('LN-2.2.1-a, LN-2.2.2-a: mid and junior are not offered, and the examination is named (A-43)', () => {
    for (const level of ['technician', 'assistant', 'mid'] as const) {
      const refusal = refused({ level }, economist);
      expect(refusal).toMatchObject({ code: 'NOT_OFFERED', clauses: ['LN-2.2.1-a', 'LN-2.2.2-a'], readings: ['A-43'] });
      expect(refusal?.message.zh.match(/考试/g)).toHaveLength(1);
    }
  });
});

describe('the special tracks', () => {
  test('LN-8.1-c: people of central units and other provinces are told to apply by delegation', () => {
    const refusal = refused({ employerClass: 'centralOrOtherProvince' });
    expect(refusal).toMatchObject({ code: 'NOT_OFFERED', clauses: ['LN-8.1-c'] });
    expect(refusal?.message.zh).toContain('委托评审');
  });

  test('the exceptional track is applied for like the standard one', () => {
    expect(refused({ track: 'exceptional' })).toBeNull();
  });
});
