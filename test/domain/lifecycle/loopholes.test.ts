import { describe, expect, test } from 'vitest';
import { claimsEnded } from '../../../domain/claims/claims.ts';
import { Life, list, reason, untilPosted, untilSubmitted } from '../../lives/life.ts';

describe('ways around a rule that are closed', () => {
  test('LN-5.5.3-b, A-13: a counted submission uses the year up, also after an invalid publicity document and a withdrawal', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-19', 'committeeOffice', 'invalidatePublicity', reason],
      ['2024-07-19', 'applicant', 'withdraw'],
    ]);
    expect(life.stage).toBe('WITHDRAWN');
    expect(claimsEnded(life.case)).toEqual([]);
  });

  test('A-39: a withdrawal before any counted submission leaves the year free', () => {
    const life = new Life().run([...untilPosted, ['2024-07-12', 'applicant', 'withdraw']]);
    expect(claimsEnded(life.case)).toEqual(['applicationOfYear']);
  });

  test('LN-4.3-e, A-14: after the window an office only finishes what came in time; nothing is recalled, returned or submitted anew', () => {
    const life = new Life().run(untilSubmitted);
    life.pass('2024-08-01T00:00');
    life.do('2024-08-02', 'committeeOffice', 'acceptLate', reason);
    expect(life.refused('2024-08-03', 'applicant', 'recall')).toMatchObject({
      code: 'WINDOW_CLOSED',
      readings: ['A-14'],
    });
    expect(life.refused('2024-08-03', 'committeeOffice', 'return', list('title')).code).toBe('WINDOW_CLOSED');
    life.do('2024-08-03', 'committeeOffice', 'pass');
    expect(life.stage).toBe('AUTHORITY_SEALING');
  });

  test('a list of the unit that grows without end is stopped, and neither time nor any way out with it', () => {
    const items = (round: number) => list(...Array.from({ length: 40 }, (_, index) => `item-${round}-${index}`));
    const life = new Life().run([
      ['2024-07-01', 'applicant', 'submit'],
      ['2024-07-02', 'unitHr', 'return', items(1)],
      ['2024-07-03', 'applicant', 'submit'],
    ]);
    const more = life.refused('2024-07-04', 'unitHr', 'return', { ...items(2), ...reason });
    expect(more.code).toBe('INVALID_DATA');
    life.do('2024-07-04', 'unitHr', 'agree');
    life.pass('2024-08-01T00:00');
    expect(life.stage).toBe('NOT_FILED');
  });
});
