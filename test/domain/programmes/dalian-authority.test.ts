import { describe, expect, test } from 'vitest';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { availableActions } from '../../../domain/lifecycle/available-actions.ts';
import {
  handedOverEarly,
  inOrder,
  life,
  mid,
  recommended,
  sealed,
  shown,
  sorted,
  untilHandedOver,
  untilPassed,
  without,
} from '../../lives/dalian.ts';
import { instant, type Life, list, reason } from '../../lives/life.ts';

/** A correction whose content, version 2, differs in these parts. */
const corrected = (...changed: string[]): CommandData => ({ contentVersion: 2, changedIn: 2, changed });

describe('the preliminary review', () => {
  const handedOver = () => life().run(untilHandedOver);

  test.each([
    [
      'DL-2.2.3-a: work experience is reviewed by the standard of the level',
      'experience',
      ['DL-2.2.3-a', 'DL-2.2.3-b'],
    ],
    ['DL-2.2.3-a: ability is reviewed by the standard of the level', 'ability', ['DL-2.2.3-a', 'DL-2.2.3-b']],
    ['DL-2.2.3-b: only whose achievements fulfil the conditions passes', 'achievements', ['DL-2.2.3-a', 'DL-2.2.3-b']],
    ['DL-2.2.3-d: education is checked online', 'educationOnline', ['DL-2.2.3-d']],
    [
      'DL-2.2.3-d, DL-1.8-a, DL-1.8-b: papers are looked up at the press administration and in three databases',
      'papersOnline',
      ['DL-2.2.3-d', 'DL-1.8-a', 'DL-1.8-b'],
    ],
    ['DL-2.2.3-d: patents are checked online', 'patentsOnline', ['DL-2.2.3-d']],
    ['DL-2.2.3-e, DL-2.3.1-g: the reviewer signs and the seal is set', 'signedAndSealed', ['DL-2.2.3-e', 'DL-2.3.1-g']],
    [
      'DL-1.4-d, DL-2.3.3-c: the authority seals the proof of education too',
      'educationSealedByAuthority',
      ['DL-1.4-d', 'DL-2.3.3-c'],
    ],
    ['DL-2.2.3-f: paper and online record are compared one by one', 'compared', ['DL-2.2.3-f']],
    ['DL-2.3.1-f: the photograph is recent, front view and bareheaded', 'photo', ['DL-2.3.1-f']],
    ['DL-2.3.1-l: the work statement is as long as is asked', 'workStatement', ['DL-2.3.1-l']],
    [
      'DL-1.2-a, DL-1.2-b: the years of work in the city are verified (A-45)',
      'yearInTheCity',
      ['DL-1.2-a', 'DL-1.2-b'],
    ],
    ['DL-1.0-b: the years since the title reach the standard', 'seniority', ['DL-1.0-b']],
    ['DL-1.6-c: too few professional hours are accepted from 60 on (A-03)', 'professionalHours', ['DL-1.6-c']],
  ])('%s, and the authority’s reviewer answers for it by name', (_title, check, clauses) => {
    const refusal = handedOver().refused('2024-07-01', 'preliminaryAuthority', 'pass', without(inOrder, check));
    expect(refusal).toMatchObject({ code: 'CHECK_MISSING', clauses, details: { missing: [check] } });
    const passed = handedOver().run([['2024-07-01', 'preliminaryAuthority', 'pass', inOrder]]);
    const event = passed.events.findLast(({ name }) => name === 'passed');
    expect(event).toMatchObject({ by: { role: 'preliminaryAuthority' }, data: { checked: inOrder.checked } });
  });

  test('DL-2.2.3-a: the view of the authority lists the points of the review with their rules', () => {
    const open = availableActions(handedOver().case, ['preliminaryAuthority'], instant('2024-07-01'));
    expect(open.map(({ name }) => name)).toEqual(['pass', 'fail']);
    expect(open[0]?.checks?.map(({ key }) => key)).toEqual(inOrder.checked);
  });

  test('DL-2.2.3-b: it belongs only to the authority, and goes on after 06-28 with what came in time (A-08)', () => {
    expect(handedOver().refused('2024-07-01', 'committeeOrganiser', 'pass', inOrder).code).toBe('NOT_YOURS');
    expect(handedOver().run([['2024-07-21', 'preliminaryAuthority', 'pass', inOrder]]).stage).toBe('FORWARDING');
  });

  test('DL-2.2.3-c: a failure says everything at one time, and a later one adds nothing without a recorded reason', () => {
    const first = life().run(handedOverEarly);
    expect(first.refused('2024-06-18', 'preliminaryAuthority', 'fail')).toMatchObject({
      code: 'INVALID_DATA',
      clauses: ['DL-2.2.3-c'],
    });
    first.run([
      ['2024-06-18', 'preliminaryAuthority', 'fail', list('a1')],
      ['2024-06-19', 'applicant', 'submit', corrected('remarks')],
      ['2024-06-19', 'unitHr', 'seal', sealed],
      ['2024-06-19', 'unitHr', 'handOver'],
    ]);
    expect(first.refused('2024-06-20', 'preliminaryAuthority', 'fail', list('a1', 'photo'))).toMatchObject({
      code: 'DEFICIENCY_NOT_LISTED',
      clauses: ['DL-2.2.3-c'],
      details: { added: ['photo'] },
    });
    first.do('2024-06-20', 'preliminaryAuthority', 'fail', list('a1'));
  });
});

describe('the correction', () => {
  const failed = (at = '2024-06-18'): Life =>
    life().run([...handedOverEarly, [at, 'preliminaryAuthority', 'fail', list('a1')]]);

  test('DL-2.2.3-c: what was corrected is sealed and handed over again by 06-28; the recommendation stays (A-04, A-47)', () => {
    const one = failed();
    expect([one.stage, one.due]).toEqual(['CORRECTION', { correctionClose: '2024-06-28' }]);
    one.do('2024-06-19', 'applicant', 'submit', corrected('remarks', 'documents'));
    expect(one.case.stage).toMatchObject({ key: 'UNIT_RECOMMENDED', steps: ['recommend'] });
    expect(one.refused('2024-06-19', 'unitHr', 'handOver').code).toBe('SEAL_OUT_OF_ORDER');
    one.do('2024-06-28', 'unitHr', 'seal', sealed);
    one.do('2024-06-28T23:59:59', 'unitHr', 'handOver');
    expect(one.stage).toBe('PRELIMINARY_REVIEW');
    one.do('2024-07-05', 'preliminaryAuthority', 'pass', inOrder);
    expect(one.case.deficiencies).toMatchObject([{ item: 'a1', resolved: true }]);
  });

  test.each(['education', 'summary-degree', 'experience', 'summary-currentTitle', 'achievements', 'honours'])(
    'DL-2.2.2-b: a correction that changed %s goes to the notice board again (A-47)',
    (part) => {
      const one = failed();
      one.do('2024-06-19', 'applicant', 'submit', corrected('remarks', part));
      expect(one.stage).toBe('UNIT_PUBLICITY');
      one.run([
        ['2024-06-20', 'unitHr', 'postPublicity', shown],
        ['2024-06-28', 'unitHr', 'recommend', recommended],
        ['2024-06-28', 'unitHr', 'seal', sealed],
        ['2024-06-28', 'unitHr', 'handOver'],
      ]);
      expect(one.stage).toBe('PRELIMINARY_REVIEW');
    },
  );

  test.each([
    ['nobody compared it', { contentVersion: 2 }],
    ['another version was compared', { contentVersion: 3, changedIn: 2, changed: [] }],
  ])('what is corrected is posted again where %s (A-47)', (_why, data) => {
    const one = failed();
    one.do('2024-06-19', 'applicant', 'submit', data);
    expect(one.stage).toBe('UNIT_PUBLICITY');
  });

  test('DL-2.2.3-c: not corrected by the end of 06-28 it is rejected, wherever it then stands (A-04)', () => {
    const idle = failed();
    idle.pass('2024-06-29T00:00');
    expect(idle.stage).toBe('PRELIM_REJECTED');
    const unsealed = failed();
    unsealed.do('2024-06-28', 'applicant', 'submit', corrected('remarks'));
    expect(unsealed.refused('2024-06-29T00:00', 'unitHr', 'seal', sealed)).toMatchObject({
      code: 'APPLICATION_ENDED',
      details: { outcome: 'PRELIM_REJECTED' },
      readings: expect.arrayContaining(['A-04']),
    });
    const onTheBoard = failed();
    onTheBoard.do('2024-06-21', 'applicant', 'submit', corrected('achievements'));
    onTheBoard.do('2024-06-21', 'unitHr', 'postPublicity', shown);
    onTheBoard.pass('2024-06-29T00:00');
    expect(onTheBoard.stage).toBe('PRELIM_REJECTED');
  });

  test('DL-2.2.3-c: a failure on 06-28 may still be corrected that day, one after it is final at once (A-04)', () => {
    const thatDay = failed('2024-06-28T23:00');
    expect(thatDay.stage).toBe('CORRECTION');
    thatDay.do('2024-06-28T23:30', 'applicant', 'submit', corrected());
    const after = life().run(handedOverEarly);
    const { events, snapshot } = after.do('2024-06-29T00:00', 'preliminaryAuthority', 'fail', list('a1'));
    expect(events.map(({ name }) => name)).toEqual(['returned', 'stageEntered', 'ended']);
    expect(snapshot.ended).toMatchObject({ outcome: 'PRELIM_REJECTED', deadline: 'correctionClose' });
    expect(snapshot.deficiencies).toMatchObject([{ item: 'a1', resolved: false }]);
  });
});

describe('forwarding', () => {
  test('DL-2.1.3-a: the organisers receive from 07-22 to the end of 08-30', () => {
    const passed = life().run(untilPassed);
    const early = passed.refused('2024-07-21T23:59:59', 'preliminaryAuthority', 'forward', sorted);
    expect(early).toMatchObject({ code: 'WINDOW_NOT_OPEN', clauses: ['DL-2.1.3-a'], readings: ['A-08'] });
    expect(life().run([...untilPassed, ['2024-07-22T00:00', 'preliminaryAuthority', 'forward', sorted]]).stage).toBe(
      'RE_REVIEW',
    );
    expect(life().run([...untilPassed, ['2024-08-30T23:59:59', 'preliminaryAuthority', 'forward', sorted]]).stage).toBe(
      'RE_REVIEW',
    );
    const late = passed.refused('2024-08-31T00:00', 'preliminaryAuthority', 'forward', sorted);
    expect(late).toMatchObject({ code: 'APPLICATION_ENDED', details: { outcome: 'NOT_FORWARDED' } });
    expect(late.clauses).toContain('DL-2.1.3-a');
  });

  test('DL-2.1.3-a: what an authority did not forward is its own omission, whether passed or never looked at', () => {
    for (const steps of [untilPassed, untilHandedOver]) {
      const one = life().run(steps);
      one.pass('2024-08-31T00:00');
      expect(one.stage).toBe('NOT_FORWARDED');
      expect(one.plan.outcomes.NOT_FORWARDED?.responsible).toBe('preliminaryAuthority');
    }
  });

  test('DL-2.1.3-a: only the organiser may take it late, with a reason, and then it is forwarded (A-08)', () => {
    const missed = life().run(untilPassed);
    missed.pass('2024-08-31T00:00');
    expect(missed.refused('2024-09-02', 'preliminaryAuthority', 'acceptLate', reason).code).toBe('NOT_YOURS');
    expect(missed.refused('2024-09-02', 'committeeOrganiser', 'acceptLate')).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['DL-2.1.3-a'],
      readings: ['A-08'],
    });
    missed.do('2024-09-02', 'committeeOrganiser', 'acceptLate', reason);
    missed.do('2024-09-03', 'preliminaryAuthority', 'forward', sorted);
    expect(missed.stage).toBe('RE_REVIEW');

    const never = life().run(untilHandedOver);
    never.pass('2024-08-31T00:00');
    never.run([
      ['2024-09-02', 'committeeOrganiser', 'acceptLate', reason],
      ['2024-09-03', 'preliminaryAuthority', 'pass', inOrder],
      ['2024-09-03', 'preliminaryAuthority', 'forward', sorted],
    ]);
    expect(never.stage).toBe('RE_REVIEW');
  });

  test('DL-2.2.3-g: originals of mid and junior go back to the applicant before the dossier travels on', () => {
    const passed = life(mid).run(untilPassed);
    expect(passed.refused('2024-07-22', 'preliminaryAuthority', 'forward', sorted)).toMatchObject({
      code: 'SEAL_OUT_OF_ORDER',
      clauses: expect.arrayContaining(['DL-2.2.3-g']),
      details: { next: 'returnOriginals' },
    });
    passed.run([
      ['2024-07-22', 'preliminaryAuthority', 'returnOriginals'],
      ['2024-07-22', 'preliminaryAuthority', 'forward', sorted],
    ]);
    expect(passed.stage).toBe('RE_REVIEW');
    const originals = life().run(untilPassed);
    expect(originals.refused('2024-07-22', 'preliminaryAuthority', 'returnOriginals').code).toBe('ACTION_NOT_HERE');
  });

  test('DL-2.2.4-a: dossiers are forwarded ordered by series and level, as the authority confirms', () => {
    expect(life().run(untilPassed).refused('2024-07-22', 'preliminaryAuthority', 'forward')).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['DL-2.2.4-a'],
    });
  });
});
