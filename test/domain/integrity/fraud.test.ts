import { describe, expect, test } from 'vitest';
import { dalian2024 as dalian } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 as lianyungang } from '../../../config/programmes/lianyungang-2024/index.ts';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { availableActions } from '../../../domain/lifecycle/available-actions.ts';
import { applicationStatusOf } from '../../../domain/lifecycle/general/end-for-fraud.ts';
import { roles } from '../../../domain/programme/facts.ts';
import { life as dalianLife } from '../../lives/dalian.ts';
import { lianyungangLife, untilArrived } from '../../lives/lianyungang.ts';
import {
  engineer,
  instant,
  Life,
  list,
  reason,
  untilApproved,
  untilSession,
  untilSubmitted,
} from '../../lives/life.ts';

const fraud: CommandData = { fraud: { case: 1, clauses: ['LN-5.1-b'] } };
const refused = { code: 'FRAUD_PROVEN', clauses: ['LN-5.1-b'], details: { case: 1 } };
const openAt = (life: Life, at: string) => availableActions(life.case, roles, instant(at)).map(({ name }) => name);

/** Under review when the window closed on 2024-07-31: the office may take it late. */
const overdue = () => {
  const life = new Life().run(untilSubmitted);
  life.pass('2024-08-01T00:00');
  return life;
};

describe('fraud proven in an integrity case', () => {
  test('LN-5.1-b: cancels a running application at any stage, and nobody by hand', () => {
    const life = new Life().run(untilSubmitted);
    const byHand = { code: 'ACTION_NOT_HERE', clauses: ['LN-5.1-b', 'LN-6.1-d'] };
    expect(life.refused('2024-07-19', 'committeeOffice', 'cancel', reason)).toMatchObject(byHand);
    expect(life.refused('2024-07-19', 'committeeOffice', 'endForFraud', fraud).code).toBe('NOT_YOURS');
    life.do('2024-07-19', 'system', 'endForFraud', fraud);
    expect(life.stage).toBe('CANCELLED');
    expect(life.events.slice(-2)).toMatchObject([
      { name: 'fraudProven', data: { case: 1 } },
      { name: 'ended', data: { reason: 'integrity/1' } },
    ]);
    expect(life.case.fraud).toEqual([{ case: 1, clauses: ['LN-5.1-b'], standing: 'running' }]);
  });

  test('LN-5.1-b: keeps what had ended from being accepted late', () => {
    const life = overdue();
    expect(openAt(life, '2024-08-02')).toContain('acceptLate');
    life.do('2024-08-02', 'system', 'endForFraud', fraud);
    expect([life.stage, applicationStatusOf(life.case)]).toEqual(['NOT_ACCEPTED', 'ended']);
    expect(openAt(life, '2024-08-02')).not.toContain('acceptLate');
    expect(life.refused('2024-08-02', 'committeeOffice', 'acceptLate', reason)).toMatchObject(refused);
  });

  test('LN-5.1-b: keeps what had ended from one more attempt', () => {
    const life = new Life().run(untilSubmitted);
    for (const day of ['2024-07-22', '2024-07-23', '2024-07-24']) {
      life.do(day, 'committeeOffice', 'return', list('a'));
      if (day < '2024-07-24') life.do(day, 'applicant', 'submit', { contentVersion: 3 });
    }
    life.pass('2024-08-01T00:00');
    life.do('2024-08-02', 'system', 'endForFraud', fraud);
    expect(life.refused('2024-08-02', 'committeeOffice', 'grantAttempt', reason)).toMatchObject(refused);
  });

  test('LN-5.1-b: lets a recheck be dismissed and not upheld (A-10)', () => {
    const life = new Life().run([
      ...untilSession,
      ['2024-10-10', 'committeeOffice', 'recordResult', { passed: false }],
      ['2024-10-11', 'applicant', 'requestRecheck', reason],
      ['2024-10-12', 'system', 'endForFraud', fraud],
    ]);
    const upheld = { upheld: true, ...reason };
    expect(life.refused('2024-10-13', 'committeeOffice', 'concludeRecheck', upheld)).toMatchObject(refused);
    life.do('2024-10-13', 'committeeOffice', 'concludeRecheck', { upheld: false, ...reason });
    expect(life.stage).toBe('NOT_PASSED');
  });

  test('LYG-5.4-b, DL-2.3.1-h: ends the application in Lianyungang and Dalian, where nothing is cancelled by hand', () => {
    const one = lianyungangLife().run(untilArrived);
    expect(one.refused('2024-06-25', 'committeeOffice', 'cancel', reason)).toMatchObject({
      code: 'ACTION_NOT_HERE',
      clauses: ['LYG-5.4-b', 'LYG-5.4-c'],
    });
    one.do('2024-06-25', 'system', 'endForFraud', { fraud: { case: 1, clauses: ['LYG-5.4-b'] } });
    const two = dalianLife().run([
      ['2024-06-03', 'applicant', 'submit', { contentVersion: 1, checked: ['ownPledge'] }],
    ]);
    expect(two.refused('2024-06-04', 'committeeOrganiser', 'cancel', reason).clauses).toEqual(['DL-2.3.1-h']);
    two.do('2024-06-04', 'system', 'endForFraud', { fraud: { case: 1, clauses: ['DL-2.3.1-h'] } });
    expect([one.stage, two.stage]).toEqual(['CANCELLED', 'CANCELLED']);
    expect([lianyungang, dalian].map(({ cancel }) => cancel.grounds)).toEqual([undefined, undefined]);
  });

  test('LN-5.1-c: leaves a title where it is, for it is revoked by due procedure', () => {
    const life = new Life().run([
      ...untilSession,
      ['2024-10-10', 'committeeOffice', 'recordResult', { passed: true }],
      ['2024-10-10', 'committeeOffice', 'postPublicity'],
      ['2024-10-18', 'committeeOffice', 'certify', { certificate: 'c1' }],
    ]);
    expect(applicationStatusOf(life.case)).toBe('certified');
    expect(life.refused('2024-10-19', 'system', 'endForFraud', fraud)).toMatchObject({
      code: 'APPLICATION_ENDED',
      details: { standing: 'certified' },
    });
  });

  test('one cancelled where the certificate was due has no title', () => {
    const life = new Life().run([
      ...untilSession,
      ['2024-10-10', 'committeeOffice', 'recordResult', { passed: true }],
      ['2024-10-10', 'committeeOffice', 'postPublicity'],
      ['2024-10-18', 'system', 'endForFraud', fraud],
    ]);
    expect([life.case.ended?.stage, applicationStatusOf(life.case)]).toEqual(['CERTIFIED', 'ended']);
  });

  test('LN-5.1-b: a plan from before grounds were asked is still cancelled by hand, as its history has it', () => {
    const life = new Life(engineer);
    const { grounds: _, ...before } = life.plan.cancel;
    Object.assign(life, { plan: { ...life.plan, cancel: before } });
    life.run(untilSubmitted).do('2024-07-19', 'committeeOffice', 'cancel', reason);
    expect(life.stage).toBe('CANCELLED');
  });
});

describe('an irregularity of the evaluation form', () => {
  test('LN-6.1-d: cancels where the office looks at the form, on a printed ground alone', () => {
    const life = new Life().run(untilApproved);
    expect(life.refused('2024-08-08', 'committeeOffice', 'cancel', reason).code).toBe('ACTION_NOT_HERE');
    life.run(untilSession.slice(untilApproved.length, -1));
    const forged: CommandData = { choice: 'forgedAward', ...reason };
    expect(life.refused('2024-08-15', 'committeeOffice', 'cancel', forged).code).toBe('CHOICE_UNKNOWN');
    life.do('2024-08-15', 'committeeOffice', 'cancel', { choice: 'sealMisplaced', ...reason });
    expect(life.stage).toBe('CANCELLED');
    expect(life.case.fraud, 'and it is no fraud').toBeUndefined();
  });
});
