import { describe, expect, it } from 'vitest';
import { Life, reason, untilSession, untilSubmitted } from '../../../lives/life.ts';

/** A life that the committee did not pass on 2024-10-10; the days of remedy end on 2024-11-09. */
const notPassed = () =>
  new Life().run([...untilSession, ['2024-10-10', 'committeeOffice', 'recordResult', { passed: false }]]);

describe('a recheck within 30 days of the end (A-10)', () => {
  it('is asked for by the applicant with a reason, once', () => {
    const life = notPassed();
    expect(life.refused('2024-10-11', 'committeeOffice', 'requestRecheck', reason).code).toBe('NOT_YOURS');
    expect(life.refused('2024-10-11', 'applicant', 'requestRecheck').code).toBe('REASON_MISSING');
    life.do('2024-10-11', 'applicant', 'requestRecheck', reason);
    expect(life.refused('2024-10-12', 'applicant', 'requestRecheck', reason)).toMatchObject({
      code: 'ACTION_NOT_HERE',
      readings: ['A-10'],
    });
  });

  it('comes too late when the days of remedy are over', () => {
    const life = notPassed();
    expect(life.due).toEqual({ remedy: '2024-11-09' });
    expect(life.refused('2024-11-10', 'applicant', 'requestRecheck', reason).code).toBe('APPLICATION_CLOSED');
  });

  it('keeps the case from closing until it is decided', () => {
    const life = notPassed();
    life.do('2024-11-08', 'applicant', 'requestRecheck', reason);
    expect(life.due).toEqual({});
    life.do('2024-12-01', 'committeeOffice', 'concludeRecheck', { upheld: false, ...reason });
    expect([life.stage, life.case.closed]).toEqual(['NOT_PASSED', true]);
  });

  it('upheld, reopens the application at the stage where it ended, for 30 days', () => {
    const life = notPassed();
    life.do('2024-10-20', 'applicant', 'requestRecheck', reason);
    life.do('2024-10-22', 'committeeOffice', 'concludeRecheck', { upheld: true, ...reason });
    expect([life.stage, life.due]).toEqual(['COMMITTEE_REVIEW', { remedy: '2024-11-21' }]);
    life.do('2024-11-05', 'committeeOffice', 'recordResult', { passed: true });
    expect(life.stage).toBe('RESULT_PUBLICITY');
  });

  it('upheld but not decided again in time, ends as before', () => {
    const life = notPassed();
    life.do('2024-10-20', 'applicant', 'requestRecheck', reason);
    life.do('2024-10-22', 'committeeOffice', 'concludeRecheck', { upheld: true, ...reason });
    life.pass('2024-11-22');
    expect([life.stage, life.case.closed]).toEqual(['NOT_PASSED', true]);
  });

  it('upheld after the window closed, is not undone by that same window', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-30', 'committeeOffice', 'refuse', reason],
      ['2024-08-02', 'applicant', 'requestRecheck', reason],
      ['2024-08-05', 'committeeOffice', 'concludeRecheck', { upheld: true, ...reason }],
    ]);
    expect([life.stage, life.due]).toEqual(['ONLINE_REVIEW', { remedy: '2024-09-04' }]);
    life.do('2024-08-06', 'committeeOffice', 'pass');
    expect(life.stage).toBe('AUTHORITY_SEALING');
  });

  it('is not for whoever was never reviewed', () => {
    const life = new Life().run([
      ['2024-07-01', 'applicant', 'submit'],
      ['2024-07-02', 'applicant', 'withdraw'],
    ]);
    expect(life.refused('2024-07-03', 'applicant', 'requestRecheck', reason).code).toBe('ACTION_NOT_HERE');
  });
});
