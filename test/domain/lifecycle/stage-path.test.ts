import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { eligibilityRefusal, mayApply } from '../../../domain/eligibility/may-apply.ts';
import {
  economist,
  engineer,
  instant,
  Life,
  list,
  reason,
  untilApproved,
  untilPosted,
  untilSession,
  untilSubmitted,
  untilUploaded,
} from '../../lives/life.ts';

describe('the printed dates of 2024', () => {
  test('LN-4.3-a, LN-4.3-d, LN-5.7-a: engineering closes on 07-31, the stamped page on 08-07, the paper on 08-14', () => {
    const life = new Life().run([['2024-06-28', 'applicant', 'submit']]);
    expect(life.due).toEqual({ windowClose: '2024-07-31' });
    expect(new Life().run(untilSubmitted).run([['2024-07-31', 'committeeOffice', 'pass']]).due).toEqual({
      stampedPage: '2024-08-07',
    });
    expect(new Life().run(untilUploaded).due).toEqual({ stampedPage: '2024-08-07' });
    expect(new Life().run(untilApproved).due).toEqual({ paper: '2024-08-14' });
  });

  test('LN-4.3-b, LN-4.3-d, LN-5.7-a: economics closes on 08-30, the stamped page on 09-06, the paper on 09-13', () => {
    const life = new Life(economist).run(untilPosted);
    expect(life.due).toEqual({ publicity: '2024-07-17', windowClose: '2024-08-30' });
    life.run([
      ['2024-08-12', 'applicant', 'submit'],
      ['2024-08-30', 'committeeOffice', 'pass'],
    ]);
    expect(life.due).toEqual({ stampedPage: '2024-09-06' });
    life.run([
      ['2024-09-02', 'unitHr', 'seal'],
      ['2024-09-03', 'sealingAuthority', 'seal'],
      ['2024-09-04', 'applicant', 'uploadStampedPage', { file: 'f1' }],
      ['2024-09-06', 'committeeOffice', 'approve'],
    ]);
    expect(life.due).toEqual({ paper: '2024-09-13' });
  });

  test('LN-4.3-b: nothing is filed online before the window opens, and the refusal names the day', () => {
    const life = new Life(economist).run(untilPosted);
    const early = life.refused('2024-08-11T23:59:59.999', 'applicant', 'submit');
    expect(early).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      clauses: ['LN-4.3-b'],
      details: { opens: '2024-08-12', closes: '2024-08-30' },
    });
    life.do('2024-08-12T00:00', 'applicant', 'submit');
    expect(life.case.attempts.used).toBe(1);
  });
});

describe('the six lives', () => {
  test('one: from the application to the certificate, returned once, publicity 07-10 to 07-17', () => {
    const life = new Life().run(untilPosted);
    expect(life.due.publicity).toBe('2024-07-17');
    life.run([
      ['2024-07-18', 'applicant', 'submit', { contentVersion: 2 }],
      ['2024-07-20', 'committeeOffice', 'return', list('paper-1', 'award-1')],
      ['2024-07-22', 'applicant', 'submit', { contentVersion: 3 }],
      ['2024-07-24', 'committeeOffice', 'pass'],
      ['2024-07-29', 'unitHr', 'seal'],
      ['2024-08-01', 'sealingAuthority', 'seal'],
      ['2024-08-06', 'applicant', 'uploadStampedPage', { file: 'f1' }],
      ['2024-08-07T17:30', 'committeeOffice', 'approve'],
      ['2024-08-14T16:00', 'unitHr', 'handOver'],
      ['2024-08-14T16:05', 'committeeOffice', 'receivePaper'],
      ['2024-08-20', 'committeeOffice', 'confirmDossier'],
      ['2024-10-15', 'committeeOffice', 'recordResult', { passed: true }],
      ['2024-10-16', 'committeeOffice', 'postPublicity'],
    ]);
    expect(life.due).toEqual({ publicity: '2024-10-23' });
    life.do('2024-10-24', 'committeeOffice', 'certify', { certificate: '2024-A-0001' });
    expect(life.stage).toBe('CERTIFIED');
    expect(life.case.submission?.contentVersion).toBe(3);
    expect(life.case.deficiencies.every((each) => each.resolved)).toBe(true);
    expect(life.events.map((event) => event.seq)).toEqual(life.events.map((_, i) => i + 1));
    const visited = life.events.flatMap((event) => (event.name === 'stageEntered' ? [event.data.to] : []));
    expect(visited).toEqual(life.plan.stages.map((stage) => stage.key));
    expect(life.events.find((event) => event.name === 'publicityEnded')?.at).toBe(instant('2024-07-18T00:00'));
  });

  test('two: after three returns the fourth submit is refused with LN-5.5.3-b; one is granted another, one is exhausted at the close', () => {
    const returnedThrice = () =>
      new Life().run([
        ...untilSubmitted,
        ['2024-07-19', 'committeeOffice', 'return', list('a', 'b')],
        ['2024-07-20', 'applicant', 'submit', { contentVersion: 3 }],
        ['2024-07-21', 'committeeOffice', 'return', list('a')],
        ['2024-07-22', 'applicant', 'submit', { contentVersion: 4 }],
        ['2024-07-23', 'committeeOffice', 'return', list('a')],
      ]);
    const granted = returnedThrice();
    expect(granted.refused('2024-07-24', 'applicant', 'submit')).toMatchObject({
      code: 'ATTEMPTS_USED',
      clauses: ['LN-5.5.3-b'],
      readings: ['A-13'],
      details: { used: 3, max: 3 },
    });
    granted.do('2024-07-25', 'committeeOffice', 'grantAttempt', reason);
    granted.do('2024-07-26', 'applicant', 'submit', { contentVersion: 5 });
    expect(granted.case.attempts).toEqual({ used: 4, granted: 1 });
    granted.do('2024-07-27', 'committeeOffice', 'pass');
    expect(granted.stage).toBe('AUTHORITY_SEALING');

    const exhausted = returnedThrice();
    exhausted.pass('2024-08-01T00:00');
    expect(exhausted.case.ended).toMatchObject({
      outcome: 'ATTEMPTS_EXHAUSTED',
      deadline: 'windowClose',
      at: instant('2024-08-01T00:00'),
    });
  });

  test('three: a page uploaded in time and not approved by 08-07 is not accepted (LN-4.3-d, LN-4.3-f), then accepted late with a reason (A-12)', () => {
    const life = new Life().run(untilUploaded);
    const refusal = life.refused('2024-08-08', 'committeeOffice', 'approve');
    expect(refusal).toMatchObject({ code: 'APPLICATION_ENDED', clauses: ['LN-4.3-e', 'LN-4.3-f'] });
    life.pass('2024-08-08');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_ACCEPTED', deadline: 'stampedPage', phase: 'underReview' });
    expect(life.refused('2024-08-09', 'committeeOffice', 'acceptLate')).toMatchObject({
      code: 'REASON_MISSING',
      readings: ['A-12'],
    });
    life.do('2024-08-09', 'committeeOffice', 'acceptLate', reason);
    expect(life.due).toEqual({ remedy: '2024-09-06' });
    life.do('2024-08-12', 'committeeOffice', 'approve');
    expect(life.stage).toBe('PAPER_DELIVERY');
    expect(life.due).toEqual({ paper: '2024-08-19' });
    expect(life.events.find((event) => event.name === 'reopened')?.data).toMatchObject({ text: 'text-1' });
  });

  test('four: a publicity posted on 07-24 is warned about, ends with the window, and is NOT_FILED on 07-31 (LN-5.4-c, LN-5.5.1-a)', () => {
    const life = new Life().run(untilPosted.slice(0, 3));
    const reply = life.do('2024-07-24', 'unitHr', 'postPublicity');
    expect(reply.warnings).toMatchObject([
      { code: 'TOO_LATE_TO_FILE', clauses: ['LN-4.3-a', 'LN-5.4-c', 'LN-5.5.1-a'] },
    ]);
    expect(reply.warnings[0]?.message.zh).toContain('最迟应于2024-07-23张贴');
    const names = life.pass('2024-08-01T00:00').events.map((event) => event.name);
    expect(names).toEqual(['publicityEnded', 'stageEntered', 'ended']);
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_FILED', stage: 'ONLINE_REVIEW' });
    expect(life.case.ended?.at).toBe(instant('2024-08-01T00:00'));
  });

  test('four, in time: posted on 07-23 nothing is warned about and 07-31 is left to file', () => {
    const life = new Life().run(untilPosted.slice(0, 3));
    expect(life.do('2024-07-23T23:59', 'unitHr', 'postPublicity').warnings).toEqual([]);
    expect(life.due.publicity).toBe('2024-07-30');
    life.do('2024-07-31T00:00', 'applicant', 'submit');
    expect(life.case.attempts.used).toBe(1);
  });

  test('five: mid-level economics is refused with LN-2.2.1-a and LN-2.2.2-a, and the refusal names the examination (A-43)', () => {
    const facts = { ...economist, level: 'mid', status: 'inService', hasEmployment: true } as const;
    const refusal = eligibilityRefusal(mayApply(liaoningDiit2024, facts, '2024-08-12'));
    expect(refusal).toMatchObject({
      code: 'NOT_OFFERED',
      clauses: ['LN-2.2.1-a', 'LN-2.2.2-a'],
      readings: ['A-43'],
    });
    expect(refusal?.message.zh).toContain('考试');
    expect(refusal?.message.en).toContain('national examination');
  });

  test('six: what was received at 23:59:58.999 of the last day counts whenever it is decided, at 00:00:00.000 it does not (A-50)', () => {
    const inTime = new Life().run(untilPosted);
    inTime.do('2024-07-31T23:59:58.999', 'applicant', 'submit');
    expect(inTime.stage).toBe('ONLINE_REVIEW');
    expect(inTime.case.submission?.at).toBe(instant('2024-07-31T23:59:58.999'));

    const late = new Life().run(untilPosted);
    expect(late.refused('2024-08-01T00:00:00.000', 'applicant', 'submit').code).toBe('APPLICATION_ENDED');
    late.pass('2024-08-01T00:00:00.000');
    expect(late.stage).toBe('NOT_FILED');
  });
});

describe('the committee and after', () => {
  test('a result not passed ends the application with NOT_PASSED', () => {
    const life = new Life().run([
      ...untilSession,
      ['2024-10-15', 'committeeOffice', 'recordResult', { passed: false, reason: 'vote' }],
    ]);
    expect(life.stage).toBe('NOT_PASSED');
    expect(life.case.result).toEqual({ passed: false, reason: 'vote' });
  });

  test('a result says passed or not passed, and a certificate has a number', () => {
    const life = new Life().run(untilSession);
    expect(life.refused('2024-10-15', 'committeeOffice', 'recordResult').code).toBe('INVALID_DATA');
    life.run([
      ['2024-10-15', 'committeeOffice', 'recordResult', { passed: true }],
      ['2024-10-16', 'committeeOffice', 'postPublicity'],
      ['2024-10-24', 'system', 'lapse'],
    ]);
    expect(life.refused('2024-10-25', 'committeeOffice', 'certify').code).toBe('INVALID_DATA');
  });

  test('LN-9.2-a: an objection upheld during the publicity of the result cancels', () => {
    const life = new Life().run([
      ...untilSession,
      ['2024-10-15', 'committeeOffice', 'recordResult', { passed: true }],
      ['2024-10-16', 'committeeOffice', 'postPublicity'],
      ['2024-10-17', 'objector', 'recordObjection', { objection: 'o1', named: true, item: 'paper-1' }],
      ['2024-10-20', 'committeeOffice', 'concludeObjection', { objection: 'o1', upheld: true, ...reason }],
    ]);
    expect(life.stage).toBe('CANCELLED');
  });

  test('the applicant withdraws until the committee has decided, not after (A-39)', () => {
    const before = new Life().run([...untilSession, ['2024-10-14', 'applicant', 'withdraw']]);
    expect(before.stage).toBe('WITHDRAWN');
    const after = new Life().run([
      ...untilSession,
      ['2024-10-15', 'committeeOffice', 'recordResult', { passed: true }],
    ]);
    expect(after.refused('2024-10-16', 'applicant', 'withdraw')).toMatchObject({
      code: 'ACTION_NOT_HERE',
      readings: ['A-39'],
    });
    expect(new Life(engineer).run(untilSubmitted).refused('2024-07-18', 'unitHr', 'withdraw').code).toBe('NOT_YOURS');
  });
});
