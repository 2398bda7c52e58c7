import { describe, expect, test } from 'vitest';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { addDays } from '../../../domain/calendar/dates.ts';
import { outcomeFor } from '../../../domain/case/plan/compile.ts';
import { noticesFor } from '../../../domain/lifecycle/notices/notifications.ts';
import {
  courier,
  designation,
  designee,
  ground,
  lianyungangLife,
  pledge,
  prelim,
  preliminaryChecks,
  unitChecks,
  untilArrived,
  untilPosted,
  untilPreliminary,
} from '../../lives/lianyungang.ts';
import { list, reason } from '../../lives/life.ts';

describe('online filing in Lianyungang (L1)', () => {
  test('LYG-5.4-a: nothing is submitted without the pledge that certificates, achievements and papers are true', () => {
    const life = lianyungangLife();
    expect(life.refused('2024-06-03', 'applicant', 'submit', { checked: [] })).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['LYG-5.4-a'],
      details: { missing: ['truthPledge'] },
    });
    life.do('2024-06-03', 'applicant', 'submit', pledge);
    expect(life.stage).toBe('UNIT_REVIEW');
    expect(life.events.find(({ name }) => name === 'submitted')?.data).toMatchObject({ checked: ['truthPledge'] });
  });

  test('LYG-4.0-a: the application goes up level by level: unit, notice board, authority of the place, committee office', () => {
    const life = lianyungangLife().run(untilPosted);
    for (const role of ['preliminaryAuthority', 'committeeOffice'] as const)
      expect(life.refused('2024-06-10', role, 'pass').code).toBe('ACTION_NOT_HERE');
    life.pass('2024-06-14');
    expect(life.refused('2024-06-14', 'committeeOffice', 'pass').code).toBe('NOT_YOURS');
    life.do('2024-06-17', 'preliminaryAuthority', 'pass', prelim);
    expect(life.stage).toBe('OFFICE_RECHECK');
    const reached = life.events.filter((event) => event.name === 'stageEntered').map(({ data }) => data.to);
    expect(reached).toEqual(['ONLINE_FILING', 'UNIT_REVIEW', 'UNIT_PUBLICITY', 'PRELIMINARY_REVIEW', 'OFFICE_RECHECK']);
  });

  test.each([
    ['before the unit has agreed', untilPosted.slice(0, 1)],
    ['on the notice board', untilPosted],
  ])('LYG-5.3-a: the end of the acceptance period finds it %s, and it is not filed (A-46)', (_, steps) => {
    const life = lianyungangLife().run(
      steps.map(([at, ...rest]) => [at.replace(/2024-06-0(\d)/, '2024-06-2$1'), ...rest] as const),
    );
    expect(life.due.acceptance).toBe('2024-06-30');
    life.pass('2024-07-01T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_FILED', deadline: 'acceptance' });
    const refusal = life.refused('2024-07-01T08:00', 'committeeOffice', 'acceptLate', reason);
    expect(refusal.code).toBe('LATE_NOT_ACCEPTABLE');
  });

  test('LYG-3.1-b: where no acceptance period is printed, the end of the year still ends what waits', () => {
    const life = lianyungangLife({ ...courier, specialty: 'metallurgy', committee: 'row-45' });
    life.do('2024-12-30', 'applicant', 'submit', pledge);
    expect(life.due).toEqual({ calendarYear: '2024-12-31' });
    life.pass('2025-01-01T00:00');
    expect(life.stage).toBe('NOT_FILED');
  });
});

describe('what the authority of the place attests (L4)', () => {
  test.each([
    ['LYG-2.1-c, LYG-2.4-a, LYG-2.4-c, LYG-2.5-a', 'directTitle'],
    ['LYG-2.3.1-a', 'militarySchool'],
    ['LYG-2.3.1-b', 'partySchool'],
    ['LYG-2.9-a', 'continuingEducation'],
    ['LYG-2.10-b', 'titleFromElsewhere'],
  ])('%s: it cannot pass an application on without %s, and what it confirmed is kept with its name', (clause, key) => {
    const life = lianyungangLife().run(untilPreliminary);
    const unlooked = { checked: preliminaryChecks.filter((each) => each !== key) };
    expect(life.refused('2024-06-20', 'preliminaryAuthority', 'pass', unlooked)).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: clause.split(', '),
      details: { missing: [key] },
    });
    const { events } = life.do('2024-06-20', 'preliminaryAuthority', 'pass', prelim);
    expect(events.find(({ name }) => name === 'passed')).toMatchObject({
      by: { role: 'preliminaryAuthority' },
      data: { checked: preliminaryChecks },
    });
  });
});

describe('the unit (L2, L3)', () => {
  test.each(['truth', 'completeness', 'timeliness', 'originals'])(
    'LYG-4.2-a: the unit attests authenticity, completeness, timeliness and the originals; without %s it cannot agree',
    (key) => {
      const life = lianyungangLife().run(untilPosted.slice(0, 1));
      const refusal = life.refused('2024-06-04', 'unitHr', 'agree', {
        checked: unitChecks.filter((each) => each !== key),
      });
      expect(refusal).toMatchObject({ code: 'CHECK_MISSING', clauses: ['LYG-4.2-a'], details: { missing: [key] } });
    },
  );

  test('LYG-1.3-a, LYG-1.3-b, LYG-1.3-c: the unit cannot agree without confirming the conditions of applying by name', () => {
    const life = lianyungangLife().run(untilPosted.slice(0, 1));
    const unlooked = { checked: unitChecks.filter((each) => each !== 'conditions') };
    const refusal = life.refused('2024-06-04', 'unitHr', 'agree', unlooked);
    expect(refusal).toMatchObject({ code: 'CHECK_MISSING', details: { missing: ['conditions'] } });
    expect(refusal.clauses).toEqual(
      expect.arrayContaining([
        'LYG-1.3-a',
        'LYG-1.3-b',
        'LYG-1.3-c',
        'LYG-2.1-a',
        'LYG-2.2-a',
        'LYG-2.2-b',
        'LYG-2.2-c',
      ]),
    );
  });

  test('LYG-4.2-b: the unit signs and seals the application form before it goes on', () => {
    const life = lianyungangLife().run(untilPosted.slice(0, 1));
    const unsealed = { checked: unitChecks.filter((each) => each !== 'signedAndSealed') };
    expect(life.refused('2024-06-04', 'unitHr', 'agree', unsealed).clauses).toEqual(['LYG-4.2-b']);
    life.do('2024-06-04', 'unitHr', 'agree', { checked: unitChecks });
    expect(life.events.find(({ name }) => name === 'passed')).toMatchObject({
      by: { role: 'unitHr' },
      data: { checked: unitChecks },
    });
  });

  test('LYG-4.2-a: the unit hands back what is not in order, and it is filed again', () => {
    const life = lianyungangLife().run([
      ...untilPosted.slice(0, 1),
      ['2024-06-04', 'unitHr', 'return', list('degree')],
    ]);
    expect(life.stage).toBe('ONLINE_FILING');
    expect(life.refused('2024-06-04', 'applicant', 'submit', { checked: [] }).code).toBe('CHECK_MISSING');
    life.do('2024-06-05', 'applicant', 'submit', { contentVersion: 2, ...pledge });
    expect(life.stage).toBe('UNIT_REVIEW');
  });

  test.each([
    ['2024-06-03', '2024-06-11'],
    ['2024-06-05', '2024-06-13'],
  ])('LYG-4.2-c: the unit posts on %s for five working days, until %s, and nothing goes on earlier', (on, until) => {
    const life = lianyungangLife().run([
      ['2024-06-03', 'applicant', 'submit', pledge],
      ['2024-06-03', 'unitHr', 'agree', { checked: unitChecks }],
    ]);
    const early = life.refused(on, 'unitHr', 'postPublicity', { lastDay: '2024-06-07' });
    expect(early).toMatchObject({ code: 'PUBLICITY_TOO_SHORT', clauses: ['LYG-4.2-c'] });
    life.do(on, 'unitHr', 'postPublicity');
    expect(life.due.publicity).toBe(until);
    expect(life.refused(`${until}T23:59`, 'preliminaryAuthority', 'pass', prelim).code).toBe('ACTION_NOT_HERE');
    life.pass(`${until.slice(0, 8)}${Number(until.slice(8)) + 1}T00:00`);
    expect(life.stage).toBe('PRELIMINARY_REVIEW');
  });

  test('LYG-4.2-c: an upheld objection ends the application at the unit', () => {
    const life = lianyungangLife().run([
      ...untilPosted,
      ['2024-06-06', 'objector', 'recordObjection', { objection: 'o1', named: true }],
      ['2024-06-07', 'unitHr', 'concludeObjection', { objection: 'o1', upheld: true, ...reason }],
    ]);
    expect(life.stage).toBe('UNIT_NOT_RECOMMENDED');
  });

  test('LYG-2.8.1-a: who changes to another series at the same level has passed the assessment after the change of post', () => {
    const transfer = { ...courier, track: 'sameLevelTransfer' } as const;
    const life = lianyungangLife(transfer).run(untilPosted.slice(0, 1));
    const missing = life.refused('2024-06-04', 'unitHr', 'agree', { checked: unitChecks });
    expect(missing).toMatchObject({
      clauses: ['LYG-2.8.1-a'],
      details: { missing: ['postChangeAssessment'] },
    });
    life.do('2024-06-04', 'unitHr', 'agree', { checked: [...unitChecks, 'postChangeAssessment'] });
    expect(life.stage).toBe('UNIT_PUBLICITY');
  });
});

describe('the preliminary review (L4, L4c)', () => {
  test('LYG-4.3-a: the authority passes on who qualifies, while the acceptance period is open (A-46)', () => {
    const life = lianyungangLife().run(untilPreliminary);
    life.do('2024-06-30T23:59:59.999', 'preliminaryAuthority', 'pass', prelim);
    expect(life.stage).toBe('OFFICE_RECHECK');
  });

  test('LYG-4.3-a: nothing arrives at the committee office before its period has opened (A-46)', () => {
    const statistician = { ...courier, series: 'statistics', specialty: 'statistics', committee: 'row-1' };
    const life = lianyungangLife({ ...statistician, level: 'deputySenior' }).run(untilPreliminary);
    expect(life.refused('2024-06-30T23:59', 'preliminaryAuthority', 'pass', prelim)).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      clauses: expect.arrayContaining(['LYG-4.3-a', 'LYG-7-b']),
      readings: ['A-46'],
      details: { opens: '2024-07-01', closes: '2024-07-31' },
    });
    life.do('2024-07-01T00:00', 'preliminaryAuthority', 'pass', {
      checked: [...preliminaryChecks, 'examinationValid'],
    });
    expect(life.stage).toBe('OFFICE_RECHECK');
  });

  test('LYG-5.3-a: what has not arrived when the period ends is not accepted, unless the committee office takes it late with a reason (A-46)', () => {
    const life = lianyungangLife().run(untilPreliminary);
    life.pass('2024-07-01T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_FORWARDED', deadline: 'acceptance' });
    expect(life.refused('2024-07-02', 'preliminaryAuthority', 'acceptLate', reason).code).toBe('NOT_YOURS');
    expect(life.refused('2024-07-02', 'committeeOffice', 'acceptLate').code).toBe('REASON_MISSING');
    life.do('2024-07-02', 'committeeOffice', 'acceptLate', reason);
    expect(life.due.remedy).toBe('2024-07-30');
    life.do('2024-07-03', 'preliminaryAuthority', 'pass', prelim);
    expect(life.stage).toBe('OFFICE_RECHECK');
    expect(life.due).toEqual({ calendarYear: '2024-12-31' });
  });

  test('LYG-4.3-b: what was taken late may still be corrected, within the days of remedy', () => {
    const life = lianyungangLife().run(untilPreliminary);
    life.pass('2024-07-01T00:00');
    life.do('2024-07-02', 'committeeOffice', 'acceptLate', reason);
    life.do('2024-07-03', 'preliminaryAuthority', 'return', { ...list('degree'), days: 3 });
    expect(life.due).toMatchObject({ correction: '2024-07-08', remedy: '2024-07-30' });
    life.do('2024-07-08', 'applicant', 'submit', pledge);
    life.do('2024-07-09', 'preliminaryAuthority', 'pass', prelim);
    expect(life.stage).toBe('OFFICE_RECHECK');
  });

  test('LYG-4.3-b: one complete list is sent; an empty one is refused, and a second needs a recorded reason', () => {
    const life = lianyungangLife().run(untilPreliminary);
    expect(life.refused('2024-06-14', 'preliminaryAuthority', 'return')).toMatchObject({
      code: 'INVALID_DATA',
      clauses: ['LYG-4.3-b'],
    });
    life.do('2024-06-14', 'preliminaryAuthority', 'return', list('degree', 'pledge'));
    expect(life.stage).toBe('CORRECTION');
    life.do('2024-06-17', 'applicant', 'submit', pledge);
    expect(life.refused('2024-06-18', 'preliminaryAuthority', 'return', list('degree'))).toMatchObject({
      code: 'DEFICIENCY_NOT_LISTED',
      clauses: ['LYG-4.3-b'],
    });
    life.do('2024-06-18', 'preliminaryAuthority', 'return', { ...list('degree'), ...reason });
    expect(life.stage).toBe('CORRECTION');
  });

  test.each([
    [3, '2024-06-19'],
    [5, '2024-06-21'],
    [10, '2024-06-28'],
    [undefined, '2024-06-21'],
  ])('LYG-4.3-c: a period of %s working days set on 06-14 ends on %s (A-30)', (days, due) => {
    const life = lianyungangLife().run(untilPreliminary);
    life.do('2024-06-14', 'preliminaryAuthority', 'return', { ...list('degree'), ...(days ? { days } : {}) });
    expect(life.due).toEqual({ correction: due, acceptance: '2024-06-30', calendarYear: '2024-12-31' });
  });

  test.each([2, 16, 3.5])('LYG-4.3-c: a period of %s working days is refused (A-30)', (days) => {
    const life = lianyungangLife({ ...courier, specialty: 'construction', committee: 'row-65' });
    life.run(untilPreliminary);
    const refusal = life.refused('2024-06-14', 'preliminaryAuthority', 'return', { ...list('degree'), days });
    expect(refusal).toMatchObject({ code: 'PERIOD_OUT_OF_BOUNDS', clauses: ['LYG-4.3-b', 'LYG-4.3-c'] });
    expect(refusal.readings).toEqual(['A-30', 'A-46']);
    life.do('2024-06-14', 'preliminaryAuthority', 'return', { ...list('degree'), days: 15 });
    expect(life.due.correction).toBe('2024-07-05');
  });

  test.each([
    ['2024-06-24', undefined, '2024-07-01'],
    ['2024-06-24', 3, '2024-06-27'],
    ['2024-06-27', undefined, '2024-07-04'],
    ['2024-06-27', 15, '2024-07-18'],
    ['2024-06-30', 3, '2024-07-03'],
  ])(
    'LYG-4.3-b, LYG-4.3-c: on %s the list with %s working days can be given, and the correction lasts until %s (A-30)',
    (on, days, due) => {
      const life = lianyungangLife().run(untilPreliminary);
      life.do(on, 'preliminaryAuthority', 'return', { ...list('a'), ...(days ? { days } : {}) });
      expect(life.due.correction).toBe(due);
      expect(life.refused(`${due}T23:59`, 'system', 'lapse').code).toBe('NOTHING_DUE');
      life.pass(addDays(due, 1));
      expect(life.case.ended).toMatchObject({ outcome: 'ABANDONED', deadline: 'correction' });
    },
  );

  test('LYG-4.3-c: the acceptance period stays open for who corrects until it has arrived, and for nobody else (A-30, A-46)', () => {
    const life = lianyungangLife().run(untilPreliminary);
    life.do('2024-06-27', 'preliminaryAuthority', 'return', list('a'));
    life.do('2024-07-04T17:00', 'applicant', 'submit', pledge);
    life.do('2024-07-08', 'preliminaryAuthority', 'pass', prelim);
    expect(life.stage).toBe('OFFICE_RECHECK');
    const uncorrected = lianyungangLife().run(untilPreliminary);
    uncorrected.pass('2024-07-01');
    expect(uncorrected.case.ended).toMatchObject({ outcome: 'NOT_FORWARDED', deadline: 'acceptance' });
    const early = lianyungangLife().run(untilPreliminary);
    early.do('2024-06-20', 'preliminaryAuthority', 'return', list('a'));
    early.do('2024-06-21', 'applicant', 'submit', pledge);
    early.pass('2024-07-01');
    expect(early.case.ended, 'corrected in time, it must have arrived in time').toMatchObject({
      outcome: 'NOT_FORWARDED',
    });
  });

  test('LYG-4.3-b: the list can be given until the end of the year, which nothing crosses (A-30, LYG-3.1-b)', () => {
    const life = lianyungangLife(designee).run([
      ['2024-12-02', 'applicant', 'submit', { contentVersion: 1, ...pledge }],
      ['2024-12-03', 'unitHr', 'agree', designation.agreed],
      ['2024-12-03', 'unitHr', 'postPublicity'],
      ['2024-12-11', 'system', 'lapse'],
    ]);
    life.do('2024-12-30', 'preliminaryAuthority', 'return', list('a'));
    expect(life.due).toMatchObject({ correction: '2025-01-07', secondRound: '2024-12-31', calendarYear: '2024-12-31' });
  });

  test('LYG-4.3-c: whoever has not completed everything by the last day counts as having given up', () => {
    const life = lianyungangLife().run([
      ...untilPreliminary,
      ['2024-06-14', 'preliminaryAuthority', 'return', list('degree')],
    ]);
    expect(life.refused('2024-06-21T23:59', 'preliminaryAuthority', 'pass', prelim).code).toBe('ACTION_NOT_HERE');
    life.pass('2024-06-22T00:00');
    expect(life.case.ended).toMatchObject({ outcome: 'ABANDONED', deadline: 'correction' });
    expect(life.refused('2024-06-22T08:00', 'applicant', 'submit', pledge)).toMatchObject({
      code: 'APPLICATION_ENDED',
      clauses: ['LYG-4.3-c'],
    });
    const inTime = lianyungangLife().run([
      ...untilPreliminary,
      ['2024-06-14', 'preliminaryAuthority', 'return', list('degree')],
      ['2024-06-21T23:59:59.999', 'applicant', 'submit', pledge],
    ]);
    expect(inTime.stage).toBe('PRELIMINARY_REVIEW');
  });

  test('LYG-4.3-b: the applicant is notified at once what must be corrected, and by when', () => {
    const life = lianyungangLife().run(untilPreliminary);
    const reply = life.do('2024-06-14', 'preliminaryAuthority', 'return', list('degree', 'form'));
    expect(noticesFor(reply.events, reply).find(({ audience }) => audience === 'applicant')).toMatchObject({
      template: 'returned',
      params: { stage: 'CORRECTION', points: 2, due: '2024-06-21' },
    });
  });

  test.each(['conditions', 'time', 'material'])(
    'LYG-5.3-a: not accepted on the printed ground of %s, with everything that stands against it',
    (choice) => {
      const life = lianyungangLife().run(untilPreliminary);
      life.do('2024-06-17', 'preliminaryAuthority', 'refuse', ground(choice, 'seniority'));
      expect(life.stage).toBe('PRELIM_REJECTED');
      expect(life.case.deficiencies).toMatchObject([{ item: 'seniority', stage: 'PRELIMINARY_REVIEW' }]);
      expect(life.events.find(({ name }) => name === 'returned')?.data).toMatchObject({ ground: choice });
    },
  );

  test('LYG-5.3-a: no other ground refuses, none without the list, and none without a reason', () => {
    const life = lianyungangLife().run(untilPreliminary);
    const refusal = life.refused('2024-06-17', 'preliminaryAuthority', 'refuse', ground('dislike', 'a'));
    expect(refusal).toMatchObject({
      code: 'CHOICE_UNKNOWN',
      clauses: ['LYG-5.3-a'],
      details: { choices: ['conditions', 'time', 'material'] },
    });
    expect(life.refused('2024-06-17', 'preliminaryAuthority', 'refuse', ground('time')).code).toBe('INVALID_DATA');
    const { text: _, ...unexplained } = ground('time', 'a');
    expect(life.refused('2024-06-17', 'preliminaryAuthority', 'refuse', unexplained).code).toBe('REASON_MISSING');
  });
});

describe('initial designation', () => {
  const untilReviewed = [
    ['2024-06-03', 'applicant', 'submit', pledge],
    ['2024-06-03', 'unitHr', 'agree', designation.agreed],
    ['2024-06-03', 'unitHr', 'postPublicity'],
    ['2024-06-12', 'preliminaryAuthority', 'pass', designation.passed],
  ] as const;

  test('LYG-3.1-c: the district decides in its rounds, without a committee’s vote', () => {
    const life = lianyungangLife(designee).run(untilReviewed);
    expect(life.stage).toBe('INITIAL_DESIGNATION');
    life.do('2024-06-30T23:59', 'committeeOffice', 'designate', designation.designated);
    expect(life.stage).toBe('CERTIFIED');
    life.do('2024-07-02', 'committeeOffice', 'certify', { certificate: 'LYG-1' });
    expect(life.case.ended?.outcome).toBe('CERTIFIED');
  });

  test('LYG-3.1-c: ends as a designation and not as a review passed, in the plan, in a refusal and in every list', () => {
    const life = lianyungangLife(designee).run(untilReviewed);
    life.do('2024-06-28', 'committeeOffice', 'designate', designation.designated);
    life.do('2024-07-02', 'committeeOffice', 'certify', { certificate: 'LYG-1' });
    const label = { zh: '已初定，已发证', en: 'Designated and certified' };
    expect(life.plan.outcomes.CERTIFIED).toEqual({ label, clauses: ['LYG-3.1-c', 'LYG-5.5-a'], readings: ['A-31'] });
    expect(life.refused('2024-07-03', 'applicant', 'withdraw').message.zh).toBe('申报已结束：已初定，已发证。');
    const { CERTIFIED } = lianyungang2024.outcomes;
    expect(CERTIFIED && outcomeFor(CERTIFIED, designee).label).toEqual(label);
    expect(CERTIFIED && outcomeFor(CERTIFIED, courier).label.zh).toBe('评审通过，已发证');
    expect(lianyungangLife().plan.outcomes.CERTIFIED?.label.zh).toBe('评审通过，已发证');
  });

  test('LYG-3.1-c: may be decided by the officer of the district who passed its preliminary review', () => {
    const life = lianyungangLife(designee).run(untilReviewed);
    const by = { person: 'preliminaryAuthority', role: 'committeeOffice' } as const;
    life.send({ ...life.command(['2024-06-12', 'committeeOffice', 'designate', designation.designated]), by });
    expect(life.stage).toBe('CERTIFIED');
  });

  test('LYG-3.1-c: between the rounds nobody is designated, and the end of the second one ends the application (A-31)', () => {
    const life = lianyungangLife(designee).run(untilReviewed);
    expect(life.refused('2024-07-01T00:00', 'committeeOffice', 'designate')).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      clauses: expect.arrayContaining(['LYG-3.1-c']),
      readings: ['A-31'],
      details: { opens: '2024-11-01', closes: '2024-12-31' },
    });
    life.pass('2025-01-01T00:00');
    expect(life.stage).toBe('NOT_DESIGNATED');
    const second = lianyungangLife(designee).run(untilReviewed);
    second.do('2024-11-01T00:00', 'committeeOffice', 'designate', designation.designated);
    expect(second.stage).toBe('CERTIFIED');
  });

  test('LYG-3.1-c: a county designates in June and in November (A-31)', () => {
    const ganyu = lianyungangLife({ ...designee, committee: 'row-65' }).run(untilReviewed);
    expect(ganyu.refused('2024-10-31T23:59', 'committeeOffice', 'designate').code).toBe('WINDOW_NOT_OPEN');
    ganyu.pass('2024-12-01T00:00');
    expect(ganyu.stage).toBe('NOT_DESIGNATED');
  });

  test('LYG-3.1-c: a correction of a designation ends before its last round does', () => {
    const life = lianyungangLife(designee).run([
      ...untilReviewed.slice(0, 3),
      ['2024-07-10', 'preliminaryAuthority', 'return', { ...list('degree'), days: 15 }],
    ]);
    expect(life.due).toMatchObject({ correction: '2024-07-31', secondRound: '2024-12-31' });
  });

  test('A-39: without a committee the applicant may withdraw until it is decided', () => {
    const life = lianyungangLife(designee).run(untilReviewed);
    life.do('2024-06-20', 'applicant', 'withdraw');
    expect(life.stage).toBe('WITHDRAWN');
    const designated = lianyungangLife(designee).run([
      ...untilReviewed,
      ['2024-06-20', 'committeeOffice', 'designate', designation.designated],
    ]);
    expect(designated.refused('2024-06-21', 'applicant', 'withdraw').code).toBe('ACTION_NOT_HERE');
  });
});

describe('what an ended application leaves free (A-25)', () => {
  const claims = ['applicationOfYear', 'applicationOfLevel', 'committeeOfLevel', 'committeeOfUnit'];

  test('LYG-4.0-c: withdrawn before the preliminary review it leaves the year and the level free', () => {
    const life = lianyungangLife().run(untilPosted);
    expect(life.do('2024-06-06', 'applicant', 'withdraw').claimsEnded).toEqual(claims);
  });

  test('LYG-4.0-c: withdrawn, abandoned or refused from the preliminary review on it uses them up', () => {
    const withdrawn = lianyungangLife().run(untilPreliminary);
    expect(withdrawn.do('2024-06-17', 'applicant', 'withdraw').claimsEnded).toEqual([]);
    const refused = lianyungangLife().run(untilPreliminary);
    expect(refused.do('2024-06-17', 'preliminaryAuthority', 'refuse', ground('time', 'a')).claimsEnded).toEqual([]);
    const abandoned = lianyungangLife().run([
      ...untilPreliminary,
      ['2024-06-14', 'preliminaryAuthority', 'return', list('a')],
    ]);
    expect(abandoned.pass('2024-06-22').claimsEnded).toEqual([]);
  });

  test.each(['outOfScope', 'delegationBreached'])(
    'LYG-4.4-b: returned because of %s it leaves everything free for the right committee',
    (choice) => {
      const life = lianyungangLife().run(untilArrived);
      expect(life.do('2024-06-25', 'committeeOffice', 'return', ground(choice, 'a')).claimsEnded).toEqual(claims);
    },
  );
});
