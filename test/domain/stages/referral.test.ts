import { describe, expect, test } from 'vitest';
import { renderNotice } from '../../../config/notices/render.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { referralLabel } from '../../../domain/case/referral.ts';
import { availableActions } from '../../../domain/lifecycle/available-actions.ts';
import { noticesFor } from '../../../domain/lifecycle/notices/notifications.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { forProvince, life, sorted, untilPassed } from '../../lives/dalian.ts';
import { lianyungangLife, seniorCourier, untilArrived } from '../../lives/lianyungang.ts';
import { instant, Life, reason, type Step } from '../../lives/life.ts';

const untilReferred: readonly Step[] = [
  ...untilPassed,
  ['2024-07-16', 'preliminaryAuthority', 'forward', sorted],
  ['2024-07-17', 'talentCentre', 'recommend'],
  ['2024-07-18', 'industryAuthority', 'recommend'],
  ['2024-07-19', 'talentCentre', 'report'],
];
const passed: CommandData = {
  passed: true,
  decidedOn: '2024-12-06',
  documentNo: '辽人社〔2024〕88号',
  certificate: 'LN-2024-0088',
};
const record = 'recordReferralResult';
const correct = 'correctReferralResult';

describe('what the province decided of a case of Dalian', () => {
  const referred = (): Life => life(forProvince).run(untilReferred);
  const decided = (): Life => referred().run([['2024-12-20', 'talentCentre', record, passed]]);
  const opens = (one: Life, role: 'talentCentre' | 'industryAuthority' | 'applicant', at = '2024-12-21') =>
    availableActions(one.case, [role], instant(at)).map(({ name }) => name);

  test('DL-2.2.4-c, DL-1.1.3-a: is recorded by the talent centre that reported it, with day, document and certificate', () => {
    const one = referred();
    expect(opens(one, 'talentCentre', '2024-12-20')).toEqual([record]);
    expect(one.refused('2024-12-20', 'industryAuthority', record, passed)).toMatchObject({
      code: 'NOT_YOURS',
      details: { roles: ['talentCentre'] },
      clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
    });
    expect(one.refused('2024-12-20', 'committeeOffice', record, passed).code).toBe('NOT_YOURS');
    one.do('2024-12-20', 'talentCentre', record, passed);
    expect(one.case.referral).toEqual({ ...passed, recordedOn: '2024-12-20', corrected: false });
    expect(one.stage).toBe('REFERRED');
    expect(referralLabel(one.case)).toEqual({ zh: '省评审通过', en: 'Passed by the province' });
    expect(one.events.at(-1)).toMatchObject({ name: 'referralDecided', stage: 'PROVINCIAL_REFERRAL', data: passed });
  });

  test('DL-2.2.4-c: is recorded once and then corrected with a reason alone, as long as the case is open', () => {
    const one = referred();
    const { certificate: _, ...failed } = { ...passed, passed: false };
    expect(one.refused('2024-12-20', 'talentCentre', correct, { ...failed, ...reason }).code).toBe('ACTION_NOT_HERE');
    one.do('2024-12-20', 'talentCentre', record, passed);
    expect(one.refused('2024-12-21', 'talentCentre', record, failed)).toMatchObject({
      code: 'ACTION_NOT_HERE',
      clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
    });
    expect(opens(one, 'talentCentre')).toEqual([correct]);
    expect(one.refused('2024-12-21', 'talentCentre', correct, failed).code).toBe('REASON_MISSING');
    one.do('2024-12-21', 'talentCentre', correct, { ...failed, ...reason });
    expect(one.case.referral).toEqual({ ...failed, certificate: null, recordedOn: '2024-12-21', corrected: true });
    expect(referralLabel(one.case)?.zh).toBe('省评审未通过');
    expect(one.events.at(-1)).toMatchObject({ name: 'referralCorrected', data: { text: 'text-1' } });
  });

  test.each<[string, CommandData]>([
    ['without saying passed or not', { ...passed, passed: undefined as never }],
    ['without a day', { ...passed, decidedOn: undefined as never }],
    ['of a day before the referral', { ...passed, decidedOn: '2024-07-18' }],
    ['of a day to come', { ...passed, decidedOn: '2024-12-21' }],
    ['without a document', { ...passed, documentNo: undefined as never }],
    ['with a certificate for who did not pass', { ...passed, passed: false }],
  ])('DL-2.2.4-c: is not recorded %s', (_, data) => {
    expect(referred().refused('2024-12-20', 'talentCentre', record, data)).toMatchObject({
      code: 'INVALID_DATA',
      clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
    });
  });

  test('DL-2.1.4-a: is waited for as long as the programme says, since the province’s dates decide; then it closes as referred', () => {
    const one = referred();
    expect(one.due).toEqual({ referral: '2025-07-19' });
    one.do('2025-07-19T23:59', 'talentCentre', record, { ...passed, decidedOn: '2025-07-19' });
    expect(one.due, 'and it stays open for a correction').toEqual({ referral: '2025-08-18' });
    one.pass('2025-08-19T00:00');
    expect([one.case.closed, one.stage, one.due]).toEqual([true, 'REFERRED', {}]);
    const silent = referred();
    silent.pass('2025-07-20T00:00');
    expect([silent.case.closed, silent.stage, silent.case.referral]).toEqual([true, 'REFERRED', undefined]);
    expect(silent.refused('2025-07-21', 'talentCentre', record, passed)).toMatchObject({
      code: 'APPLICATION_CLOSED',
      details: { outcome: 'REFERRED' },
    });
  });

  test('is notified to the applicant and the unit, in both languages, and so is its correction', () => {
    const one = decided();
    one.do('2024-12-21', 'talentCentre', correct, { ...passed, documentNo: '辽人社〔2024〕89号', ...reason });
    const told = noticesFor(one.events).filter(({ template }) => template.startsWith('referral'));
    expect(told.map(({ audience, template }) => `${audience}: ${template}`)).toEqual([
      ...['applicant: referralDecided', 'unitHr: referralDecided'],
      ...['applicant: referralCorrected', 'unitHr: referralCorrected'],
    ]);
    const says = (language: 'zh' | 'en') =>
      told.map(({ template, params }) => renderNotice(template, { no: 'DL24-1', params, process: one.plan }, language));
    expect(says('zh')[0]).toMatchObject({
      subject: '申报DL24-1：省评审通过',
      body: expect.stringContaining('省评审通过（2024-12-06）'),
    });
    expect(says('en')[2]?.subject).toBe('Application DL24-1: the result is corrected to “Passed by the province”');
  });

  test('is nothing that an end of another kind waits for', () => {
    const withdrawn = life(forProvince).run([...untilReferred.slice(0, -1), ['2024-07-19', 'applicant', 'withdraw']]);
    expect(withdrawn.due).toEqual({ remedy: '2024-08-18' });
    expect(withdrawn.refused('2024-07-20', 'talentCentre', record, passed).code).toBe('APPLICATION_ENDED');
  });

  test('is not recorded by a plan that knows nothing of it: such a case closes after the days of remedy, as ever', () => {
    const before: Programme = {
      ...dalian2024,
      stages: dalian2024.stages.map((stage) => {
        if (stage.kind !== 'handover') return stage;
        const { awaits: _, ...rest } = stage;
        return rest;
      }),
    };
    const old = new Life(forProvince, before).run(untilReferred);
    expect(old.due).toEqual({ remedy: '2024-08-18' });
    expect(old.refused('2024-08-01', 'talentCentre', record, passed).code).toBe('APPLICATION_ENDED');
    old.pass('2024-08-19T00:00');
    expect(old.case.closed).toBe(true);
  });
});

describe('what the province decided of a senior case of Lianyungang', () => {
  const referred = (): Life =>
    lianyungangLife(seniorCourier).run([
      ...untilArrived,
      ['2024-06-25', 'committeeOffice', 'pass'],
      ['2024-06-26', 'cityTitleOffice', 'consent'],
      ['2024-06-27', 'committeeOffice', 'report'],
    ]);

  test('LYG-4.4-e: is recorded by the committee office that reported it, and by no other', () => {
    const one = referred();
    expect(one.due).toEqual({ referral: '2025-06-27' });
    const failed: CommandData = { passed: false, decidedOn: '2024-12-30', documentNo: '苏职称办〔2024〕12号' };
    expect(one.refused('2025-01-08', 'cityTitleOffice', record, failed)).toMatchObject({
      code: 'NOT_YOURS',
      clauses: ['LYG-4.4-e'],
    });
    one.do('2025-01-08', 'committeeOffice', record, failed);
    expect(one.case.referral).toMatchObject({ passed: false, certificate: null });
    expect(referralLabel(one.case)?.zh).toBe('省级高评委会评审未通过');
  });

  test('LYG-4.4-e: is nothing that a case waits for which never was reported', () => {
    const one = lianyungangLife(seniorCourier).run([...untilArrived, ['2024-06-25', 'committeeOffice', 'pass']]);
    one.pass('2025-01-01T00:00');
    expect([one.stage, one.due]).toEqual(['NOT_REVIEWED', { remedy: '2025-01-30' }]);
  });
});
