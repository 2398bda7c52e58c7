import { describe, expect, test } from 'vitest';
import { Life, list, untilApproved, untilSession, untilSubmitted } from '../../lives/life.ts';

describe('the stages in Liaoning', () => {
  test('LN-5.1-a: an application goes to the employer first, and the committee office has nothing of it', () => {
    const life = new Life().run([['2024-07-01', 'applicant', 'submit']]);
    expect(life.stage).toBe('UNIT_REVIEW');
    expect(life.refused('2024-07-02', 'committeeOffice', 'pass').code).toBe('ACTION_NOT_HERE');
    life.do('2024-07-02', 'unitHr', 'agree');
    expect(life.stage).toBe('DEMOCRATIC_APPRAISAL');
  });

  test('LN-6.1-a: the committee decides nothing before the paper dossier, the main basis of the review, is confirmed', () => {
    const life = new Life().run([
      ...untilApproved,
      ['2024-08-13', 'unitHr', 'handOver'],
      ['2024-08-14', 'committeeOffice', 'receivePaper'],
    ]);
    expect(life.refused('2024-08-20', 'committeeOffice', 'recordResult', { passed: true })).toMatchObject({
      code: 'ACTION_NOT_HERE',
      clauses: expect.arrayContaining(['LN-6.1-a']),
    });
    expect(new Life().run(untilSession).stage).toBe('COMMITTEE_REVIEW');
  });

  test('LN-6.1-a: whose paper does not come has no basis of review, and the application ends', () => {
    const life = new Life().run(untilApproved);
    life.pass('2024-08-15');
    expect(life.stage).toBe('PAPER_OVERDUE');
    expect(life.refused('2024-08-16', 'committeeOffice', 'confirmDossier').clauses).toContain('LN-6.1-a');
  });

  test('LN-5.5.3-a: what the office lists is completed in one go, and each going uses up a chance', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-19', 'committeeOffice', 'return', list('photo', 'degree', 'patent')],
      ['2024-07-20', 'applicant', 'submit', { contentVersion: 3 }],
    ]);
    expect(life.case.attempts.used).toBe(2);
    expect(life.refused('2024-07-20T11:00', 'applicant', 'submit', { contentVersion: 4 }).code).toBe('ACTION_NOT_HERE');
  });
});
