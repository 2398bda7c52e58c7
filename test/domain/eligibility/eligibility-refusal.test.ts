import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { EligibilityFacts } from '../../../domain/eligibility/facts.ts';
import { eligibilityRefusal, mayApply } from '../../../domain/eligibility/may-apply.ts';
import type { Programme } from '../../../domain/programme/programme.ts';

/** Every question is answered: only what people attest is left open. */
const ecologist: EligibilityFacts = {
  series: 'engineering',
  specialty: 'ecology',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  territory: 'lyg-haizhou',
  status: 'inService',
  hasEmployment: true,
  discipline: { measure: 'none' },
  heldTitle: { level: 'assistant', obtainedOn: '2018-06-30', issuer: 'national' },
  badAssessmentYears: [],
  education: { tier: 'bachelor', schooling: 'fullTime', obtainedOn: '2013-07-01', majorMatches: true },
  standard: { years: 4, education: 'bachelor', conditions: { least: 1, of: ['1', '2'] } },
  achievements: [{ conditions: ['1'], on: '2024-03-31' }],
};
const asked = (told: Partial<EligibilityFacts>) => mayApply(lianyungang2024, { ...ecologist, ...told }, '2024-06-10');
const refused = (told: Partial<EligibilityFacts>) => eligibilityRefusal(asked(told));

describe('what a draft and a first submission are refused for', () => {
  test('nothing, where all is told and met: the rest is attested', () => {
    expect(asked({}).eligible).toBe('needsAttestation');
    expect(refused({})).toBeNull();
  });

  test('LYG-7-a, DL-1.1.3-a, LN-0-a: what a notice does not offer is refused by the rule that says what it offers', () => {
    const cases = [
      [lianyungang2024, { track: 'greenChannel' }, ['LYG-7-a']],
      [dalian2024, { specialty: 'logistics', territory: 'dl-zhongshan', track: 'delegated' }, ['DL-1.1.3-a']],
      [dalian2024, { series: 'arts', specialty: 'arts', territory: 'dl-zhongshan' }, ['DL-1.1.3-a']],
      [liaoningDiit2024, { specialty: 'robotics', track: 'initialDesignation' }, ['LN-0-a']],
    ] as const;
    for (const [programme, told, clauses] of cases)
      expect(eligibilityRefusal(mayApply(programme, { ...ecologist, ...told }, '2024-06-10'))).toMatchObject({
        code: 'NOT_OFFERED',
        clauses,
      });
  });

  test('LYG-2.7-d: nobody is sent to look for a committee where an examination gives the title', () => {
    const { findings } = asked({ series: 'accounting', specialty: 'accounting' });
    expect(findings.map(({ clause }) => clause)).toContain('LYG-2.7-d');
    expect(findings.map(({ clause }) => clause)).not.toContain('LYG-7-a');
  });

  test('LYG-2.1-b: the title held must be told first, in plain words', () => {
    const refusal = refused({ heldTitle: undefined });
    expect(refusal).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: ['LYG-2.1-b'] });
    expect(refusal?.message.zh).toMatch(/^须先填报：/);
    expect(refusal?.message.en).toMatch(/^This must be stated first: /);
  });

  test('not for what was not told where the rule does not ask for it before a draft', () => {
    expect(refused({ badAssessmentYears: undefined, standard: undefined })).toBeNull();
  });

  test.each<[clauses: string, told: Partial<EligibilityFacts>]>([
    ['LYG-1.3-a, LYG-1.3-b', { status: undefined }],
    ['LYG-1.3-c', { discipline: undefined }],
    ['LYG-1.3-c', { discipline: { measure: 'warning' } }],
    ['LYG-1.3-c', { discipline: { measure: 'demerit', from: '2024-01-01' } }],
  ])('%s: nobody applies in Lianyungang by keeping silent: %j', (clauses, told) => {
    expect(refused(told)).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: clauses.split(', ') });
    expect(refused(told)?.message.en).toMatch(/^This must be stated first: /);
  });

  test.each<[clauses: string, programme: Programme, territory: string]>([
    ['DL-1.2-e, DL-2.3.6-b', dalian2024, 'dl-zhongshan'],
    ['LN-1-c, LN-1-d, LN-1-e', liaoningDiit2024, 'ln-shenyang'],
  ])('%s: the status must be told before a draft is begun', (clauses, programme, territory) => {
    const engineer: EligibilityFacts = {
      series: 'engineering',
      level: 'deputySenior',
      track: 'standard',
      employerClass: 'provincialStateOwned',
      specialty: programme === dalian2024 ? 'generalEngineering' : 'robotics',
      territory,
    };
    const of = (told: Partial<EligibilityFacts>) =>
      eligibilityRefusal(mayApply(programme, { ...engineer, ...told }, '2024-06-10'));
    expect(of({})).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: clauses.split(', ') });
    expect(of({ status: 'inService' })).toBeNull();
  });

  test('LYG-2.7-d: what is not offered goes before what the person lacks', () => {
    const refusal = refused({ series: 'health', specialty: 'health', status: 'retired' });
    expect(refusal).toMatchObject({ code: 'NOT_OFFERED', clauses: ['LYG-2.7-d'], readings: ['A-32'] });
  });

  test('LYG-1.3-b, LYG-2.2-a: everything the person lacks is told at once, with the rules', () => {
    const refusal = refused({ status: 'retired', heldTitle: { level: 'assistant', obtainedOn: '2022-01-01' } });
    expect(refusal).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: ['LYG-1.3-b', 'LYG-2.2-a'] });
    expect(refusal?.details.findings).toHaveLength(2);
  });

  test('LYG-7-a: who would review elsewhere comes before what must still be told (A-33)', () => {
    const other = { series: 'otherSpecialty', specialty: 'otherSpecialty', heldTitle: undefined };
    expect(refused(other)).toMatchObject({ code: 'REFERRED_ELSEWHERE', readings: ['A-33'] });
  });

  test('DL-1.1.2-a, DL-1.1.2-d: in Dalian an economist of mid level is told of the examination, a deputy-senior one asked for it', () => {
    const economist: EligibilityFacts = {
      series: 'economics',
      specialty: 'finance',
      level: 'mid',
      track: 'standard',
      employerClass: 'private',
      territory: 'dl-zhongshan',
      status: 'inService',
    };
    const of = (told: Partial<EligibilityFacts>) =>
      eligibilityRefusal(mayApply(dalian2024, { ...economist, ...told }, '2024-06-10'));
    expect(of({})).toMatchObject({ code: 'NOT_OFFERED', clauses: ['DL-1.1.2-a'], readings: ['A-32'] });
    expect(of({ level: 'deputySenior' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      clauses: ['DL-1.1.2-d', 'DL-1.1.2-g'],
    });
    expect(of({ level: 'deputySenior', examPassedOn: '2023-06-17', examSpecialty: 'finance' })).toBeNull();
  });
});
