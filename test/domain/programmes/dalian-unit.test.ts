import { describe, expect, test } from 'vitest';
import { availableActions } from '../../../domain/lifecycle/available-actions.ts';
import {
  handedOverEarly,
  life,
  pledged,
  recommended,
  reviewed,
  sealed,
  senior,
  shown,
  untilHandedOver,
  untilPosted,
  untilReviewed,
  without,
} from '../../lives/dalian.ts';
import { instant, list, reason } from '../../lives/life.ts';

describe('filing online', () => {
  test('DL-2.1.1-a: it opens with 06-03 and closes with the end of 06-28', () => {
    expect(life().refused('2024-06-02T23:59:59', 'applicant', 'submit', pledged)).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      clauses: ['DL-2.1.1-a'],
      details: { opens: '2024-06-03', closes: '2024-06-28' },
    });
    const first = life().run([['2024-06-03T00:00:00', 'applicant', 'submit', pledged]]);
    expect(first.stage).toBe('UNIT_REVIEW');
    const last = life().run([['2024-06-28T23:59:59', 'applicant', 'submit', pledged]]);
    expect(last.stage).toBe('UNIT_REVIEW');
    const late = life().refused('2024-06-29T00:00:00', 'applicant', 'submit', pledged);
    expect(late).toMatchObject({ code: 'APPLICATION_ENDED', details: { outcome: 'NOT_FILED' } });
    expect(late.clauses).toContain('DL-2.1.1-a');
  });

  test.each(['health', 'schoolTeachers', 'vocationalTeachers'])(
    'DL-2.1.1-b: the times of %s are notified separately, so that the general window does not open for them',
    (series) => {
      const refusal = life({ ...senior, series }).refused('2024-06-10', 'applicant', 'submit', pledged);
      expect(refusal).toMatchObject({ code: 'WINDOW_NOT_OPEN', details: { window: 'onlineFiling' } });
      expect(refusal.clauses).toContain('DL-2.1.1-b');
      expect(refusal.message.zh).toContain('另行通知');
    },
  );

  test('DL-2.3.1-h: nothing is filed without the pledge copied by hand and signed', () => {
    expect(life().refused('2024-06-10', 'applicant', 'submit', { contentVersion: 1 })).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['DL-2.3.1-h'],
      details: { missing: ['ownPledge'] },
    });
    const filed = life().run([['2024-06-10', 'applicant', 'submit', pledged]]);
    expect(filed.events.find((event) => event.name === 'submitted')?.data.checked).toEqual(['ownPledge']);
  });
});

describe('the joint review of the unit', () => {
  const filed = () => life().run(untilReviewed.slice(0, 1));

  test('DL-2.2.2-a: only the assessment group reviews, and confirms by name that it did so jointly', () => {
    expect(filed().refused('2024-06-05', 'unitHr', 'agree', reviewed)).toMatchObject({
      code: 'NOT_YOURS',
      clauses: ['DL-2.2.2-a'],
    });
    expect(
      filed().refused('2024-06-05', 'unitAssessmentGroup', 'agree', without(reviewed, 'jointReview')),
    ).toMatchObject({ code: 'CHECK_MISSING', clauses: ['DL-2.2.2-a'] });
    const agreed = filed().run(untilReviewed.slice(1));
    expect(agreed.stage).toBe('UNIT_PUBLICITY');
    expect(agreed.events.find(({ name }) => name === 'passed')).toMatchObject({
      by: { role: 'unitAssessmentGroup' },
      data: { checked: ['jointReview', 'educationOnChsi', 'educationOffChsi', 'conditions'] },
    });
  });

  test.each([
    ['DL-1.4-b: education is queried on CHSI and the form of this year printed', 'educationOnChsi', ['DL-1.4-b']],
    [
      'DL-1.4-c, DL-2.3.3-c: education outside CHSI comes with a copy of the graduate registration form (A-06)',
      'educationOffChsi',
      ['DL-1.4-c', 'DL-2.3.3-c'],
    ],
    [
      'DL-1.0-b, DL-1.2-e, DL-1.6-b, DL-1.6-c, DL-2.3.6-b: the conditions of applying are verified',
      'conditions',
      ['DL-1.0-b', 'DL-1.2-e', 'DL-1.6-b', 'DL-1.6-c', 'DL-2.3.6-b'],
    ],
  ])('%s, before the group agrees', (_title, check, clauses) => {
    const refusal = filed().refused('2024-06-05', 'unitAssessmentGroup', 'agree', without(reviewed, check));
    expect(refusal).toMatchObject({ code: 'CHECK_MISSING', clauses, details: { missing: [check] } });
  });

  test('the group returns with a list, and the applicant files again with a new pledge; or it refuses', () => {
    const returned = filed().run([['2024-06-05', 'unitAssessmentGroup', 'return', list('photo')]]);
    expect(returned.stage).toBe('ONLINE_FILING');
    expect(returned.refused('2024-06-06', 'applicant', 'submit').code).toBe('CHECK_MISSING');
    expect(returned.run([['2024-06-06', 'applicant', 'submit', pledged]]).stage).toBe('UNIT_REVIEW');
    expect(filed().refused('2024-06-05', 'unitAssessmentGroup', 'refuse').code).toBe('REASON_MISSING');
    const refused = filed().run([['2024-06-05', 'unitAssessmentGroup', 'refuse', reason]]);
    expect(refused.stage).toBe('UNIT_NOT_RECOMMENDED');
  });
});

describe('what a lapse after a return means', () => {
  const returned = () =>
    life().run([
      ['2024-06-03', 'applicant', 'submit', pledged],
      ['2024-06-12', 'unitAssessmentGroup', 'return', list('photo')],
    ]);

  test('DL-2.1.2-a: returned only by the unit it was not filed, whether or not it came back to the unit', () => {
    const resubmitted = returned().run([['2024-06-20', 'applicant', 'submit', pledged]]);
    resubmitted.pass('2024-06-29T00:00');
    expect(resubmitted.stage).toBe('NOT_FILED');
    const idle = returned();
    idle.pass('2024-06-29T00:00');
    expect(idle.stage).toBe('NOT_FILED');
  });

  test('DL-2.2.3-c: what the authority failed and the unit did not hand over again was rejected by it (A-04)', () => {
    const failed = life().run([
      ...handedOverEarly,
      ['2024-06-18', 'preliminaryAuthority', 'fail', list('a1')],
      ['2024-06-19', 'applicant', 'submit', { contentVersion: 2, changedIn: 2, changed: ['remarks'] }],
    ]);
    failed.pass('2024-06-29T00:00');
    expect(failed.stage).toBe('PRELIM_REJECTED');
  });
});

describe('the publicity of the unit', () => {
  test('DL-2.2.2-b: what is posted includes education, seniority and achievements, as personnel confirms', () => {
    const agreed = life().run(untilReviewed);
    expect(agreed.refused('2024-06-20', 'unitHr', 'postPublicity', { posting: 'p1' })).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['DL-2.2.2-b'],
    });
    expect(agreed.do('2024-06-20', 'unitHr', 'postPublicity', shown).snapshot.stage?.phase).toBe('posted');
  });

  test('DL-2.2.2-c: it lasts five working days after the posting day; nothing is recommended before, longer is allowed (A-02)', () => {
    const agreed = life().run(untilReviewed);
    expect(agreed.refused('2024-06-06', 'unitHr', 'postPublicity', { ...shown, lastDay: '2024-06-13' })).toMatchObject({
      code: 'PUBLICITY_TOO_SHORT',
      details: { earliestLastDay: '2024-06-14' },
    });
    const posted = life().run([...untilReviewed, ['2024-06-06', 'unitHr', 'postPublicity', shown]]);
    expect(posted.refused('2024-06-14T23:59:59', 'unitHr', 'recommend', recommended).code).toBe('ACTION_NOT_HERE');
    posted.do('2024-06-15T00:00:00', 'unitHr', 'recommend', recommended);
    const longer = life().run([
      ...untilReviewed,
      ['2024-06-06', 'unitHr', 'postPublicity', { ...shown, lastDay: '2024-06-18' }],
    ]);
    expect(longer.refused('2024-06-18', 'unitHr', 'recommend', recommended).code).toBe('ACTION_NOT_HERE');
    longer.do('2024-06-19', 'unitHr', 'recommend', recommended);
  });

  test('DL-2.2.2-d: an open objection with a name holds the recommendation, and an upheld one ends the application', () => {
    const posted = life().run([...untilReviewed, ['2024-06-06', 'unitHr', 'postPublicity', shown]]);
    posted.do('2024-06-12', 'objector', 'recordObjection', { objection: 'o1', named: true });
    expect(posted.refused('2024-06-17', 'unitHr', 'recommend', recommended).code).toBe('ACTION_NOT_HERE');
    const conclusion = { objection: 'o1', upheld: true, ...reason };
    expect(posted.do('2024-06-18', 'unitHr', 'concludeObjection', conclusion).snapshot.ended?.outcome).toBe(
      'UNIT_NOT_RECOMMENDED',
    );
  });

  describe('held before the online filing (A-07)', () => {
    const filedLate = () =>
      life().run([
        ['2024-06-26', 'applicant', 'submit', pledged],
        ['2024-06-27', 'unitAssessmentGroup', 'agree', reviewed],
      ]);

    test('DL-2.2.2-c, DL-2.1.2-a: is recorded with its days, and what was filed on 06-26 is handed over on 06-28', () => {
      const late = filedLate();
      late.do('2024-06-27', 'unitHr', 'postPublicity', { ...shown, postedOn: '2024-06-17', lastDay: '2024-06-24' });
      expect(late.events.findLast(({ name }) => name === 'posted')?.data).toMatchObject({
        postedOn: '2024-06-17',
        lastDay: '2024-06-24',
      });
      late.run([
        ['2024-06-28T08:00', 'unitHr', 'recommend', recommended],
        ['2024-06-28T09:00', 'unitHr', 'seal', sealed],
        ['2024-06-28T10:00', 'unitHr', 'handOver'],
      ]);
      expect(late.stage).toBe('PRELIMINARY_REVIEW');
    });

    test.each([
      ['four working days', { postedOn: '2024-06-17', lastDay: '2024-06-21' }, 'PUBLICITY_TOO_SHORT'],
      ['a day to come', { postedOn: '2024-06-28', lastDay: '2024-07-05' }, 'INVALID_DATA'],
      ['the year before', { postedOn: '2023-12-20', lastDay: '2023-12-29' }, 'INVALID_DATA'],
    ])('DL-2.2.2-c: is refused for %s', (_which, days, code) => {
      expect(filedLate().refused('2024-06-27', 'unitHr', 'postPublicity', { ...shown, ...days })).toMatchObject({
        code,
        clauses: expect.arrayContaining(['DL-2.2.2-c']),
      });
    });

    test('DL-2.2.2-c: what is still on the board stays there to its last day', () => {
      const late = filedLate();
      late.do('2024-06-27', 'unitHr', 'postPublicity', { ...shown, postedOn: '2024-06-20', lastDay: '2024-06-27' });
      expect(late.case.stage?.phase).toBe('posted');
      expect(late.refused('2024-06-27T20:00', 'unitHr', 'recommend', recommended).code).toBe('ACTION_NOT_HERE');
      late.pass('2024-06-28');
      expect(late.stage).toBe('UNIT_RECOMMENDED');
    });
  });

  test('DL-2.1.2-a: posted on 06-20 it is handed over on 06-28; posted on 06-21 it is not (A-07)', () => {
    const inTime = life().run(untilPosted);
    expect(inTime.do('2024-06-28T00:00', 'unitHr', 'recommend', recommended).warnings).toEqual([]);
    inTime.run([
      ['2024-06-28T09:00', 'unitHr', 'seal', sealed],
      ['2024-06-28T23:59:59', 'unitHr', 'handOver'],
    ]);
    expect(inTime.stage).toBe('PRELIMINARY_REVIEW');

    const late = life().run(untilReviewed);
    const [warning] = late.do('2024-06-21', 'unitHr', 'postPublicity', shown).warnings;
    expect(warning).toMatchObject({ code: 'TOO_LATE_TO_FILE', clauses: ['DL-2.1.2-a'] });
    expect(warning?.message.zh).toContain('2024-06-20');
    expect(late.refused('2024-06-28T23:59:59', 'unitHr', 'recommend', recommended).code).toBe('ACTION_NOT_HERE');
    late.pass('2024-06-29T00:00');
    expect(late.stage).toBe('NOT_FILED');
  });
});

describe('the recommendation of the unit', () => {
  const published = () => life().run(untilPosted);
  const at = '2024-06-28';

  test('DL-2.2.2-g: the result is one of exactly two values, and it is the true one', () => {
    expect(published().refused(at, 'unitHr', 'recommend', { checked: ['part7'] })).toMatchObject({
      code: 'CHOICE_UNKNOWN',
      clauses: ['DL-2.2.2-g'],
      details: { choices: ['noObjection', 'agreedAfterInvestigation'] },
    });
    const third = { ...recommended, choice: 'postponed' };
    expect(published().refused(at, 'unitHr', 'recommend', third).code).toBe('CHOICE_UNKNOWN');
    const untrue = { ...recommended, choice: 'agreedAfterInvestigation' };
    expect(published().refused(at, 'unitHr', 'recommend', untrue)).toMatchObject({
      code: 'CHOICE_UNFIT',
      clauses: ['DL-2.2.2-g'],
    });
    const done = published().do(at, 'unitHr', 'recommend', recommended);
    expect(done.events.at(-1)?.data).toMatchObject({ step: 'recommend', choice: 'noObjection' });
  });

  test('DL-2.2.2-g: after an objection only “investigated and agreed” is offered and taken', () => {
    const objected = life().run([
      ...untilReviewed,
      ['2024-06-06', 'unitHr', 'postPublicity', shown],
      ['2024-06-12', 'objector', 'recordObjection', { objection: 'o1', named: true }],
      ['2024-06-17', 'unitHr', 'concludeObjection', { objection: 'o1', upheld: false, ...reason }],
    ]);
    const [open] = availableActions(objected.case, ['unitHr'], instant('2024-06-18'));
    expect(open).toMatchObject({ name: 'recommend', choices: [{ key: 'agreedAfterInvestigation' }] });
    expect(objected.refused('2024-06-18', 'unitHr', 'recommend', recommended).code).toBe('CHOICE_UNFIT');
    objected.do('2024-06-18', 'unitHr', 'recommend', { ...recommended, choice: 'agreedAfterInvestigation' });
  });

  test('DL-2.2.2-f: part 7 is filled truthfully by the personnel section before it recommends', () => {
    expect(published().refused(at, 'unitHr', 'recommend', without(recommended, 'part7'))).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['DL-2.2.2-f'],
    });
  });

  test.each([
    ['DL-2.2.2-e: the cover is sealed at the full name, equal to the seal', 'unitName', 'DL-2.2.2-e'],
    ['DL-2.2.2-h: every page is sealed', 'everyPage', 'DL-2.2.2-h'],
    ['DL-2.3.1-h: the unit pledge is copied by hand, signed and sealed', 'unitPledge', 'DL-2.3.1-h'],
    [
      'DL-1.4-d, DL-2.3.3-c: the proof of education is signed and sealed by the unit',
      'educationSealedByUnit',
      'DL-1.4-d, DL-2.3.3-c',
    ],
    ['DL-2.3.1-g: no field that the unit signs is empty', 'unitSignatures', 'DL-2.3.1-g'],
  ])('%s, as personnel confirms with the seals', (_title, check, clause) => {
    const before = published().run([[at, 'unitHr', 'recommend', recommended]]);
    expect(before.refused(at, 'unitHr', 'seal', without(sealed, check))).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: clause.split(', '),
      details: { missing: [check] },
    });
    expect(before.refused(at, 'unitHr', 'handOver').code).toBe('SEAL_OUT_OF_ORDER');
    before.do(at, 'unitHr', 'seal', sealed);
    before.do(at, 'unitHr', 'handOver');
  });

  test('DL-2.1.2-a: what is not handed over by the end of 06-28 was not filed', () => {
    const sealedOnly = life().run(untilHandedOver.slice(0, -1));
    expect(sealedOnly.refused('2024-06-29T00:00', 'unitHr', 'handOver')).toMatchObject({
      code: 'APPLICATION_ENDED',
      details: { outcome: 'NOT_FILED' },
      clauses: expect.arrayContaining(['DL-2.1.2-a']),
    });
  });
});
