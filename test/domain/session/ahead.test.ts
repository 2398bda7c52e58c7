import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import { sessionForecast } from '../../../domain/session/ahead/forecast.ts';
import { nextStepOf } from '../../../domain/session/ahead/next-step.ts';
import { sessionNews } from '../../../domain/session/ahead/notifications.ts';
import { openSteps } from '../../../domain/session/decide.ts';
import { committeesOf, sessionOffices, sessionRolesOf } from '../../../domain/session/offices.ts';
import { windowsOf } from '../../../domain/session/plan.ts';
import type { SessionActionName } from '../../../domain/session/steps.ts';
import { Meeting, untilOpen } from './meeting.ts';

const lianyungang = () =>
  new Meeting(lianyungang2024, 'row-41').do('2024-09-02', 'plan', { data: { meetingOn: '2024-10-15' } });

/** What is told of a step that was just taken, and what is reminded after it. */
function newsOf({ state, programme }: Meeting, name: SessionActionName) {
  if (!state.plan) throw new Error('no plan');
  const by = { person: 'office-1', role: 'committeeOffice' as const };
  const event = { seq: state.seq, name, data: {}, at: state.lastAt, by };
  return sessionNews(state, [event], { timeline: windowsOf(state.plan, programme.timeline), calendar });
}

describe('what comes next', () => {
  test('is the next step of the order, and inside the meeting the ballot and its count', () => {
    const meeting = untilOpen(new Meeting(liaoningDiit2024, 'ln-diit-office'), '2024-10-21', '2024-10-01');
    expect(nextStepOf(meeting.state)).toEqual({ name: 'openBallot', roles: ['committeeOffice'] });
    meeting.do('2024-10-21', 'openBallot', { counted: { custodians: 2, ready: 1 } });
    expect(nextStepOf(meeting.state)?.name).toBe('closeBallot');
    meeting.do('2024-10-21', 'closeBallot');
    expect(nextStepOf(meeting.state)).toEqual({ name: 'recordCount', roles: ['system'] });
    expect(openSteps(meeting.state, ['committeeOffice'])).not.toContain('recordCount');
    const count = { reviewed: 1, passed: 1, hash: 'a'.repeat(64) };
    meeting.do('2024-10-21', 'recordCount', { by: 'system', counted: { count } });
    expect(nextStepOf(meeting.state)).toEqual({ name: 'signMinutes', roles: ['expert'] });
    meeting.do('2024-10-21', 'void', { by: 'committeeOrganiser', data: { text: 't' } });
    expect([nextStepOf(meeting.state), openSteps(meeting.state, ['committeeOffice', 'committeeOrganiser'])]).toEqual([
      null,
      [],
    ]);
  });

  test('LYG-5.2-b A-24: the forecast leaves time for the report, ten days before the meeting', () => {
    const days = (today: string) => {
      const steps = sessionForecast(lianyungang().state, today, calendar);
      return Object.fromEntries(
        steps.map(({ step, earliest, latest, tooLate }) => [step, [earliest, latest, tooLate]]),
      );
    };
    expect(days('2024-09-02')).toMatchObject({
      NOTICE_PUBLISHED: ['2024-09-02', '2024-10-05', false],
      OPENING_REPORTED: ['2024-09-02', '2024-10-05', false],
      APPROVED: ['2024-09-02', '2024-10-15', false],
      IN_SESSION: ['2024-10-15', '2024-10-15', false],
      // Five working days of publicity from 2024-10-15 end on 10-22.
      RESULTS_ANNOUNCED: ['2024-10-23', null, false],
    });
    expect(days('2024-10-06').OPENING_REPORTED).toEqual([null, '2024-10-05', true]);
  });

  test('LYG-5.2-e: the data have a last day once the results are announced', () => {
    const { state } = lianyungang();
    const announced = { ...state, status: 'CONFIRMED' as const, announcedOn: '2024-09-20' };
    expect(sessionForecast(announced, '2024-09-23', calendar)).toMatchObject([
      { step: 'DATA_FILED', earliest: '2024-09-23', latest: '2024-10-10' },
      { step: 'ARCHIVED', latest: null },
    ]);
  });
});

describe('who is told', () => {
  test('is whoever takes the next step', () => {
    const meeting = lianyungang();
    expect(newsOf(meeting, 'plan').notices).toMatchObject([
      { audience: 'committeeOffice', template: 'sessionTurn', params: { nextStep: 'publishNotice' } },
    ]);
    meeting.do('2024-09-02', 'publishNotice').do('2024-09-02', 'accept');
    meeting.do('2024-09-20', 'closeRecheck', { counted: { roster: 1 } });
    const report = { data: { passRate: 6_000, checked: ['openingReport', 'roster'] }, counted: { roster: 1 } };
    meeting.do('2024-10-05', 'reportOpening', report);
    expect(newsOf(meeting, 'reportOpening').notices.map(({ audience }) => audience)).toEqual(['cityTitleOffice']);
    meeting.do('2024-10-06', 'refuseOpening', { by: 'cityTitleOffice', data: { text: 't' } });
    expect(newsOf(meeting, 'refuseOpening').notices).toMatchObject([
      { audience: 'committeeOffice', template: 'sessionOpeningRefused' },
    ]);
    meeting.do('2024-10-06', 'cancel', { data: { text: 't' } });
    expect(newsOf(meeting, 'cancel')).toMatchObject({
      notices: [{ audience: 'committeeOffice' }, { audience: 'cityTitleOffice' }, { audience: 'applicant' }],
      reminders: [],
    });
  });

  test('LYG-5.2-b A-24 LYG-3.1-a: the office is reminded of the last day of the report, and of November', () => {
    const { reminders } = newsOf(lianyungang(), 'plan');
    const near = reminders.map(({ key, ahead, at, template }) => [key, ahead, dateOf(at), template]);
    expect(near).toEqual(
      expect.arrayContaining([
        ['report:2024-10-15', 5, '2024-09-25', 'sessionReportNear'],
        ['report:2024-10-15', 1, '2024-09-30', 'sessionReportNear'],
        ['held:2024-11-30', 5, '2024-11-25', 'sessionHeldNear'],
      ]),
    );
    expect(reminders.find(({ key }) => key.startsWith('report'))?.basis).toEqual(['LYG-5.2-b', 'LYG-5.2-c', 'A-24']);
  });

  test('DL-2.1.3-b: in Dalian of November alone, in Liaoning of nothing, because nothing is printed', () => {
    const keysOf = (meeting: Meeting) => newsOf(meeting, 'plan').reminders.map(({ key }) => key.split(':')[0]);
    const plan = { data: { meetingOn: '2024-10-21' } };
    expect(new Set(keysOf(new Meeting(dalian2024, 'engineering').do('2024-09-02', 'plan', plan)))).toEqual(
      new Set(['held']),
    );
    expect(keysOf(new Meeting(liaoningDiit2024, 'ln-diit-office').do('2024-09-02', 'plan', plan))).toEqual([]);
  });

  test('LYG-5.2-e: the office is reminded of the data, and the title office told when they are overdue', () => {
    const meeting = lianyungang();
    meeting.state = { ...meeting.state, status: 'CONFIRMED', announcedOn: '2024-09-20' };
    const { reminders } = newsOf(meeting, 'confirm');
    expect(reminders.at(-1)).toMatchObject({ template: 'dataOverdue', due: '2024-10-10', to: ['cityTitleOffice'] });
    expect(reminders.filter(({ template }) => template === 'dataNear').length).toBeGreaterThan(0);
  });
});

describe('the offices of a session', () => {
  test('are those of its committee; where there is one committee, the office of the programme', () => {
    expect(committeesOf(liaoningDiit2024).map(({ id }) => id)).toEqual(['ln-diit-office']);
    expect(sessionOffices(liaoningDiit2024, 'ln-diit-office')).toEqual({
      committeeOffice: 'ln-diit-office',
      committeeOrganiser: 'ln-diit-office',
    });
    expect(sessionOffices(lianyungang2024, 'row-60')).toEqual({
      committeeOffice: 'lyg-postal',
      cityTitleOffice: 'lyg-title-office',
    });
    const grant = (role: 'auditor' | 'committeeOffice' | 'cityTitleOffice', scope: string) => [{ role, scope }];
    const roles = (grants: ReturnType<typeof grant>) => sessionRolesOf(grants, lianyungang2024, 'row-60');
    expect(roles(grant('committeeOffice', 'office:lyg-postal'))).toEqual(['committeeOffice']);
    expect(roles(grant('committeeOffice', 'office:lyg-finance'))).toEqual([]);
    expect(roles(grant('cityTitleOffice', 'office:lyg-title-office'))).toEqual(['cityTitleOffice']);
    expect(roles(grant('auditor', 'programme:*'))).toEqual(['auditor']);
    expect(roles(grant('auditor', 'programme:dalian-2024'))).toEqual([]);
  });
});
