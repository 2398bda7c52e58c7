import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { unannounced } from '../../../domain/case/plan/announced-windows.ts';
import { compileTimeline } from '../../../domain/case/plan/compile.ts';
import { rateOf } from '../../../domain/committee/meetings.ts';
import { dataDue, withNotice } from '../../../domain/committee/year.ts';
import { type Step, Year } from '../../lives/committee-year.ts';
import { courier, designee, planFor, seniorCourier, untilPosted } from '../../lives/lianyungang.ts';
import { Life } from '../../lives/life.ts';

const { stages, timeline } = lianyungang2024;
const printed = () => {
  const { committeeYear: rules } = lianyungang2024;
  const session = stages.find((stage) => stage.kind === 'session');
  if (rules && session) return { rules, session };
  throw new Error('Lianyungang prints the year of its committees');
};
const { rules, session } = printed();

const sites = { checked: ['ownSite', 'talentPlatform'] };
const papers = { checked: ['openingReport', 'roster'], passRate: 7_000 };
const yearOf = (committee = 'row-60') => new Year({ rules, session, timeline, calendar, committee });

const published: readonly Step[] = [
  ['2024-05-20', 'proposeNotice'],
  ['2024-05-25', 'countersign'],
  ['2024-05-28', 'publishNotice', sites],
];
const opened: readonly Step[] = [
  ...published,
  ['2024-10-05', 'reportOpening', { meetingOn: '2024-10-15', ...papers }],
  ['2024-10-10', 'approveOpening', { meetingOn: '2024-10-15' }],
];

describe('the notice of a committee', () => {
  test('LYG-3.3-b: it is countersigned by the city title office before it is published', () => {
    const year = yearOf().run(...published.slice(0, 1));
    expect(year.refused('2024-05-28', 'publishNotice', sites)).toMatchObject({
      code: 'ACTION_NOT_HERE',
      clauses: ['LYG-3.3-b'],
    });
    expect(year.refused('2024-05-28', 'countersign', {}, 'committeeOffice').code).toBe('NOT_YOURS');
    year.run(['2024-05-28', 'countersign'], ['2024-05-28', 'publishNotice', sites]);
    expect(year.state).toMatchObject({ seq: 3, notice: { status: 'published', publishedOn: '2024-05-28' } });
  });

  test('LYG-3.3-b: what is countersigned is not drafted anew, and nothing is countersigned that was not drafted', () => {
    expect(yearOf().refused('2024-05-20', 'countersign').code).toBe('ACTION_NOT_HERE');
    const year = yearOf().run(...published.slice(0, 2));
    expect(year.refused('2024-05-26', 'proposeNotice').clauses).toEqual(['LYG-3.3-b']);
    expect(year.refused('2024-05-26', 'countersign').code).toBe('ACTION_NOT_HERE');
  });

  test.each(['ownSite', 'talentPlatform'])('LYG-3.3-c: it is published on both sites, not without %s', (missing) => {
    const year = yearOf().run(...published.slice(0, 2));
    const one = { checked: sites.checked.filter((each) => each !== missing) };
    expect(year.refused('2024-05-28', 'publishNotice', one)).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['LYG-3.3-c'],
    });
  });

  test('LYG-3.3-a: it is published by 06-30, later only with a recorded reason', () => {
    const year = yearOf().run(...published.slice(0, 2));
    expect(year.refused('2024-07-01', 'publishNotice', sites)).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-3.3-a'],
    });
    year.run(['2024-07-01', 'publishNotice', { ...sites, reasoned: true }]);
    const inTime = yearOf().run(...published.slice(0, 2), ['2024-06-30', 'publishNotice', sites]);
    expect(inTime.state.notice?.status).toBe('published');
  });

  test('LYG-7-a: it supplies the periods of a row that prints none, once it is published (A-33)', () => {
    const windows = [{ key: 'acceptance', opens: '2024-07-01', closes: '2024-08-31' }];
    const metallurgist = { ...courier, specialty: 'metallurgy', committee: 'row-45' };
    const year = yearOf('row-45').run(['2024-05-20', 'proposeNotice', { windows }], ['2024-05-25', 'countersign']);
    const of = (committee: string) =>
      compileTimeline(withNotice(timeline, committee, { year: year.state, rules }), metallurgist, calendar).windows
        .acceptance;
    expect(of('row-45')).toBeUndefined();
    year.run(['2024-05-28', 'publishNotice', sites]);
    expect(of('row-45')).toMatchObject({ opens: '2024-07-01', closes: '2024-08-31' });
    expect(of('row-45')?.clauses).toContain('LYG-3.3-b');
    expect(of('row-46')).toBeUndefined();
  });

  test('LYG-3.3-a: a case keeps the period of its committee’s notice when the dates of the year change (A-33)', () => {
    const metallurgist = { ...courier, specialty: 'metallurgy', committee: 'row-45' };
    const windows = [{ key: 'acceptance', opens: '2024-06-01', closes: '2024-08-31' }];
    const { state } = yearOf('row-45').run(
      ['2024-05-20', 'proposeNotice', { windows }],
      ['2024-05-25', 'countersign'],
      ['2024-05-28', 'publishNotice', sites],
    );
    const noticed = { ...lianyungang2024, timeline: withNotice(timeline, 'row-45', { year: state, rules }) };
    const life = new Life(metallurgist, noticed).run(untilPosted);
    expect(life.due.acceptance).toBe('2024-08-31');
    const moved = compileTimeline({ ...timeline, version: 2 }, metallurgist, calendar);
    life.send(life.command(['2024-06-06', 'system', 'adoptTimeline'], { timeline: moved }));
    expect(life.case.plan?.timeline.version).toBe(2);
    expect(life.due.acceptance).toBe('2024-08-31');
  });

  test('LYG-3.3-a: nothing is filed towards a committee whose period nobody has announced (A-33)', () => {
    const metallurgist = { ...courier, specialty: 'metallurgy', committee: 'row-45' };
    const refusal = (facts: typeof courier) => unannounced(planFor(facts), timeline.announced ?? []);
    expect(refusal(metallurgist)).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      clauses: ['LYG-3.3-a', 'LYG-7-a', 'LYG-4.3-a', 'LYG-7-b'],
      readings: ['A-33'],
    });
    for (const facts of [courier, designee, seniorCourier]) expect(refusal(facts)).toBeNull();
  });

  test('LYG-7-b: it does not set another period than the plan prints, nor one outside the year', () => {
    const second = yearOf('row-60').refused('2024-05-20', 'proposeNotice', {
      windows: [{ key: 'acceptance', opens: '2024-07-01', closes: '2024-08-31' }],
    });
    expect(second).toMatchObject({ code: 'CHOICE_UNFIT', clauses: ['LYG-7-b'] });
    const crossing = yearOf('row-45').refused('2024-05-20', 'proposeNotice', {
      windows: [{ key: 'acceptance', opens: '2024-12-01', closes: '2025-01-31' }],
    });
    expect(crossing).toMatchObject({ code: 'INVALID_DATA', clauses: ['LYG-3.1-b'] });
  });
});

describe('the opening of a meeting', () => {
  test('LYG-5.2-a: nothing is opened before the acceptance was made public', () => {
    const year = yearOf().run(...published.slice(0, 2));
    expect(year.refused('2024-10-05', 'reportOpening', { meetingOn: '2024-10-15', ...papers }).clauses).toEqual([
      'LYG-5.2-a',
      'LYG-3.3-c',
    ]);
  });

  test.each([
    ['2024-10-05', '2024-10-06', '2024-10-15'],
    ['2024-11-20', '2024-11-21', '2024-11-30'],
  ])('LYG-5.2-b: reported on %s and not on %s the meeting is on %s (A-24)', (inTime, late, meetingOn) => {
    const year = yearOf().run(...published);
    const report = { meetingOn, ...papers, reasoned: true };
    expect(year.refused(late, 'reportOpening', report)).toMatchObject({
      code: 'NOT_OPENED',
      clauses: ['LYG-5.2-b', 'LYG-5.2-c'],
      readings: ['A-24'],
    });
    year.run([inTime, 'reportOpening', report]);
    expect(year.state.meetings).toMatchObject([{ meetingOn, reportedOn: inTime, approvedOn: null }]);
  });

  test.each(papers.checked)('LYG-5.2-b: the report has its %s', (missing) => {
    const checked = papers.checked.filter((each) => each !== missing);
    const refusal = yearOf()
      .run(...published)
      .refused('2024-10-05', 'reportOpening', { ...papers, meetingOn: '2024-10-15', checked });
    expect(refusal).toMatchObject({ code: 'CHECK_MISSING', clauses: ['LYG-5.2-b'] });
  });

  test.each([undefined, 0, 10_001, 0.5])(
    'LYG-5.2-b: the report sets the rate of passing, not %s (A-36)',
    (passRate) => {
      const report = {
        meetingOn: '2024-10-15',
        checked: papers.checked,
        ...(passRate === undefined ? {} : { passRate }),
      };
      expect(
        yearOf()
          .run(...published)
          .refused('2024-10-05', 'reportOpening', report),
      ).toMatchObject({
        code: 'INVALID_DATA',
        clauses: ['LYG-5.2-b'],
        readings: ['A-36'],
      });
    },
  );

  test('LYG-5.2-b: the real rate of passing is held against the one that was set, and warns only above it (A-36)', () => {
    const [meeting] = yearOf().run(...opened).state.meetings;
    if (!meeting) throw new Error('a meeting was reported');
    expect(rateOf(meeting, { reviewed: 0, passed: 0 })).toBeNull();
    expect(rateOf(meeting, { reviewed: 10, passed: 7 })).toMatchObject({ rate: 7_000, above: false });
    expect(rateOf(meeting, { reviewed: 3, passed: 2 })).toMatchObject({ rate: 6_667, above: false });
    expect(rateOf(meeting, { reviewed: 10, passed: 8 })).toMatchObject({ rate: 8_000, above: true });
  });

  test('LYG-5.2-c: the city title office consents, once, and not after the day', () => {
    const year = yearOf().run(...opened.slice(0, -1));
    const consent = { meetingOn: '2024-10-15' };
    expect(year.refused('2024-10-10', 'approveOpening', consent, 'committeeOffice').code).toBe('NOT_YOURS');
    expect(year.refused('2024-10-16', 'approveOpening', consent).code).toBe('NOT_OPENED');
    expect(year.refused('2024-10-10', 'approveOpening', { meetingOn: '2024-10-20' }).code).toBe('ACTION_NOT_HERE');
    year.run(['2024-10-15', 'approveOpening', consent]);
    expect(year.refused('2024-10-15', 'approveOpening', consent).code).toBe('ACTION_NOT_HERE');
  });

  test('LYG-7-b: outside the months the plan prints for the review a meeting is reported with a reason', () => {
    const year = yearOf().run(...published);
    const early = { meetingOn: '2024-09-30', ...papers };
    expect(year.refused('2024-09-01', 'reportOpening', early)).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-7-b'],
      details: { planned: ['2024-10-01–2024-10-31'] },
    });
    year.run(['2024-09-01', 'reportOpening', { ...early, reasoned: true }]);
    year.run(['2024-09-01', 'reportOpening', { ...early, meetingOn: '2024-10-31' }]);
  });

  test('LYG-7-c: the accounting committee meets in July and in October, each level in its month', () => {
    const year = yearOf('row-4').run(...published);
    const on = (meetingOn: string) => ({ meetingOn, ...papers });
    expect(year.refused('2024-06-15', 'reportOpening', on('2024-08-01'))).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-7-b', 'LYG-7-c'],
    });
    year.run(['2024-06-15', 'reportOpening', on('2024-07-31')], ['2024-06-15', 'reportOpening', on('2024-10-01')]);
  });

  test('LYG-7-a: a row that prints no month of review meets when its own notice says', () => {
    const windows = [{ key: 'plannedReview', opens: '2024-09-01', closes: '2024-09-30' }];
    const year = yearOf('row-61').run(
      ['2024-05-20', 'proposeNotice', { windows }],
      ['2024-05-25', 'countersign'],
      ['2024-05-28', 'publishNotice', sites],
    );
    expect(year.refused('2024-09-01', 'reportOpening', { meetingOn: '2024-10-01', ...papers }).code).toBe(
      'REASON_MISSING',
    );
    year.run(['2024-09-01', 'reportOpening', { meetingOn: '2024-09-30', ...papers }]);
  });

  test('LYG-3.1-a: a meeting after 11-30 is reported with a reason', () => {
    const year = yearOf().run(...published);
    const late = { meetingOn: '2024-12-01', ...papers };
    expect(year.refused('2024-11-01', 'reportOpening', late)).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-3.1-a'],
    });
    year.run(['2024-11-01', 'reportOpening', { ...late, reasoned: true }]);
  });

  test('LYG-3.1-b: no meeting is set in another year, whatever the reason', () => {
    const year = yearOf().run(...published);
    const crossing = { meetingOn: '2025-01-01', ...papers, reasoned: true };
    expect(year.refused('2024-11-01', 'reportOpening', crossing)).toMatchObject({
      code: 'WINDOW_CLOSED',
      clauses: ['LYG-3.1-b'],
    });
    year.run(['2024-11-01', 'reportOpening', { ...crossing, meetingOn: '2024-12-31' }]);
  });
});

describe('the results and their data', () => {
  test('LYG-5.2-c: results are announced of a meeting with consent that was held', () => {
    const held = { meetingOn: '2024-10-15' };
    const unapproved = yearOf().run(...opened.slice(0, -1));
    expect(unapproved.refused('2024-10-16', 'announceResults', held).code).toBe('NOT_OPENED');
    const year = yearOf().run(...opened);
    expect(year.refused('2024-10-14', 'announceResults', held).code).toBe('NOT_OPENED');
    year.reviewed = 0;
    expect(year.refused('2024-10-15', 'announceResults', held)).toMatchObject({
      code: 'NO_RESULTS',
      clauses: ['LYG-5.2-e'],
    });
    year.reviewed = 1;
    year.run(['2024-10-15', 'announceResults', held]);
    expect(year.refused('2024-10-16', 'announceResults', held).code).toBe('ACTION_NOT_HERE');
  });

  test.each([
    ['2024-09-20', '2024-10-10'],
    ['2024-11-29', '2024-12-13'],
  ])('LYG-5.2-e: of results announced on %s the data are filed by %s', (announcedOn, due) => {
    const meetingOn = announcedOn;
    const year = yearOf().run(
      ...published,
      ['2024-08-01', 'reportOpening', { meetingOn, ...papers, reasoned: true }],
      ['2024-08-02', 'approveOpening', { meetingOn }],
    );
    expect(year.refused(announcedOn, 'fileData', { meetingOn })).toMatchObject({
      code: 'ACTION_NOT_HERE',
      clauses: ['LYG-5.2-e'],
    });
    year.run([announcedOn, 'announceResults', { meetingOn }]);
    expect(year.state.meetings.map((meeting) => dataDue(meeting, { rules, calendar }))).toEqual([due]);
    year.run([due, 'fileData', { meetingOn }]);
    expect(year.state.meetings).toMatchObject([{ filedOn: due }]);
    expect(year.refused(due, 'fileData', { meetingOn }).code).toBe('ACTION_NOT_HERE');
  });
});
