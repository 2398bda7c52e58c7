import { describe, expect, test } from 'vitest';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { noticesFor } from '../../../domain/lifecycle/notices/notifications.ts';
import {
  forProvince,
  life,
  mid,
  sorted,
  untilForwarded,
  untilHandedOver,
  untilPassed,
  untilPosted,
  untilSession,
} from '../../lives/dalian.ts';
import { type Life, reason, type Step } from '../../lives/life.ts';

const defended: CommandData = { passed: true, heldOn: '2024-10-18', defence: 8600 };
const untilMidSession: readonly Step[] = [
  ...untilPassed,
  ['2024-07-22', 'preliminaryAuthority', 'returnOriginals'],
  ['2024-07-22', 'preliminaryAuthority', 'forward', sorted],
  ['2024-08-01', 'committeeOrganiser', 'pass'],
];
const shownWork: CommandData = { passed: true, checked: ['writtenReport'] };

describe('the re-review', () => {
  test('DL-2.2.4-b: of seniors the organiser checks dossier and originals again, by name', () => {
    const forwarded = life().run(untilForwarded);
    expect(forwarded.refused('2024-09-20', 'preliminaryAuthority', 'pass').code).toBe('NOT_YOURS');
    expect(forwarded.refused('2024-09-20', 'committeeOrganiser', 'pass')).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['DL-2.2.4-b'],
      details: { missing: ['originals'] },
    });
    expect(life().run(untilSession).stage).toBe('COMMITTEE_REVIEW');
    expect(life(mid).run(untilMidSession).stage).toBe('COMMITTEE_REVIEW');
  });

  test('DL-2.2.3-h: whoever failed the re-review is notified at once, with the outcome and a recorded reason', () => {
    const forwarded = life().run(untilForwarded);
    expect(forwarded.refused('2024-09-20', 'committeeOrganiser', 'refuse')).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['DL-2.2.3-h'],
    });
    const { events, snapshot } = forwarded.do('2024-09-20', 'committeeOrganiser', 'refuse', reason);
    expect(snapshot.ended?.outcome).toBe('RE_REVIEW_REJECTED');
    expect(noticesFor(events)).toContainEqual(
      expect.objectContaining({
        audience: 'applicant',
        template: 'ended',
        params: { outcome: 'RE_REVIEW_REJECTED', stage: 'RE_REVIEW' },
      }),
    );
  });

  test('08-30 ends the receipt, not the re-review of what arrived in time (A-48)', () => {
    const forwarded = life().run(untilForwarded);
    expect(forwarded.due).toEqual({});
    forwarded.do('2024-11-29', 'committeeOrganiser', 'pass', { checked: ['originals'] });
    expect(forwarded.plan.stages.find(({ key }) => key === 'RE_REVIEW')?.readings).toEqual(['A-48']);
  });
});

describe('the committee', () => {
  const before = (): Life => life().run(untilSession);

  test('DL-1.1.1-a: a senior title is decided with an oral defence, and nobody who was absent passes (A-20)', () => {
    expect(before().refused('2024-10-18', 'committeeOffice', 'recordResult', { passed: true })).toMatchObject({
      code: 'INVALID_DATA',
      clauses: ['DL-1.1.1-a'],
    });
    const absent = { passed: true, absent: true };
    expect(before().refused('2024-10-18', 'committeeOffice', 'recordResult', absent).clauses).toEqual(['DL-1.1.1-a']);
    expect(before().run([['2024-10-18', 'committeeOffice', 'recordResult', { ...absent, passed: false }]]).stage).toBe(
      'NOT_PASSED',
    );
    expect(before().run([['2024-10-18', 'committeeOffice', 'recordResult', defended]]).stage).toBe('RESULT_PUBLICITY');
  });

  test('DL-1.1.1-c: at mid and junior level a written report and display take the place of the defence', () => {
    const heard = life(mid).run(untilMidSession);
    expect(heard.refused('2024-10-18', 'committeeOffice', 'recordResult', { passed: true })).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['DL-1.1.1-c'],
    });
    expect(
      heard.refused('2024-10-18', 'committeeOffice', 'recordResult', { ...shownWork, defence: 8000 }),
    ).toMatchObject({ code: 'INVALID_DATA', clauses: ['DL-1.1.1-c'] });
    heard.do('2024-10-18', 'committeeOffice', 'recordResult', shownWork);
    expect(heard.stage).toBe('RESULT_PUBLICITY');
  });

  test('DL-2.1.3-b: the annual meeting is held by 11-30, on a day after the application reached the committee', () => {
    expect(before().due).toEqual({ session: '2024-11-30' });
    const last = { ...defended, heldOn: '2024-11-30' };
    expect(before().run([['2024-11-30', 'committeeOffice', 'recordResult', last]]).stage).toBe('RESULT_PUBLICITY');
    const unheard = { ...defended, heldOn: '2024-10-19' };
    expect(before().refused('2024-10-18', 'committeeOffice', 'recordResult', unheard).code).toBe('INVALID_DATA');
    const early = { ...defended, heldOn: '2024-09-19' };
    expect(before().refused('2024-10-18', 'committeeOffice', 'recordResult', early)).toMatchObject({
      code: 'INVALID_DATA',
      clauses: expect.arrayContaining(['DL-2.1.3-b']),
    });
    const sameDay = { ...defended, heldOn: '2024-09-20' };
    expect(before().run([['2024-10-18', 'committeeOffice', 'recordResult', sameDay]]).stage).toBe('RESULT_PUBLICITY');
  });

  test('DL-2.1.3-b: what no meeting decided by 11-30 ends, unless the organiser takes it late with a reason (A-48)', () => {
    const late = before();
    late.pass('2024-12-01');
    expect(late.stage).toBe('NOT_REVIEWED');
    const held = { ...defended, heldOn: '2024-11-29' };
    expect(late.refused('2024-12-02', 'committeeOffice', 'recordResult', held).code).toBe('APPLICATION_ENDED');
    expect(late.refused('2024-12-02', 'committeeOrganiser', 'acceptLate').code).toBe('REASON_MISSING');
    late.do('2024-12-02', 'committeeOrganiser', 'acceptLate', { reason: 'recorded' });
    late.do('2024-12-03', 'committeeOffice', 'recordResult', held);
    expect(late.stage).toBe('RESULT_PUBLICITY');
    expect(late.events.find(({ name }) => name === 'resultRecorded')?.data).toMatchObject({ heldOn: '2024-11-29' });
  });

  test('a recheck upheld after 11-30 lets the committee decide again, until the last day of remedy (A-10)', () => {
    const again = before().run([
      ['2024-11-29', 'committeeOffice', 'recordResult', { ...defended, passed: false }],
      ['2024-12-09', 'applicant', 'requestRecheck', { reason: 'recorded' }],
      ['2024-12-10', 'committeeOffice', 'concludeRecheck', { upheld: true, reason: 'recorded' }],
    ]);
    expect([again.stage, again.due]).toEqual(['COMMITTEE_REVIEW', { remedy: '2025-01-09' }]);
    again.do('2024-12-20', 'committeeOffice', 'recordResult', { ...defended, heldOn: '2024-12-20' });
    expect(again.stage).toBe('RESULT_PUBLICITY');
  });

  test('who passed the preliminary review does not re-review the same application', () => {
    const both = life().run(untilForwarded);
    const pass = both.command(['2024-09-20', 'committeeOrganiser', 'pass', { checked: ['originals'] }]);
    const same = { person: 'preliminaryAuthority', role: 'committeeOrganiser' } as const;
    expect(both.refusalOf({ ...pass, by: same })).toMatchObject({ code: 'SAME_REVIEWER' });
    both.send(pass);
    expect(both.stage).toBe('COMMITTEE_REVIEW');
  });

  test('DL-2.3.1-i: the office gives the certificate its number after five working days of publicity', () => {
    const passed = before().run([
      ['2024-10-18', 'committeeOffice', 'recordResult', defended],
      ['2024-10-21', 'committeeOffice', 'postPublicity', { posting: 'r1' }],
    ]);
    expect(passed.refused('2024-10-28T23:59', 'committeeOffice', 'certify', { certificate: 'DL1' }).code).toBe(
      'ACTION_NOT_HERE',
    );
    expect(passed.refused('2024-10-29', 'committeeOffice', 'certify')).toMatchObject({
      code: 'INVALID_DATA',
      clauses: ['DL-2.3.1-i'],
    });
    expect(passed.refused('2024-10-29', 'applicant', 'certify', { certificate: 'DL1' }).code).toBe('NOT_YOURS');
    passed.do('2024-10-29', 'committeeOffice', 'certify', { certificate: 'DL1' });
    expect(passed.stage).toBe('CERTIFIED');
  });

  test('an objection upheld against the result cancels, and one may withdraw until the committee has decided (A-39)', () => {
    const objected = before().run([
      ['2024-10-18', 'committeeOffice', 'recordResult', defended],
      ['2024-10-21', 'committeeOffice', 'postPublicity', { posting: 'r1' }],
      ['2024-10-22', 'objector', 'recordObjection', { objection: 'o1', named: true }],
    ]);
    expect(objected.refused('2024-10-22', 'applicant', 'withdraw').readings).toEqual(['A-39']);
    objected.do('2024-10-23', 'committeeOffice', 'concludeObjection', { objection: 'o1', upheld: true, ...reason });
    expect(objected.stage).toBe('CANCELLED');
    expect(before().run([['2024-10-18', 'applicant', 'withdraw']]).stage).toBe('WITHDRAWN');
  });
});

describe('what the province reviews', () => {
  const passed = (): Life => life(forProvince).run(untilPassed);

  test('DL-2.2.4-c: talent centre and industry authority complete the recommendation, then it is reported', () => {
    const one = passed().run([['2024-07-16', 'preliminaryAuthority', 'forward', sorted]]);
    expect(one.stage).toBe('PROVINCIAL_REFERRAL');
    expect(one.refused('2024-07-17', 'talentCentre', 'report')).toMatchObject({
      code: 'SEAL_OUT_OF_ORDER',
      clauses: expect.arrayContaining(['DL-2.2.4-c']),
    });
    one.do('2024-07-17', 'talentCentre', 'recommend');
    expect(one.refused('2024-07-17', 'talentCentre', 'recommend').details).toEqual({ next: 'reviewByIndustry' });
    one.do('2024-07-18', 'industryAuthority', 'recommend');
    expect(one.refused('2024-07-18', 'industryAuthority', 'report').code).toBe('NOT_YOURS');
    one.do('2024-07-19', 'talentCentre', 'report');
    expect(one.stage).toBe('REFERRED');
    expect(one.plan.outcomes.REFERRED?.clauses).toContain('DL-2.2.4-c');
  });

  test('DL-1.1.3-a, DL-2.1.4-a: it is handed over by the province’s dates, not by those of Dalian’s committees', () => {
    const early = passed().run([['2024-07-16', 'preliminaryAuthority', 'forward', sorted]]);
    expect(early.stage).toBe('PROVINCIAL_REFERRAL');
    const late = passed().run([['2024-09-10', 'preliminaryAuthority', 'forward', sorted]]);
    expect(late.stage).toBe('PROVINCIAL_REFERRAL');
    expect(late.plan.stages.map(({ key }) => key)).not.toContain('COMMITTEE_REVIEW');
  });

  test('DL-1.1.3-b: unit and authority review and recommend it as they do every other', () => {
    const one = life(forProvince).run(untilPosted);
    expect(one.stage).toBe('UNIT_PUBLICITY');
    expect(life(forProvince).run(untilHandedOver).stage).toBe('PRELIMINARY_REVIEW');
    expect(one.run([['2024-06-27', 'applicant', 'withdraw']]).stage).toBe('WITHDRAWN');
  });
});
