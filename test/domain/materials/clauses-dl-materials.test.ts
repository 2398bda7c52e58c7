import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { materials } from '../../../config/programmes/dalian-2024/materials/index.ts';
import { timeline } from '../../../config/programmes/dalian-2024/timeline.ts';
import type { Delivered } from '../../../domain/case/check-results.ts';
import { type Attestation, blocking, materialsFor } from '../../../domain/materials/completeness.ts';
import { dossierFindings, dossierOf } from '../../../domain/papers/dossier.ts';
import { certificateNumber, ruleOfDocument } from '../../../domain/papers/printing.ts';
import type { ApplicantFacts, Level } from '../../../domain/programme/facts.ts';
import type { MaterialRule } from '../../../domain/programme/materials/materials.ts';
import { engineer } from '../../lives/life.ts';
import { type Case, changes, materialChecks, publication, wholeContent } from './material-cases.ts';

const whole = wholeContent(engineer);
const { findings, about } = materialChecks(
  { materials, timeline },
  { content: whole, facts: engineer, asOf: '2024-06-20' },
);
const { part, project: withProject, paper: withPaper } = changes(whole);
const exceptional: ApplicantFacts = { ...engineer, track: 'exceptional' };

describe('the content of an application in Dalian', () => {
  test('lacks nothing where all of it is as printed', () => {
    expect(blocking(findings({}))).toEqual([]);
  });

  test('DL-1.4-b: the CHSI form is of this year; the unit prints it, so its day need not be given', () => {
    const formOf = (reportedOn: string | undefined) =>
      part({ education: whole.education?.map((each) => ({ ...each, reportedOn })) });
    for (const day of ['2024-01-01', '2024-06-20', undefined]) expect(blocking(findings(formOf(day)))).toEqual([]);
    for (const day of ['2023-12-31', '2025-01-02'])
      expect(blocking(findings(formOf(day)))).toMatchObject([
        { clause: 'DL-1.4-b', item: '/education/0/reportedOn', outcome: 'invalid' },
      ]);
  });

  const outside = { ...whole.education?.[0], verifiedBy: 'graduationRegister' } as const;
  const late = withProject({ to: '2024-07', proofs: [{ kind: 'contract', sealedOn: '2024-06-29' }] });
  const early = withProject({ proofs: [{ kind: 'contract', sealedOn: '2018-11-30' }] });
  const tier = part({ summary: whole.summary && { ...whole.summary, highestTier: 'master' } });
  const bag = part({ cover: whole.cover && { ...whole.cover, level: 'mid' } });

  test.each<[clause: string, what: string, told: Case, found: readonly [string, string]]>([
    [
      'DL-1.6-a',
      'no continuing education of the year',
      part({ continuingEducation: [{ year: 2023, publicHours: 30, professionalHours: 60 }] }),
      ['/continuingEducation', 'missing'],
    ],
    ['DL-1.7-b', 'no identity photograph', part({ photo: undefined }), ['/photo', 'missing']],
    [
      'DL-1.8-a',
      'a paper not looked up at the press administration',
      withPaper({ retrievals: ['wanfang', 'cnki', 'vip'] }),
      ['/achievements/p1/retrievals', 'missing'],
    ],
    [
      'DL-1.8-b',
      'a paper in two databases of three',
      withPaper({ retrievals: ['pressAdministration', 'wanfang', 'vip'] }),
      ['/achievements/p1/retrievals', 'missing'],
    ],
    [
      'DL-1.9-b',
      'an achievement without its clause of the standard',
      withProject({ conditions: [] }),
      ['/achievements/a1/conditions', 'missing'],
    ],
    ['DL-2.2.1-b', 'an achievement of 29 June 2024', late, ['/achievements/a1/to', 'invalid']],
    ['DL-2.3.1-b', 'an empty part 5', part({ experience: [] }), ['/experience', 'missing']],
    ['DL-2.3.1-b', 'no statement of part 6', part({ statement: undefined }), ['/statement', 'missing']],
    [
      'DL-2.3.1-d',
      'a year in Chinese numerals',
      part({ statement: `二〇二三年${whole.statement}` }),
      ['/statement', 'invalid'],
    ],
    ['DL-2.3.1-e', 'a highest education that is not the highest recognised', tier, ['/summary/highestTier', 'invalid']],
    ['DL-2.3.1-h', 'no pledge', part({ pledge: undefined }), ['/pledge', 'missing']],
    [
      'DL-2.3.1-l',
      'a statement of 2399 characters of 3000',
      part({ statement: '述'.repeat(2_399) }),
      ['/statement', 'warning'],
    ],
    ['DL-2.3.2-b', 'another level on the bag', bag, ['/cover/level', 'invalid']],
    ['DL-2.3.3-d', 'an achievement of the day of the present title', early, ['/achievements/a1/to', 'invalid']],
    [
      'DL-2.3.3-f',
      'a published paper without a retrieval record of any database',
      withPaper({ retrievals: ['pressAdministration'] }),
      ['/achievements/p1/retrievals', 'missing'],
    ],
    [
      'DL-2.3.3-f',
      'a paper that was not published',
      withPaper({ publishedOn: undefined }),
      ['/achievements/p1/publishedOn', 'missing'],
    ],
  ])('%s: says of %s that it is wrong, and nothing where it is not', (clause, _, told, found) => {
    expect(about(clause, told)).toEqual([found]);
    expect(about(clause, {})).toEqual([]);
  });

  test.each<[Level, number]>([
    ['assistant', 1_200],
    ['mid', 1_600],
    ['deputySenior', 2_400],
    ['fullSenior', 2_400],
  ])(
    'DL-2.3.1-l: at %s a statement is thought short below %i characters, and blocks nobody (A-05)',
    (level, enough) => {
      const of = (length: number): Case => ({
        ...part({ statement: '述'.repeat(length) }),
        facts: { ...engineer, level },
      });
      expect(about('DL-2.3.1-l', of(enough))).toEqual([]);
      expect(about('DL-2.3.1-l', of(enough - 1))).toEqual([['/statement', 'warning']]);
      expect(blocking(findings(of(enough - 1)))).toEqual(blocking(findings(of(enough))));
    },
  );

  test('DL-1.1.2-f: a deputy-senior economist names the pass certificate of the examination, and nobody else need', () => {
    const economist = { ...engineer, series: 'economics', specialty: 'finance' };
    const passed = { name: '经济专业技术资格', specialty: '金融', passedOn: '2021-06-20' };
    expect(about('DL-1.1.2-f', { facts: economist })).toEqual([['/examination', 'missing']]);
    expect(about('DL-1.1.2-f', { facts: economist, ...part({ examination: passed }) })).toEqual([]);
    for (const facts of [engineer, { ...economist, level: 'fullSenior' as const }])
      expect(about('DL-1.1.2-f', { facts })).toEqual([]);
  });

  test.each<[clause: string, demand: MaterialRule['check']]>([
    ['DL-1.4-a', { kind: 'required', of: 'attachment', file: 'educationCertificate' }],
    ['DL-1.4-a', { kind: 'required', of: 'attachment', file: 'degreeCertificate' }],
    ['DL-2.3.3-e', { kind: 'required', of: 'paper' }],
  ])('%s: nobody is asked for what must not be demanded: %j', (clause, check) => {
    const demand: MaterialRule = {
      key: 'd',
      name: { zh: '材料', en: 'Material' },
      clause: 'DL-1.9-a',
      suppliedBy: 'applicant',
      check,
    };
    expect(materialsFor([demand], engineer)).toEqual([demand]);
    expect(materialsFor([...materials, demand], engineer)).not.toContainEqual(demand);
    const others = materials.filter((rule) => rule.clause !== clause);
    expect(materialsFor([...others, demand], engineer)).toContainEqual(demand);
  });

  test.each([
    ['DL-1.4-b', 'unitAssessmentGroup'],
    ['DL-2.2.2-e', 'unitHr'],
    ['DL-2.2.2-f', 'unitHr'],
    ['DL-2.2.2-h', 'unitHr'],
    ['DL-2.3.1-f', 'preliminaryAuthority'],
    ['DL-2.3.3-c', 'preliminaryAuthority'],
  ] as const)(
    '%s: is attested by the %s with a check of this rule, by nobody else and by no other act',
    (clause, by) => {
      const other: Attestation = { by: by === 'unitHr' ? 'preliminaryAuthority' : 'unitHr', clauses: [clause] };
      const another: Attestation = { by, clauses: ['DL-2.2.2-a'] };
      expect(about(clause, { attestations: [other, another] })).toEqual([['/', 'needsAttestation']]);
      expect(about(clause, { attestations: [{ by, clauses: [clause] }] })).toEqual([]);
    },
  );

  test('DL-1.4-d: the education form is sealed by the unit and by the authority', () => {
    const sealed = (...by: Attestation['by'][]) =>
      about('DL-1.4-d', { attestations: by.map((each) => ({ by: each, clauses: ['DL-1.4-d'] })) });
    expect(sealed()).toHaveLength(2);
    expect(sealed('unitHr')).toHaveLength(1);
    expect(sealed('unitHr', 'preliminaryAuthority')).toEqual([]);
  });

  test('DL-1.4-c: the unit answers for the graduation register of those whom CHSI does not cover', () => {
    const content = {
      ...whole,
      education: [
        {
          ...outside,
          tier: 'bachelor' as const,
          institution: '东北大学',
          graduatedOn: '1998-07-01',
          mode: 'fullTime' as const,
          recognised: true,
        },
      ],
    };
    expect(about('DL-1.4-c', { content })).toEqual([['/', 'needsAttestation']]);
    expect(
      about('DL-1.4-c', { content, attestations: [{ by: 'unitAssessmentGroup', clauses: ['DL-1.4-c'] }] }),
    ).toEqual([]);
    expect(about('DL-1.4-c', {})).toEqual([]);
  });
});

describe('the paper dossier in Dalian', () => {
  const examined = { name: '经济专业技术资格', specialty: '金融', passedOn: '2021-06-20' };
  const content = { ...whole, achievements: [publication], examination: examined };
  const lines = dossierOf(materials, exceptional, content);
  const lying = (): Delivered[] =>
    lines.map(({ key, copies, signed }) => ({ key, copies, signed: signed.map((slot) => slot.key) }));
  const found = (delivered: readonly Delivered[]) =>
    dossierFindings(lines, delivered).map(({ key, clause, outcome }) => [key, clause, outcome]);

  test('lacks nothing where every part is there, signed and in the printed order', () => {
    expect(found(lying())).toEqual([]);
  });

  test.each([
    ['DL-2.3.1-a', 'evaluationForm', 3],
    ['DL-2.3.3-a', 'volume', 1],
    ['DL-2.3.3-b', 'identityCard', 1],
    ['DL-2.3.3-b', 'educationProof', 1],
    ['DL-2.3.3-b', 'titleCertificate', 1],
    ['DL-2.3.3-b', 'examinationSheet', 1],
    ['DL-2.3.3-d', 'achievementProofs', 1],
    ['DL-2.3.3-f', 'paperRetrievals', 1],
    ['DL-2.3.4-a', 'exceptionalForm', 3],
  ])('%s: %s lies in it %i times, and one copy fewer is missed', (clause, key, copies) => {
    expect(lying()).toContainEqual(expect.objectContaining({ key, copies }));
    const fewer = lying().map((each) => (each.key === key ? { ...each, copies: copies - 1 } : each));
    expect(found(fewer)).toEqual([[key, clause, 'missing']]);
  });

  test.each([
    ['DL-2.3.1-g', 'signatures', ['unitSeal', 'unitPublicity', 'authority']],
    ['DL-2.3.1-h', 'handwrittenPledges', ['applicantPledge', 'unitPledge']],
  ])('%s: each of the signatures and seals of %s is missed: %j', (clause, key, slots) => {
    expect(lines.find((line) => line.key === key)?.signed.map((slot) => slot.key)).toEqual(slots);
    for (const slot of slots) {
      const without = lying().map((each) =>
        each.key === key ? { ...each, signed: slots.filter((signed) => signed !== slot) } : each,
      );
      expect(found(without)).toEqual([[key, clause, 'invalid']]);
    }
  });

  test('DL-2.3.3-a, DL-2.3.3-b: part 1 is bound in the printed order', () => {
    const bound = lines.filter((line) => line.needed && line.bound > 0).map(({ key }) => key);
    expect(bound).toEqual([
      'volume',
      'identityCard',
      'educationProof',
      'titleCertificate',
      'examinationSheet',
      'continuingEducationForm',
      'achievementProofs',
      'paperRetrievals',
      'exceptionalForm',
    ]);
    const delivered = lying().toSorted(
      (a, b) => Number(b.key === 'titleCertificate') - Number(a.key === 'titleCertificate'),
    );
    expect(found(delivered)).toEqual([['titleCertificate', 'DL-2.3.3-b', 'invalid']]);
  });

  test('DL-2.3.4-a: only exceptional applicants deliver the form of exceptional applicants', () => {
    expect(dossierOf(materials, engineer, content).map(({ key }) => key)).not.toContain('exceptionalForm');
  });

  test('DL-2.3.1-b: the number of the form is left to the committee office', () => {
    expect(ruleOfDocument(materials, engineer, 'evaluationForm')?.prints.blank).toEqual(['编号']);
  });

  test('DL-2.3.1-i: the certificate number is shown only as the committee office gave it', () => {
    const given = (role: Attestation['by']) =>
      certificateNumber([{ by: { role }, certificate: 'C-1' }], dalian2024.stages);
    expect(given('committeeOffice')).toBe('C-1');
    expect(given('unitHr')).toBeNull();
  });
});
