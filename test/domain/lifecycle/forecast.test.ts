import { describe, expect, test } from 'vitest';
import { emptyCase } from '../../../domain/case/case.ts';
import { forecast } from '../../../domain/lifecycle/forecast.ts';
import { life as dalianLife, pledged } from '../../lives/dalian.ts';
import { courier, lianyungangLife, pledge } from '../../lives/lianyungang.ts';
import {
  economist,
  instant,
  Life,
  untilApproved,
  untilPosted,
  untilSession,
  untilSubmitted,
  untilUploaded,
} from '../../lives/life.ts';

const dates = (life: Life, at: string) =>
  forecast(life.case, instant(at)).map(({ stage, earliest, latest }) => [stage, earliest, latest]);

describe('a forecast', () => {
  test('LN-5.4-c, LN-4.3-d, LN-5.7-a: walks the remaining stages with the first and the last possible day of each', () => {
    const life = new Life().run(untilPosted.slice(0, 1));
    expect(dates(life, '2024-06-28')).toEqual([
      ['UNIT_REVIEW', '2024-06-28', '2024-07-23'],
      ['DEMOCRATIC_APPRAISAL', '2024-06-28', '2024-07-23'],
      ['UNIT_PUBLICITY', '2024-06-28', '2024-07-23'],
      ['ONLINE_REVIEW', '2024-07-06', '2024-07-31'],
      ['AUTHORITY_SEALING', '2024-07-06', '2024-08-07'],
      ['STAMPED_PAGE_REVIEW', '2024-07-06', '2024-08-07'],
      ['PAPER_DELIVERY', '2024-07-06', '2024-08-14'],
      ['DOSSIER_CHECK', '2024-07-06', null],
      ['COMMITTEE_REVIEW', '2024-07-06', null],
      ['RESULT_PUBLICITY', '2024-07-06', null],
      ['CERTIFIED', '2024-07-13', null],
    ]);
  });

  test('LN-4.3-b: filing waits for the window to open', () => {
    const life = new Life(economist).run(untilPosted);
    expect(dates(life, '2024-07-11').slice(0, 3)).toEqual([
      ['UNIT_PUBLICITY', '2024-07-11', '2024-07-17'],
      ['ONLINE_REVIEW', '2024-07-18', '2024-08-30'],
      ['AUTHORITY_SEALING', '2024-08-12', '2024-09-06'],
    ]);
  });

  test('LN-5.4-f: a publicity held up by an objection ends today at the earliest', () => {
    const life = new Life().run([
      ...untilPosted,
      ['2024-07-11', 'objector', 'recordObjection', { objection: 'o1', named: true }],
    ]);
    expect(dates(life, '2024-07-22')[1]).toEqual(['ONLINE_REVIEW', '2024-07-22', '2024-07-31']);
    expect(dates(life, '2024-07-12')[1]).toEqual(['ONLINE_REVIEW', '2024-07-18', '2024-07-31']);
  });

  test('LN-5.5.1-a: shows that a publicity posted too late leaves no day to file', () => {
    const life = new Life().run([...untilPosted.slice(0, 3), ['2024-07-24', 'unitHr', 'postPublicity']]);
    expect(dates(life, '2024-07-24')[1]).toEqual(['ONLINE_REVIEW', null, '2024-07-31']);
    const marked = forecast(life.case, instant('2024-07-24')).filter(({ tooLate }) => tooLate);
    expect(marked.map(({ stage }) => stage)).toContain('ONLINE_REVIEW');
    const inTime = forecast(new Life().run(untilPosted).case, instant('2024-07-10'));
    expect(inTime.filter(({ tooLate }) => tooLate)).toEqual([]);
  });

  test('DL-2.1.3-a, DL-2.1.3-b: in Dalian what follows the forwarding waits for 07-22, and the re-review ends with the meetings', () => {
    const life = dalianLife().run([['2024-06-03', 'applicant', 'submit', pledged]]);
    const found = Object.fromEntries(dates(life, '2024-06-03').map(([stage, ...days]) => [stage, days]));
    expect(found).toMatchObject({
      UNIT_PUBLICITY: ['2024-06-03', '2024-06-20'],
      FORWARDING: ['2024-07-22', '2024-08-30'],
      RE_REVIEW: ['2024-07-22', '2024-11-30'],
      COMMITTEE_REVIEW: ['2024-07-22', '2024-11-30'],
    });
  });

  test('LYG-7-b, LYG-5.2-b, LYG-3.1-a: in Lianyungang the committee meets in the planned month, by the end of November', () => {
    const life = lianyungangLife().run([['2024-06-03', 'applicant', 'submit', { contentVersion: 1, ...pledge }]]);
    const found = Object.fromEntries(dates(life, '2024-06-03').map(([stage, ...days]) => [stage, days]));
    expect(found).toMatchObject({
      COMMITTEE_REVIEW: ['2024-10-01', '2024-11-30'],
      RESULT_PUBLICITY: ['2024-10-01', null],
    });
    const early = lianyungangLife({ ...courier, specialty: 'qualityEngineering', committee: 'row-1' });
    early.run([['2024-07-01', 'applicant', 'submit', { contentVersion: 1, ...pledge }]]);
    expect(dates(early, '2024-07-01').find(([stage]) => stage === 'COMMITTEE_REVIEW')?.[1]).toBe('2024-09-01');
  });

  test('moves on with today while nobody acts', () => {
    const life = new Life().run(untilApproved);
    expect(dates(life, '2024-08-12').slice(0, 2)).toEqual([
      ['PAPER_DELIVERY', '2024-08-12', '2024-08-14'],
      ['DOSSIER_CHECK', '2024-08-12', null],
    ]);
  });

  test('takes the last day of remedy for a reopened application (A-12)', () => {
    const life = new Life().run([
      ...untilUploaded,
      ['2024-08-08', 'system', 'lapse'],
      ['2024-08-09', 'committeeOffice', 'acceptLate', { text: 't' }],
    ]);
    expect(dates(life, '2024-08-09')[0]).toEqual(['STAMPED_PAGE_REVIEW', '2024-08-09', '2024-09-06']);
  });

  test('takes it also for the sealing that follows a review finished late (A-14)', () => {
    const life = new Life().run([
      ...untilSubmitted,
      ['2024-08-09', 'system', 'lapse'],
      ['2024-08-09', 'committeeOffice', 'acceptLate', { text: 't' }],
    ]);
    expect(dates(life, '2024-08-12').slice(0, 4)).toEqual([
      ['ONLINE_REVIEW', '2024-08-12', '2024-08-30'],
      ['AUTHORITY_SEALING', '2024-08-12', '2024-08-30'],
      ['STAMPED_PAGE_REVIEW', '2024-08-12', '2024-08-30'],
      ['PAPER_DELIVERY', '2024-08-12', '2024-09-06'],
    ]);
  });

  test('is provisional where it reaches a year not announced', () => {
    const life = new Life().run(untilSession);
    const { plan } = life.case;
    if (!plan) throw new Error('no plan');
    const years = plan.timeline.calendar.years.filter((each) => each.year === 2024);
    const timeline = { ...plan.timeline, calendar: { ...plan.timeline.calendar, years } };
    const steps = forecast({ ...life.case, plan: { ...plan, timeline } }, instant('2024-12-30'));
    expect(steps.map(({ stage, earliest, provisional }) => [stage, earliest, provisional])).toEqual([
      ['COMMITTEE_REVIEW', '2024-12-30', false],
      ['RESULT_PUBLICITY', '2024-12-30', false],
      ['CERTIFIED', '2025-01-07', true],
    ]);
  });

  test('is empty before the first submission and after the end', () => {
    expect(forecast(emptyCase('LN-2024-0001'), instant('2024-07-01'))).toEqual([]);
    const life = new Life().run([...untilPosted, ['2024-07-11', 'applicant', 'withdraw']]);
    expect(forecast(life.case, instant('2024-07-12'))).toEqual([]);
  });
});
