import { describe, expect, it } from 'vitest';
import { actNames, bodyOf } from '../../../api/actions/actions-schemas.ts';
import { formSchema } from '../../../api/form/form-schemas.ts';
import { argumentOf } from '../../../commands/preparing/argument.ts';
import { changedParts } from '../../../commands/preparing/needs/changes.ts';
import { createVault } from '../../../db/vault.ts';
import { actionLabels } from '../../../domain/case/commands/action-labels.ts';
import type { ActInput, ActName } from '../../../domain/case/commands/acts.ts';
import { stepActions } from '../../../domain/programme/stages/stages.ts';
import { wholeForm } from '../service.ts';

const vault = createVault([{ id: 'k', key: Buffer.alloc(32, 1) }], Buffer.alloc(32, 2));
const accepts = (action: ActName, body: unknown) => bodyOf(action).safeParse(body).success;
const id = '0197a9c0-0000-7000-8000-000000000000';
const decided = { passed: true, decidedOn: '2024-12-06', documentNo: '辽人社〔2024〕88号' };
const point = { item: 'a1', clause: 'DL-2.2.3-a', expected: '补充材料' };

describe('the body of an action', () => {
  it('is known for every action that has a label, and for every step of a handover', () => {
    expect(actNames).toEqual(expect.arrayContaining([...stepActions]));
    expect([...actNames].sort()).toEqual(Object.keys(actionLabels).sort());
  });

  it.each<[ActName, unknown]>([
    ['submit', undefined],
    ['submit', { checked: ['ownPledge'] }],
    ['pass', { checked: [] }],
    ['consent', undefined],
    ['designate', { checked: ['a'] }],
    ['fail', { deficiencies: [point] }],
    ['return', { deficiencies: [point], choice: 'outOfScope', to: 'UNIT_REVIEW', days: 10 }],
    ['refuse', { reason: '不符合', choice: 'notMet', deficiencies: [point] }],
    ['recommend', { choice: 'noObjection', checked: ['part7'] }],
    ['returnOriginals', undefined],
    ['forward', { checked: ['sorted'] }],
    ['report', undefined],
    ['attachDelegation', { attachment: id }],
    ['recordResult', { passed: true, heldOn: '2024-10-18', quantified: 8000, defence: 10_000 }],
    ['recordResult', { passed: false, absent: true }],
    ['recordResult', { veto: true, reason: '弄虚作假' }],
    ['certify', { certificate: 'DL2024001', checked: ['numbered'] }],
    ['recordReferralResult', { ...decided, certificate: 'LN20240088' }],
    ['recordReferralResult', { ...decided, passed: false, documentNo: '苏职称办[2024]第12号' }],
    ['correctReferralResult', { ...decided, reason: '文号有误' }],
  ])('%s takes %j', (action, body) => {
    expect(accepts(action, body)).toBe(true);
  });

  it.each<[ActName, unknown]>([
    ['submit', { changed: [] }],
    ['submit', { changedIn: 1 }],
    ['pass', { checked: ['a', 'a'] }],
    ['pass', { checked: ['张三'] }],
    ['pass', { checked: Array.from({ length: 61 }, (_, at) => `c${at}`) }],
    ['fail', {}],
    ['fail', { deficiencies: [] }],
    ['return', { deficiencies: [point], days: 0 }],
    ['return', { deficiencies: [point], days: 1.5 }],
    ['return', { deficiencies: [point], to: '../x' }],
    ['recommend', { choice: '' }],
    ['recordResult', {}],
    ['recordResult', { veto: true, passed: true }],
    ['recordResult', { passed: true, absent: false }],
    ['recordResult', { passed: true, defence: 10_001 }],
    ['recordResult', { passed: true, defence: 86.5 }],
    // Eighty points, meant as such, would be 0.80 (LN-7-d).
    ['recordResult', { passed: true, quantified: 80, defence: 90 }],
    ['recordResult', { passed: true, defence: 100 }],
    ['recordResult', { passed: true, heldOn: '2024-02-30' }],
    ['recordResult', { passed: true, reportedOn: '2024-10-01' }],
    ['recordReferralResult', { ...decided, documentNo: undefined }],
    ['recordReferralResult', { ...decided, documentNo: '张三' }],
    ['recordReferralResult', { ...decided, decidedOn: '2024-02-30' }],
    ['recordReferralResult', { ...decided, reason: '多余' }],
    ['correctReferralResult', decided],
  ])('%s refuses %j', (action, body) => {
    expect(accepts(action, body)).toBe(false);
  });

  it('has only codes, dates and numbers; free text is sealed apart', () => {
    const body: ActInput = {
      checked: ['a'],
      choice: 'b',
      to: 'C',
      days: 7,
      heldOn: '2024-10-18',
      quantified: 1,
      defence: 2,
      absent: true,
      veto: true,
      attachment: id,
      reason: '理由',
      deficiencies: [point],
    };
    const { data, text } = argumentOf(vault, body);
    expect(data).toEqual({
      checked: ['a'],
      choice: 'b',
      to: 'C',
      days: 7,
      heldOn: '2024-10-18',
      quantified: 1,
      defence: 2,
      absent: true,
      veto: true,
      file: id,
      text: text?.id,
      textHash: text?.hash,
      deficiencies: [{ item: 'a1', clause: 'DL-2.2.3-a', text: text?.id }],
    });
    expect(argumentOf(vault, {})).toEqual({ data: {} });
  });
});

describe('what a correction changed', () => {
  const before = formSchema.parse(wholeForm);
  const changed = (more: object) => changedParts(before, formSchema.parse({ ...wholeForm, ...more }));

  it('is nothing where nothing differs, in whatever order it was written', () => {
    const { summary, ...rest } = before;
    expect(changedParts(before, { ...rest, ...(summary ? { summary: { ...summary } } : {}) })).toEqual([]);
  });

  it('is listed part by part, and the summary field by field', () => {
    expect(changed({ remarks: '更正' })).toEqual(['remarks']);
    expect(changed({ achievements: [] })).toEqual(['achievements']);
    expect(changed({ summary: { ...wholeForm.summary, position: '总工程师' } })).toEqual([
      'summary',
      'summary-position',
    ]);
    expect(changed({ summary: undefined })).toContain('summary-education');
    expect(changed({ honours: [{ title: '先进个人', awardedOn: '2023-05-01', by: '市总工会' }] })).toEqual(['honours']);
  });
});
