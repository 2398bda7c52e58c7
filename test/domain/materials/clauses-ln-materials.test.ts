import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { type Attestation, blocking, materialsFor } from '../../../domain/materials/completeness.ts';
import type { MaterialContent } from '../../../domain/materials/content.ts';
import type { MaterialRule } from '../../../domain/programme/materials/materials.ts';
import { printedNamesOf } from '../../../domain/programme/printed-names.ts';
import { economist, engineer } from '../../lives/life.ts';
import { type Case, changes, materialChecks, project, publication, wholeContent } from './material-cases.ts';

const { materials = [], timeline } = liaoningDiit2024;

/** The pledge in the words of the notice, as the programme holds them. */
function pledged(): MaterialContent['pledge'] {
  const rule = materials.find(({ clause }) => clause === 'LN-6.5-a');
  if (rule?.check.kind !== 'required' || rule.check.of !== 'pledge') return undefined;
  return { version: rule.check.version ?? '', text: rule.check.text ?? '' };
}

const whole = { ...wholeContent(engineer), pledge: pledged() };
const usual = { content: whole, facts: engineer, asOf: '2024-07-18' };
const { findings, about } = materialChecks({ materials, timeline }, usual);
const { part, project: withProject, paper: withPaper } = changes(whole);

describe('the content of an application in Liaoning', () => {
  test('lacks nothing where all of it is as printed', () => {
    expect(blocking(findings({}))).toEqual([]);
  });

  test('LN-A2.3.1-c: takes the cover in the printed Chinese, and says what is filed where it says another', () => {
    const names = printedNamesOf(liaoningDiit2024, engineer);
    const filed = { unitName: '某机器人公司', ...names };
    expect(blocking(findings({ ...part({ cover: filed }), names }))).toEqual([]);
    const [wrong] = blocking(findings({ ...part({ cover: { ...filed, specialty: '无人机' } }), names }));
    expect(wrong?.item).toBe('/cover/specialty');
    expect(wrong?.message.zh).toContain(names.specialty);
  });

  test('LN-6.5-a: takes the printed words of the pledge, whatever version they are said to be', () => {
    const { text } = pledged() as { readonly text: string };
    expect(blocking(findings(part({ pledge: { text } })))).toEqual([]);
    expect(blocking(findings(part({ pledge: { text: `${text}！` } }))).map(({ item }) => item)).toEqual(['/pledge']);
  });

  const lateProject = withProject({ to: '2024-07', proofs: [{ kind: 'contract', sealedOn: '2024-07-01' }] });
  const oneSheet = { ...economist, level: 'deputySenior' } as const;
  const cover = { unitName: '某机器人公司', series: 'engineering', specialty: 'drones', level: 'deputySenior' };
  const other = { relation: 'other' } as const;

  test.each<[clause: string, what: string, told: Case, found: readonly string[]]>([
    ['LN-3-b', 'one work under two conditions', withProject({ conditions: ['1', '2'] }), ['conditions', 'invalid']],
    ['LN-4.1-a', 'engineering of July 2024', lateProject, ['to', 'invalid']],
    [
      'LN-4.1-b',
      'economics of 31 July 2024',
      { ...withPaper({ publishedOn: '2024-07-31' }), facts: economist },
      ['to', 'invalid'],
    ],
    [
      'LN-4.1-c',
      'a contract without a date of signature',
      withProject({ proofs: [{ kind: 'contract' }] }),
      ['proofs/0/sealedOn', 'missing'],
    ],
    [
      'LN-4.1-d',
      'a paper accepted but not published',
      withPaper({ publishedOn: undefined }),
      ['publishedOn', 'missing'],
    ],
    ['LN-4.1-e', 'a paper without its search page', withPaper({ searchPage: undefined }), ['searchPage', 'missing']],
    ['LN-5.2.3-b', 'joint work without one’s own part', withProject({ joint: true }), ['contribution', 'missing']],
    [
      'LN-6.1-c',
      'a role that the evidence does not show',
      withProject({ proofs: [{ kind: 'contract', sealedOn: '2022-03-10', roleShown: 'participant' }] }),
      ['proofs/0/roleShown', 'invalid'],
    ],
    ['LN-6.2-a', 'an award that names no class', withProject({ category: 'award' }), ['awardClass', 'missing']],
    [
      'LN-6.2-b',
      'another award under a condition',
      withProject({ category: 'award', awardClass: 'other' }),
      ['conditions', 'invalid'],
    ],
    [
      'LN-6.3.1-a',
      'only a statement of one’s own',
      withProject({ proofs: [{ kind: 'statement' }] }),
      ['proofs', 'missing'],
    ],
    [
      'LN-6.3.2-a',
      'work of the day of the present title',
      withProject({ proofs: [{ kind: 'contract', sealedOn: '2018-11-30' }] }),
      ['to', 'invalid'],
    ],
    ['LN-6.3.3-a', 'work of another specialty', withProject(other), ['relation', 'invalid']],
    [
      'LN-6.4-a',
      'a paper not queried at the press administration',
      withPaper({ retrievals: ['cnki'] }),
      ['retrievals', 'missing'],
    ],
    [
      'LN-6.4-b',
      'a paper in no main database',
      withPaper({ retrievals: ['pressAdministration'] }),
      ['retrievals', 'missing'],
    ],
    [
      'LN-6.4-c',
      'an international result without search certificate',
      withProject({ international: true }),
      ['searchCertificate', 'missing'],
    ],
    ['LN-6.4-d', 'a paper of another specialty', withPaper(other), ['relation', 'invalid']],
    ['LN-A1-c', 'a time without month', withProject({ to: '2023' }), ['to', 'invalid']],
  ])('%s: says of %s where it is wrong, and nothing where it is not', (clause, _, told, [field, outcome]) => {
    const id = clause === 'LN-4.1-b' || told.content?.achievements[1] !== publication ? 'p1' : 'a1';
    expect(about(clause, told)).toEqual([[`/achievements/${id}/${field}`, outcome]]);
    expect(about(clause, { ...told, content: whole })).toEqual([]);
  });

  test.each<[clause: string, what: string, told: Case, found: readonly [string, string]]>([
    ['LN-5.1-e', 'nothing about secrets', part({ secrets: undefined }), ['/secrets', 'warning']],
    ['LN-6.5-a', 'a pledge in other words', part({ pledge: true }), ['/pledge', 'invalid']],
    ['LN-A1-b', 'no personal summary', part({ summary: undefined }), ['/summary', 'missing']],
    ['LN-A2.1-b', 'an economist without the pass sheet', { facts: oneSheet }, ['/examination', 'missing']],
    ['LN-A2.3.1-c', 'another specialty on the cover', part({ cover }), ['/cover/specialty', 'invalid']],
    [
      'LN-A2.3.6-a',
      'a photo older than half a year',
      part({ photo: { takenOn: '2024-01-17' } }),
      ['/photo/takenOn', 'invalid'],
    ],
  ])('%s: says of %s that it is wrong, and nothing where it is not', (clause, _, told, found) => {
    expect(about(clause, told)).toEqual([found]);
    expect(about(clause, {})).toEqual([]);
  });

  test('LN-4.1-a, LN-4.1-b: what economics may still count in July is too late in engineering', () => {
    const july = withPaper({ publishedOn: '2024-07-15', to: '2024-07' });
    expect(about('LN-4.1-a', july)).toEqual([['/achievements/p1/to', 'invalid']]);
    expect(about('LN-4.1-b', { ...july, facts: economist })).toEqual([]);
  });

  test.each([
    [['1', '1', '1'], ['/achievements']],
    [['1', '2', '1'], ['/achievements']],
    [['1', '2', '7'], []],
  ])(
    'LN-3-b: works under the conditions %j of 1 to 7 are counted by condition where three are asked for',
    (under, items) => {
      const rules = materials
        .filter(({ clause }) => clause === 'LN-3-b')
        .map((rule) => ({
          ...rule,
          check: { ...rule.check, groups: [{ from: ['1', '2', '3', '4', '5', '6', '7'], least: 3 }] },
        }));
      const achievements = under.map((condition, n) => ({ ...project, id: `a${n}`, conditions: [condition] }));
      const found = findings(part({ achievements }), rules as readonly MaterialRule[]);
      expect(blocking(found).map(({ item }) => item)).toEqual(items);
    },
  );

  test('LN-8.4-a: nobody may be asked for certificates of education or degree', () => {
    const demand = (file: string): MaterialRule => ({
      key: file,
      name: { zh: '证书', en: 'Certificate' },
      clause: 'LN-A2.1-b',
      suppliedBy: 'applicant',
      check: { kind: 'required', of: 'attachment', file },
    });
    const asked = ['educationCertificate', 'degreeCertificate', 'patentCertificate'].map(demand);
    const left = materialsFor([...materials, ...asked], engineer).map(({ key }) => key);
    expect(asked.map(({ key }) => key).filter((key) => left.includes(key))).toEqual(['patentCertificate']);
  });

  test.each([
    ['LN-6.1-b', 'committeeOffice'],
    ['LN-6.5-b', 'unitHr'],
    ['LN-A2.2-a', 'unitHr'],
    ['LN-A2.3.1-a', 'unitHr'],
    ['LN-A2.3.1-b', 'unitHr'],
    ['LN-A2.3.7-a', 'committeeOffice'],
  ] as const)(
    '%s: is attested by the %s with a check of this rule, by nobody else and by no other act',
    (clause, by) => {
      const other: Attestation = { by: by === 'unitHr' ? 'committeeOffice' : 'unitHr', clauses: [clause] };
      const another: Attestation = { by, clauses: ['LN-5.2.1-a'] };
      expect(about(clause, { attestations: [other, another] })).toEqual([['/', 'needsAttestation']]);
      expect(about(clause, { attestations: [{ by, clauses: [clause] }] })).toEqual([]);
    },
  );
});
