import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Delivered } from '../../../domain/case/check-results.ts';
import type { Achievement, MaterialContent } from '../../../domain/materials/content.ts';
import { dossierFindings, dossierOf } from '../../../domain/papers/dossier.ts';
import { notPrintedYet, ruleOfDocument } from '../../../domain/papers/printing.ts';
import { type PublicityPaper, publicityFindings } from '../../../domain/papers/publicity-paper.ts';
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import { documentKinds } from '../../../domain/programme/materials/materials.ts';
import { engineer } from '../../lives/life.ts';

const { materials = [], publicityPaper } = liaoningDiit2024;
const exceptional: ApplicantFacts = { ...engineer, track: 'exceptional' };

const publication = (category: 'paper' | 'monograph'): Achievement => ({
  id: category,
  title: '论文',
  category,
  role: 'sole',
  from: '2023-01',
  to: '2023-05',
  content: '论文。',
});
const content: MaterialContent = { achievements: [publication('paper'), publication('monograph')] };

/** The items of a whole dossier, in the printed order. */
const whole = (facts = exceptional): Delivered[] =>
  dossierOf(materials, facts, content).map(({ key, copies, signed }) => ({
    key,
    copies,
    signed: signed.map((slot) => slot.key),
  }));

const found = (delivered: readonly Delivered[], facts = exceptional) =>
  dossierFindings(dossierOf(materials, facts, content), delivered).map(({ key, clause, outcome }) => [
    key,
    clause,
    outcome,
  ]);

describe('the paper dossier in Liaoning', () => {
  test('lacks nothing where every part is there, in the printed order', () => {
    expect(found(whole())).toEqual([]);
  });

  test.each([
    ['LN-A2.1-a', 'publicityDocument', 1],
    ['LN-A2.1-b', 'identityCard', 1],
    ['LN-A2.1-b', 'titleCertificate', 1],
    ['LN-A2.1-c', 'unitProof', 1],
    ['LN-A2.1-c', 'achievementMaterial', 1],
    ['LN-A2.1-d', 'papers', 1],
    ['LN-A2.1-d', 'books', 1],
    ['LN-A2.3.2-a', 'evaluationForm', 3],
    ['LN-A2.3.3-a', 'recommendationForm', 3],
    ['LN-A2.3.4-a', 'exceptionalForm', 3],
    ['LN-A2.3.8-a', 'photos', 2],
  ])('%s: %s lies in it %i times, and one copy fewer is missed', (clause, key, copies) => {
    expect(whole()).toContainEqual(expect.objectContaining({ key, copies }));
    const fewer = whole().map((each) => (each.key === key ? { ...each, copies: copies - 1 } : each));
    expect(found(fewer)).toEqual([[key, clause, 'missing']]);
  });

  test.each([
    ['LN-A2.3.2-a', 'evaluationForm', 0],
    ['LN-A2.3.3-a', 'recommendationForm', 1],
    ['LN-A2.3.4-a', 'exceptionalForm', 1],
  ])('%s: of the copies of %s %i are bound into the main volume', (_, key, bound) => {
    expect(dossierOf(materials, exceptional, content).find((line) => line.key === key)?.bound).toBe(bound);
  });

  test('LN-A2.1-a, LN-A2.1-b, LN-A2.1-c, LN-A2.1-d: the parts lie in their printed order', () => {
    const bound = dossierOf(materials, exceptional, content).filter((line) => line.needed && line.bound > 0);
    expect(bound.map(({ key }) => key)).toEqual([
      ...['recommendationForm', 'publicityDocument', 'exceptionalForm'],
      ...['identityCard', 'educationMaterial', 'titleCertificate', 'continuingEducationProof'],
      ...['unitProof', 'achievementMaterial', 'papers', 'books'],
    ]);
    const [first, second, ...rest] = whole();
    const swapped = [second, first, ...rest].filter((each) => each !== undefined);
    expect(found(swapped)).toEqual([['publicityDocument', 'LN-A2.1-a', 'invalid']]);
  });

  test('LN-A2.3.4-a: only exceptional applicants deliver the form of exceptional applicants', () => {
    expect(whole(engineer).map(({ key }) => key)).not.toContain('exceptionalForm');
  });

  test('LN-A2.1-d: papers and books are delivered by those who have some', () => {
    const keys = dossierOf(materials, engineer, { achievements: [] }).map(({ key }) => key);
    expect(keys).not.toContain('papers');
    expect(keys).not.toContain('books');
  });
});

describe('the papers that the service prints in Liaoning', () => {
  const before = { submitted: true, passed: () => false };
  const after = { submitted: true, passed: (stage: string) => stage === 'ONLINE_REVIEW' };

  test.each([
    ['LN-5.6-a', 'evaluationForm'],
    ['LN-A2.3.5-a', 'recommendationForm'],
    ['LN-A2.3.5-a', 'exceptionalForm'],
    ['LN-A2.3.5-a', 'stampedPage'],
  ] as const)('%s: %s is printed after the approval online and not before', (clause, document) => {
    const rule = ruleOfDocument(materials, exceptional, document);
    expect(rule).toMatchObject({ clause });
    expect(rule && notPrintedYet(rule, before)).toMatchObject({ clause });
    expect(rule && notPrintedYet(rule, after)).toBeNull();
  });

  test('LN-A2.3.5-a: every form of the dossier is one that the platform prints', () => {
    const printed = documentKinds.filter((each) => ruleOfDocument(materials, exceptional, each));
    expect(printed).toEqual(expect.arrayContaining(['evaluationForm', 'recommendationForm', 'exceptionalForm']));
  });

  test('LN-A2.3.7-a: the columns of pages 7 and 8 stay empty', () => {
    expect(ruleOfDocument(materials, engineer, 'evaluationForm')?.prints.blank).toEqual([
      '学科评议组意见',
      '评委会评定情况',
      '各市人社局省直评审部门（单位）或自主评审单位意见',
    ]);
  });
});

describe('the publicity document of annex 1', () => {
  const paper: PublicityPaper = {
    decidingMeeting: '总经理办公会议',
    contactPerson: '王某',
    telephone: '024-1',
    unitName: '某机器人公司',
    postedOn: '2024-07-10',
    lastDay: '2024-07-17',
  };
  const person: MaterialContent = {
    achievements: [],
    summary: { gender: 'female', bornOn: '1985-05-05', education: '本科', position: '部长' },
  };
  const lacks = (changed: Partial<PublicityPaper>, people = [person]) =>
    publicityFindings(publicityPaper, { ...paper, ...changed }, { calendar, workingDays: 5, people }).map(
      ({ clause }) => clause,
    );

  test.each<[string, string, Partial<PublicityPaper>]>([
    ['LN-A1-a', 'the meeting that decided', { decidingMeeting: ' ' }],
    ['LN-A1-e', 'five working days for objections', { lastDay: '2024-07-16' }],
    ['LN-A1-g', 'the contact person', { contactPerson: '' }],
    ['LN-A1-g', 'the telephone', { telephone: '' }],
    ['LN-A1-g', 'the name of the unit', { unitName: '' }],
  ])('%s: lacks %s, and nothing else', (clause, _, changed) => {
    expect(lacks({})).toEqual([]);
    expect(lacks(changed)).toEqual([clause]);
  });

  test('LN-5.4-b: is held to every point of the template at once', () => {
    const empty = { decidingMeeting: '', contactPerson: '', telephone: '', unitName: '', lastDay: '2024-07-10' };
    expect(lacks(empty, [{ achievements: [] }])).toEqual(['LN-A1-a', 'LN-A1-g', 'LN-A1-e', 'LN-A1-b']);
  });

  test('LN-A1-b: lacks the summary of a person on it', () => {
    expect(lacks({}, [person, { achievements: [] }])).toEqual(['LN-A1-b']);
  });
});
