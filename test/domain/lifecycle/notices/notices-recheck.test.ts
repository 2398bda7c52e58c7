import { describe, expect, it } from 'vitest';
import { noticesFor } from '../../../../domain/lifecycle/notices/notifications.ts';
import { Life, reason, untilSession } from '../../../lives/life.ts';

describe('a recheck (A-10) is told', () => {
  const life = () =>
    new Life().run([
      ...untilSession,
      ['2024-10-10', 'committeeOffice', 'recordResult', { passed: false }],
      ['2024-10-11', 'applicant', 'requestRecheck', reason],
    ]);
  const told = (one: Life) => noticesFor(one.events).map(({ audience, template }) => `${audience}: ${template}`);

  it('to the committee office that has to decide it', () => {
    expect(told(life())).toContain('committeeOffice: recheckRequested');
  });

  it('to the applicant and the unit when the result stands, and by the reopening alone when it does not', () => {
    const stands = life();
    stands.do('2024-10-12', 'committeeOffice', 'concludeRecheck', { upheld: false, ...reason });
    expect(told(stands)).toEqual(expect.arrayContaining(['applicant: recheckConcluded', 'unitHr: recheckConcluded']));
    const open = life();
    open.do('2024-10-12', 'committeeOffice', 'concludeRecheck', { upheld: true, ...reason });
    expect(told(open)).toContain('applicant: reopened');
    expect(told(open)).not.toContain('applicant: recheckConcluded');
  });
});
