import { describe, expect, test } from 'vitest';
import { materials } from '../../../config/programmes/lianyungang-2024/materials/index.ts';
import { timeline } from '../../../config/programmes/lianyungang-2024/timeline.ts';
import { blocking, materialsFor } from '../../../domain/materials/completeness.ts';
import { dossierFindings, dossierOf } from '../../../domain/papers/dossier.ts';
import { notPrintedYet, ruleOfDocument } from '../../../domain/papers/printing.ts';
import type { MaterialRule } from '../../../domain/programme/materials/materials.ts';
import { engineer } from '../../lives/life.ts';
import { type Case, changes, materialChecks, wholeContent } from './material-cases.ts';

const whole = wholeContent(engineer);
const { findings, about } = materialChecks(
  { materials, timeline },
  { content: whole, facts: engineer, asOf: '2024-06-20' },
);
const { part, project: withProject, paper: withPaper } = changes(whole);
const { summary } = whole;
if (!summary) throw new Error('the whole content has a summary');
const graduatedOn = (day: string) => ({
  summary: { ...summary, graduatedOn: day },
  education: whole.education?.map((each) => ({ ...each, graduatedOn: day })),
});

test('LYG-2.2-c: papers, other achievements and education each go by their own last day, where one of them is moved', () => {
  const moved = (key: string) => ({
    ...timeline,
    cutOffs: timeline.cutOffs.map((each) => (each.key === key ? { ...each, date: '2024-04-30' } : each)),
  });
  const late = {
    ...whole,
    ...graduatedOn('2024-04-01'),
    achievements: whole.achievements.map((each) =>
      each.category === 'paper'
        ? { ...each, publishedOn: '2024-04-01' }
        : { ...each, proofs: [{ kind: 'contract' as const, sealedOn: '2024-04-01', roleShown: 'lead' as const }] },
    ),
  };
  const items = (key: string) =>
    materialChecks({ materials, timeline: moved(key) }, { content: late, facts: engineer, asOf: '2024-06-20' })
      .about('LYG-2.2-c', {})
      .map(([item]) => item);
  expect(items('papers')).toEqual(['/achievements/a1/to', '/summary/graduatedOn']);
  expect(items('achievements')).toEqual(['/achievements/p1/to', '/summary/graduatedOn']);
  expect(items('education')).toEqual(['/achievements/a1/to', '/achievements/p1/to']);
});

test('LYG-2.2-c: a recognised education had in time counts beside a later one; one that is not recognised does not', () => {
  const [first] = whole.education ?? [];
  if (!first) throw new Error('the whole content has an education');
  const had = (recognised: boolean, day: string) => ({
    ...graduatedOn('2024-06-30'),
    education: [
      { ...first, tier: 'bachelor' as const, recognised, graduatedOn: day },
      { ...first, tier: 'master' as const, recognised: true, graduatedOn: '2024-06-30' },
    ],
  });
  const late = ['/summary/graduatedOn', 'invalid'];
  expect(about('LYG-2.2-c', part(had(true, '2010-07-01')))).toEqual([]);
  expect(about('LYG-2.2-c', part(had(true, '2024-03-31')))).toEqual([]);
  expect(about('LYG-2.2-c', part(had(true, '2024-04-01')))).toEqual([late]);
  expect(about('LYG-2.2-c', part(had(false, '2010-07-01')))).toEqual([late]);
});

describe('the content of an application in Lianyungang', () => {
  test('lacks nothing where all of it is as printed', () => {
    expect(blocking(findings({}))).toEqual([]);
  });

  const late = withProject({ to: '2024-04', proofs: [{ kind: 'contract', sealedOn: '2024-04-01' }] });
  const latePaper = withPaper({ to: '2024-03', publishedOn: '2024-04-01' });
  const hours = { year: 2024, publicHours: 30, professionalHours: 60 };

  test.each<[clause: string, what: string, told: Case, found: readonly [string, string]]>([
    ['LYG-2.2-c', 'an achievement of 1 April 2024', late, ['/achievements/a1/to', 'invalid']],
    ['LYG-2.2-c', 'a paper of 1 April 2024', latePaper, ['/achievements/p1/to', 'invalid']],
    ['LYG-2.2-c', 'education of 1 April 2024', part(graduatedOn('2024-04-01')), ['/summary/graduatedOn', 'invalid']],
    [
      'LYG-2.9-b',
      'no proof of continuing education',
      part({ continuingEducation: [] }),
      ['/continuingEducation', 'missing'],
    ],
    [
      'LYG-2.9-b',
      'a year without its certificate',
      part({ continuingEducation: [hours] }),
      ['/continuingEducation/0/certificate', 'missing'],
    ],
    ['LYG-5.4-a', 'no pledge', part({ pledge: undefined }), ['/pledge', 'missing']],
    ['LYG-5.5-d', 'no CHSI proof', part({ education: [] }), ['/education', 'missing']],
    [
      'LYG-5.5-d',
      'a CHSI proof of three months and a day',
      { asOf: '2024-07-19' },
      ['/education/0/reportedOn', 'invalid'],
    ],
  ])('%s: says of %s that it is wrong, and nothing where it is not', (clause, _, told, found) => {
    expect(about(clause, told)).toEqual([found]);
    expect(about(clause, {})).toEqual([]);
  });

  test('LYG-5.5-d: a CHSI proof of exactly three months still counts (A-29)', () => {
    expect(about('LYG-5.5-d', { asOf: '2024-07-18' })).toEqual([]);
  });

  test('LYG-4.2-a: the unit attests that the material is true, whole and in time', () => {
    expect(about('LYG-4.2-a', { attestations: [{ by: 'preliminaryAuthority', clauses: ['LYG-4.2-a'] }] })).toEqual([
      ['/', 'needsAttestation'],
    ]);
    expect(about('LYG-4.2-a', { attestations: [{ by: 'unitHr', clauses: ['LYG-4.2-a'] }] })).toEqual([]);
  });

  test.each(['educationCertificate', 'degreeCertificate', 'socialInsuranceProof'])(
    'LYG-5.5-c: nobody is asked for what the platform can verify: %s',
    (file) => {
      const demand: MaterialRule = {
        key: 'd',
        name: { zh: '材料', en: 'Material' },
        clause: 'LYG-4.1-c',
        suppliedBy: 'applicant',
        check: { kind: 'required', of: 'attachment', file },
      };
      expect(materialsFor([...materials, demand], engineer)).not.toContainEqual(demand);
    },
  );

  test('LYG-4.1-b: the declaration form is printed from the system after the entry and not before', () => {
    const rule = ruleOfDocument(materials, engineer, 'declarationForm');
    expect(rule && notPrintedYet(rule, { submitted: false, passed: () => false })).toMatchObject({
      clause: 'LYG-4.1-b',
    });
    expect(rule && notPrintedYet(rule, { submitted: true, passed: () => false })).toBeNull();
  });

  test('LYG-4.2-b: a declaration form without signature and seal of the unit is found', () => {
    const lines = dossierOf(materials, engineer, whole);
    const found = (signed: readonly string[]) =>
      dossierFindings(
        lines,
        lines.map(({ key, copies }) => ({ key, copies, signed })),
      ).map(({ clause }) => clause);
    expect(found([])).toEqual(['LYG-4.2-b']);
    expect(found(['unitSeal'])).toEqual([]);
  });
});
