import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { routeOf } from '../../../../domain/routing/routing.ts';
import { engineer, Life, reason, untilSession } from '../../../lives/life.ts';

describe('the green channel in Liaoning', () => {
  const asked = () => new Life({ ...engineer, track: 'greenChannel' }).run([['2024-06-20', 'applicant', 'submit']]);

  test('LN-8.3-a: begins with the main achievements and basic data, before anything is filed online', () => {
    const life = asked();
    expect(life.stage).toBe('GREEN_CHANNEL_REQUEST');
    expect(life.events.map(({ name, stage }) => [name, stage])).toContainEqual(['submitted', 'GREEN_CHANNEL_SUMMARY']);
  });

  test('LN-8.3-b: nobody goes on without the consent of the committee office', () => {
    expect(asked().refused('2024-06-21', 'applicant', 'submit').clauses).toContain('LN-8.3-b');
    expect(asked().run([['2024-06-24', 'committeeOffice', 'consent']]).stage).toBe('UNIT_APPLICATION');
    expect(asked().run([['2024-06-24', 'committeeOffice', 'refuse', reason]]).stage).toBe('GREEN_CHANNEL_REFUSED');
  });
});

describe('a delegated review in Liaoning', () => {
  const asked = () =>
    new Life({ ...engineer, track: 'delegated', employerClass: 'centralOrOtherProvince' }).run([
      ['2024-06-20', 'applicant', 'submit'],
    ]);

  test.each([
    ['LN-8.1-a', 'the consent of the unit', 'letterIssued'],
    ['LN-8.1-b', 'the letter of its superior', 'consented'],
  ])('%s: is not forwarded without %s', (clause, _, only) => {
    const refusal = asked().refused('2024-06-21', 'unitHr', 'forward', { checked: [only] });
    expect(refusal).toMatchObject({ code: 'CHECK_MISSING', clauses: [clause] });
  });

  test('LN-8.1-b, LN-8.1-c: the committee takes it only after the provincial department returned the letter', () => {
    const life = asked().run([['2024-06-21', 'unitHr', 'forward', { file: 'f1' }]]);
    const early = life.refused('2024-06-22', 'committeeOffice', 'receivePaper');
    expect(early).toMatchObject({ details: { next: 'letterReturned' }, clauses: expect.arrayContaining(['LN-8.1-c']) });
    life.run([
      ['2024-06-26', 'delegationAuthority', 'attachDelegation', { file: 'f2' }],
      ['2024-06-28', 'committeeOffice', 'receivePaper'],
    ]);
    expect(life.stage).toBe('UNIT_APPLICATION');
  });

  test('LN-8.1-c, LN-5.6-b: it goes to the certificate, and an office acts in every role that does something on the way', () => {
    const life = asked().run([
      ['2024-06-21', 'unitHr', 'forward', { file: 'f1' }],
      ['2024-06-24', 'delegationAuthority', 'attachDelegation', { file: 'f2' }],
      ['2024-06-25', 'committeeOffice', 'receivePaper'],
      ...untilSession,
      ['2024-10-10', 'committeeOffice', 'recordResult', { passed: true, quantified: 8_000, defence: 9_000 }],
      ['2024-10-10', 'committeeOffice', 'postPublicity', { posting: 'p2' }],
      ['2024-10-17', 'committeeOffice', 'certify', { certificate: 'LN-2024-G-000001' }],
    ]);
    expect(life.stage).toBe('CERTIFIED');
    const { acting } = routeOf(liaoningDiit2024, life.plan);
    const acted = new Set(life.events.map(({ by }) => by.role));
    const without = [...acted].filter((role) => acting[role] === undefined);
    expect(without.sort()).toEqual(['applicant', 'system', 'unitAssessmentGroup', 'unitHr']);
    expect(acting.sealingAuthority).toBe('ln-hrss-service-division');
  });
});
