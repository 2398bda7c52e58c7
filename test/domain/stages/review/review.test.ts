import { describe, expect, test } from 'vitest';
import { Life, list, reason, untilSession, untilSubmitted, untilUploaded } from '../../../lives/life.ts';

describe('submitting for online review', () => {
  test('LN-5.5.1-a: nothing is submitted before the publicity is over', () => {
    const life = new Life().run([
      ['2024-06-28', 'applicant', 'submit'],
      ['2024-07-01', 'unitHr', 'agree'],
      ['2024-07-02', 'unitAssessmentGroup', 'select'],
      ['2024-07-10', 'unitHr', 'postPublicity'],
    ]);
    expect(life.refused('2024-07-17T23:59:59.999', 'applicant', 'submit').code).toBe('ACTION_NOT_HERE');
    life.do('2024-07-18T00:00', 'applicant', 'submit');
    expect(life.stage).toBe('ONLINE_REVIEW');
  });

  test('LN-5.5.3-b: a submission taken back before review is not counted (A-13)', () => {
    const life = new Life().run(untilSubmitted);
    for (let i = 0; i < 5; i += 1) {
      life.do(`2024-07-19T1${i}:00`, 'applicant', 'recall');
      expect(life.case.attempts.used).toBe(0);
      life.do(`2024-07-19T1${i}:30`, 'applicant', 'submit');
    }
    expect(life.case.attempts.used).toBe(1);
    expect(life.refused('2024-07-20', 'applicant', 'submit').code).toBe('ACTION_NOT_HERE');
  });

  test('LN-5.5.3-b: a submission already returned cannot be taken back', () => {
    const life = new Life().run([...untilSubmitted, ['2024-07-19', 'committeeOffice', 'return', list('a')]]);
    expect(life.refused('2024-07-19T11:00', 'applicant', 'recall').code).toBe('ACTION_NOT_HERE');
    expect(life.case.attempts.used).toBe(1);
  });

  test('LN-5.5.3-b: the stamped page uses up no chance', () => {
    const life = new Life().run([
      ...untilUploaded.slice(0, -1),
      ['2024-08-02', 'applicant', 'uploadStampedPage', { file: 'f1' }],
      ['2024-08-02', 'committeeOffice', 'return', list('page')],
      ['2024-08-03', 'applicant', 'uploadStampedPage', { file: 'f2' }],
      ['2024-08-04', 'committeeOffice', 'return', list('page')],
      ['2024-08-05', 'applicant', 'uploadStampedPage', { file: 'f3' }],
      ['2024-08-06', 'committeeOffice', 'approve'],
    ]);
    expect(life.case.attempts.used).toBe(1);
    expect(life.stage).toBe('PAPER_DELIVERY');
  });

  test('A-13: no chance is granted while one is left, none without a reason, none by the unit', () => {
    const life = new Life().run(untilSubmitted);
    expect(life.refused('2024-07-19', 'committeeOffice', 'grantAttempt', reason).code).toBe('ACTION_NOT_HERE');
    life.run([
      ['2024-07-19', 'committeeOffice', 'return', list('a')],
      ['2024-07-20', 'applicant', 'submit'],
      ['2024-07-21', 'committeeOffice', 'return', list('a')],
    ]);
    expect(life.refused('2024-07-21', 'committeeOffice', 'grantAttempt', reason).code).toBe('ACTION_NOT_HERE');
    life.run([
      ['2024-07-22', 'applicant', 'submit'],
      ['2024-07-23', 'committeeOffice', 'return', list('a')],
    ]);
    expect(life.refused('2024-07-24', 'committeeOffice', 'grantAttempt')).toMatchObject({
      code: 'REASON_MISSING',
      readings: ['A-13'],
    });
    expect(life.refused('2024-07-24', 'unitHr', 'grantAttempt', reason).code).toBe('NOT_YOURS');
  });
});

describe('a return', () => {
  test('LN-5.5.2-b: an empty list is refused', () => {
    const life = new Life().run(untilSubmitted);
    expect(life.refused('2024-07-19', 'committeeOffice', 'return')).toMatchObject({
      code: 'INVALID_DATA',
      clauses: ['LN-5.5.2-b'],
    });
  });

  test('LN-5.5.2-b: a later list is held to the first one unless the officer records why', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-19', 'committeeOffice', 'return', list('a', 'b')],
      ['2024-07-20', 'applicant', 'submit'],
    ]);
    expect(life.refused('2024-07-21', 'committeeOffice', 'return', list('b', 'c'))).toMatchObject({
      code: 'DEFICIENCY_NOT_LISTED',
      clauses: ['LN-5.5.2-b'],
      details: { added: ['c'] },
    });
    life.do('2024-07-21', 'committeeOffice', 'return', { ...list('b', 'c'), ...reason });
    expect(life.case.deficiencies.map(({ item, attempt, resolved }) => [item, attempt, resolved])).toEqual([
      ['a', 1, true],
      ['b', 2, false],
      ['c', 2, false],
    ]);
  });

  test('LN-5.5.2-b: a point once listed may come back in a later list', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-07-19', 'committeeOffice', 'return', list('a', 'b')],
      ['2024-07-20', 'applicant', 'submit'],
      ['2024-07-21', 'committeeOffice', 'return', list('b')],
      ['2024-07-22', 'applicant', 'submit'],
      ['2024-07-23', 'committeeOffice', 'return', list('a')],
    ]);
    expect(life.case.deficiencies.filter((each) => !each.resolved).map((each) => each.item)).toEqual(['a']);
  });

  test('LN-5.2.1-a: the list of the unit does not bind the first list of the committee office', () => {
    const life = new Life().run([
      ['2024-06-20', 'applicant', 'submit'],
      ['2024-06-21', 'unitHr', 'return', list('degree')],
      ['2024-06-22', 'applicant', 'submit', { contentVersion: 2 }],
      ...untilSubmitted.slice(1),
      ['2024-07-19', 'committeeOffice', 'return', list('award')],
    ]);
    expect(life.case.deficiencies.map(({ stage, item, resolved }) => [stage, item, resolved])).toEqual([
      ['UNIT_REVIEW', 'degree', true],
      ['ONLINE_REVIEW', 'award', false],
    ]);
  });

  test('LN-5.5.2-b: the office lists a point that the unit listed before, and the unit’s own list stays as it was', () => {
    const life = new Life().run([
      ['2024-06-20', 'applicant', 'submit'],
      ['2024-06-21', 'unitHr', 'return', list('degree')],
      ['2024-06-22', 'applicant', 'submit'],
      ...untilSubmitted.slice(1),
      ['2024-07-19', 'committeeOffice', 'return', list('degree')],
    ]);
    expect(life.case.deficiencies.map(({ stage, resolved }) => [stage, resolved])).toEqual([
      ['UNIT_REVIEW', true],
      ['ONLINE_REVIEW', false],
    ]);
  });

  test('LN-5.2.1-a: the unit sends the application back to the applicant, who hands it in again', () => {
    const life = new Life().run([
      ['2024-06-20', 'applicant', 'submit'],
      ['2024-06-21', 'unitHr', 'return', list('degree')],
    ]);
    expect(life.stage).toBe('UNIT_APPLICATION');
    life.do('2024-06-22', 'applicant', 'submit', { contentVersion: 2 });
    expect(life.stage).toBe('UNIT_REVIEW');
    expect(life.case.submission?.contentVersion).toBe(2);
    expect(life.case.attempts.used).toBe(0);
  });

  test('LN-6.1-b, LN-6.1-d: an irregular dossier goes back to be corrected, or is cancelled when it is grave', () => {
    const toCheck = untilSession.slice(0, -1);
    const returned = new Life().run([...toCheck, ['2024-08-15', 'committeeOffice', 'return', list('seal')]]);
    expect(returned.stage).toBe('PAPER_DELIVERY');
    expect(returned.due).toEqual({ paper: '2024-08-22' });
    const grave = new Life().run(toCheck);
    expect(grave.refused('2024-08-15', 'committeeOffice', 'cancel', reason)).toMatchObject({
      code: 'CHOICE_UNKNOWN',
      clauses: ['LN-6.1-d'],
      details: { choices: ['sealMisplaced', 'unauthorisedComment', 'otherIrregularity'] },
    });
    const named = { choice: 'unauthorisedComment' };
    expect(grave.refused('2024-08-15', 'committeeOffice', 'cancel', named).code).toBe('REASON_MISSING');
    grave.do('2024-08-15', 'committeeOffice', 'cancel', { ...named, ...reason });
    expect(grave.stage).toBe('CANCELLED');
    expect(grave.events.at(-1)?.data).toMatchObject({ text: 'text-1', reason: 'unauthorisedComment' });
  });
});

describe('a refusal', () => {
  test.each([
    ['LN-5.2.1-a: the unit does not agree', 1, 'unitHr', 'refuse', 'UNIT_NOT_RECOMMENDED'],
    ['LN-5.3-a: the appraisal does not select', 2, 'unitAssessmentGroup', 'passOver', 'UNIT_NOT_RECOMMENDED'],
    ['LN-5.5.2-a: the office refuses', 6, 'committeeOffice', 'refuse', 'NOT_ACCEPTED'],
  ] as const)('%s, with a recorded reason, and the application ends', (_, taken, role, name, outcome) => {
    const life = new Life().run(untilSubmitted.slice(0, taken));
    expect(life.refused('2024-07-19', role, name).code).toBe('REASON_MISSING');
    life.do('2024-07-19', role, name, reason);
    expect(life.case.ended).toMatchObject({ outcome, deadline: null });
    expect(life.events.at(-1)?.data).toMatchObject({ text: 'text-1' });
  });

  test('of an act that belongs to someone else names the roles it belongs to', () => {
    const life = new Life().run(untilSubmitted);
    expect(life.refused('2024-07-19', 'applicant', 'pass')).toMatchObject({
      code: 'NOT_YOURS',
      details: { roles: ['committeeOffice'] },
    });
  });

  test('of an act the stage does not know names the stage', () => {
    const life = new Life().run(untilSubmitted);
    expect(life.refused('2024-07-19', 'committeeOffice', 'certify', { certificate: 'c' })).toMatchObject({
      code: 'ACTION_NOT_HERE',
      details: { stage: 'ONLINE_REVIEW', action: 'certify' },
    });
  });
});
