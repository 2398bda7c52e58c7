import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { sessionSteps } from '../../../domain/programme/stages/session.ts';
import type { Counted, SessionData } from '../../../domain/session/session.ts';
import { statusBefore, stepActions, stepsOf } from '../../../domain/session/steps.ts';
import { experts, Meeting, readyForBallot, untilOpen } from './meeting.ts';

const hash = 'b'.repeat(64);
const reason = 'text-1';
const count = { reviewed: 300, passed: 171, hash };
const chair = {
  by: 'expert' as const,
  person: 'person-of-expert-1',
  data: { minutes: hash },
  counted: { presides: true },
};
const liaoning = () => new Meeting(liaoningDiit2024, 'ln-committee');
/** A committee of the plan whose meetings are printed for September and October. */
const lianyungang = () => new Meeting(lianyungang2024, 'row-41');

describe('the steps of a session', () => {
  test('follow each other in one order, without those that a programme switches off', () => {
    expect(stepsOf(lianyungang2024.session ?? { off: [] })).toEqual(sessionSteps);
    for (const programme of [dalian2024, liaoningDiit2024]) {
      const steps = stepsOf(programme.session ?? { off: [] });
      expect(steps).not.toContain('OPENING_REPORTED');
      expect(steps).not.toContain('DATA_FILED');
      expect(statusBefore({ off: programme.session?.off ?? [] }, 'EXPERTS_DRAWN')).toBe('RECHECK_CLOSED');
    }
    expect(Object.values(stepActions)).toEqual(sessionSteps);
  });

  test('lead from the plan to the archive', () => {
    const meeting = untilOpen(liaoning(), '2024-10-21', '2024-10-01')
      .do('2024-10-21', 'openBallot', { counted: readyForBallot })
      .do('2024-10-21', 'closeBallot')
      .do('2024-10-21', 'recordCount', { by: 'system', counted: { count } })
      .do('2024-10-21', 'signMinutes', chair)
      .do('2024-10-22', 'publishResults', { counted: { undelivered: 0 } })
      .do('2024-10-30', 'announceResults', { counted: { openPublicities: 0 } })
      .do('2024-10-31', 'confirm', { by: 'committeeOrganiser' })
      .do('2024-11-01', 'archive');
    expect(meeting.state).toMatchObject({
      status: 'ARCHIVED',
      announcedOn: '2024-10-30',
      count,
      minutes: { hash, on: '2024-10-21' },
    });
  });

  test('are refused out of their order, and to other roles', () => {
    const meeting = liaoning().do('2024-10-01', 'plan', { data: { meetingOn: '2024-10-21' } });
    for (const name of ['accept', 'draw', 'openMeeting', 'closeBallot', 'archive', 'resume', 'void', 'redraw'] as const)
      expect(['ACTION_NOT_HERE', 'NOT_YOURS']).toContain(
        meeting.refused('2024-10-02', name, { data: { text: reason } }).code,
      );
    expect(meeting.refused('2024-10-02', 'publishNotice', { by: 'unitHr' }).code).toBe('NOT_YOURS');
    expect(meeting.refused('2024-10-02', 'reportOpening').code).toBe('ACTION_NOT_HERE');
  });
});

describe('the opening', () => {
  const planned = () =>
    lianyungang()
      .do('2024-09-02', 'plan', { data: { meetingOn: '2024-10-15' } })
      .do('2024-09-02', 'publishNotice')
      .do('2024-09-02', 'accept')
      .do('2024-09-20', 'closeRecheck', { counted: { roster: 40 } });
  const report = { data: { passRate: 6_000, checked: ['openingReport', 'roster'] }, counted: { roster: 40 } };

  test('LYG-5.2-b: is reported ten calendar days before the meeting, a day late is too late (A-24)', () => {
    expect(planned().do('2024-10-05', 'reportOpening', report).state.status).toBe('OPENING_REPORTED');
    expect(planned().refused('2024-10-06', 'reportOpening', report)).toMatchObject({
      code: 'NOT_OPENED',
      clauses: ['LYG-5.2-b', 'LYG-5.2-c'],
      readings: ['A-24'],
      details: { earliest: '2024-10-16' },
    });
  });

  test('LYG-5.2-b: names the rate, the report and the roster (A-36)', () => {
    expect(
      planned().refused('2024-10-05', 'reportOpening', { ...report, data: { checked: report.data.checked } }),
    ).toMatchObject({
      code: 'INVALID_DATA',
      readings: ['A-36'],
    });
    expect(planned().refused('2024-10-05', 'reportOpening', { ...report, data: { passRate: 6_000 } }).code).toBe(
      'CHECK_MISSING',
    );
    expect(planned().refused('2024-10-05', 'reportOpening', { ...report, counted: { roster: 0 } }).code).toBe(
      'NO_RESULTS',
    );
  });

  test('LYG-5.2-c: nothing begins without consent, and a refused report is made again', () => {
    const reported = planned().do('2024-10-05', 'reportOpening', report);
    expect(reported.refused('2024-10-05', 'draw').code).toBe('ACTION_NOT_HERE');
    expect(reported.refused('2024-10-05', 'approveOpening').code).toBe('NOT_YOURS');
    reported.do('2024-10-05', 'refuseOpening', { by: 'cityTitleOffice', data: { text: reason } });
    expect(reported.state).toMatchObject({ status: 'RECHECK_CLOSED', reportedOn: null });
    expect(
      reported.do('2024-10-05', 'reportOpening', report).do('2024-10-07', 'approveOpening', { by: 'cityTitleOffice' })
        .state.status,
    ).toBe('APPROVED');
  });

  test('is reported anew for another day', () => {
    const approved = planned()
      .do('2024-10-05', 'reportOpening', report)
      .do('2024-10-07', 'approveOpening', { by: 'cityTitleOffice' });
    expect(approved.refused('2024-10-08', 'reschedule', { data: { meetingOn: '2024-10-20' } }).code).toBe(
      'REASON_MISSING',
    );
    approved.do('2024-10-08', 'reschedule', { data: { meetingOn: '2024-10-20', text: reason } });
    expect(approved.state).toMatchObject({ status: 'RECHECK_CLOSED', meetingOn: '2024-10-20', approvedOn: null });
  });

  test('LYG-3.1-a, LYG-3.1-b: the meeting is over by November, later only with a reason, never in another year', () => {
    const on = (meetingOn: string, text?: string) => ({ data: { meetingOn, ...(text ? { text } : {}) } });
    expect(lianyungang().refused('2024-09-02', 'plan', on('2024-12-02'))).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-3.1-a'],
    });
    expect(lianyungang().do('2024-09-02', 'plan', on('2024-12-02', reason)).state.status).toBe('PLANNED');
    expect(lianyungang().refused('2024-09-02', 'plan', on('2025-01-06', reason))).toMatchObject({
      code: 'WINDOW_CLOSED',
      clauses: ['LYG-3.1-b'],
    });
  });

  test('DL-2.1.3-b: Dalian meets by the end of November', () => {
    const dalian = () => new Meeting(dalian2024, 'dl-committee');
    expect(dalian().do('2024-10-01', 'plan', { data: { meetingOn: '2024-11-29' } }).state.status).toBe('PLANNED');
    expect(dalian().refused('2024-10-01', 'plan', { data: { meetingOn: '2024-12-01' } }).clauses).toContain(
      'DL-2.1.3-b',
    );
  });

  test('a committee whose filing ends before the meeting may not meet', () => {
    const meeting = new Meeting(liaoningDiit2024, 'ln-committee', '2024-10-20');
    expect(meeting.refused('2024-10-01', 'plan', { data: { meetingOn: '2024-10-21' } })).toMatchObject({
      code: 'COMMITTEE_EXPIRED',
      details: { national: expect.stringContaining('第40号') },
    });
    expect(meeting.do('2024-10-01', 'plan', { data: { meetingOn: '2024-10-20' } }).state.status).toBe('PLANNED');
  });
});

describe('the experts', () => {
  const recheck = () =>
    liaoning()
      .do('2024-10-01', 'plan', { data: { meetingOn: '2024-10-21' } })
      .do('2024-10-01', 'publishNotice')
      .do('2024-10-01', 'accept')
      .do('2024-10-01', 'closeRecheck', { counted: { roster: 3 } });
  const draw = { n: 1, members: 17, alternates: 34, proof: hash };

  test('are drawn with a proof, in an odd number', () => {
    expect(recheck().refused('2024-10-02', 'draw', { counted: { draw: { ...draw, proof: null } } }).code).toBe(
      'DRAW_NOT_REVEALED',
    );
    expect(recheck().refused('2024-10-02', 'draw', { counted: { draw: { ...draw, members: 16 } } })).toMatchObject({
      details: { members: 16 },
    });
  });

  test('say whether they must withdraw before the meeting', () => {
    const drawn = recheck().do('2024-10-02', 'draw', { counted: { draw } });
    expect(drawn.refused('2024-10-03', 'settleRecusals', { counted: { undeclared: 2 } })).toMatchObject({
      code: 'RECUSALS_OPEN',
      details: { undeclared: 2 },
    });
    expect(drawn.do('2024-10-03', 'settleRecusals', { counted: { undeclared: 0, members: 17 } }).state.members).toBe(
      17,
    );
  });

  test('are drawn again with a reason, and draws are numbered', () => {
    const drawn = recheck().do('2024-10-02', 'draw', { counted: { draw } });
    expect(drawn.refused('2024-10-03', 'redraw').code).toBe('REASON_MISSING');
    drawn.do('2024-10-03', 'redraw', { data: { text: reason } });
    expect(drawn.state).toMatchObject({ status: 'RECHECK_CLOSED', draw: null });
    expect(drawn.do('2024-10-04', 'draw', { counted: { draw: { ...draw, n: 2 } } }).state.draw?.n).toBe(2);
  });
});

describe('the meeting', () => {
  test('A-37: begins with two thirds of its members, on its day, under a chair', () => {
    const settled = liaoning()
      .do('2024-10-01', 'plan', { data: { meetingOn: '2024-10-21' } })
      .do('2024-10-01', 'publishNotice')
      .do('2024-10-01', 'accept')
      .do('2024-10-01', 'closeRecheck', { counted: { roster: 3 } })
      .do('2024-10-02', 'draw', { counted: { draw: { n: 1, members: 17, alternates: 34, proof: hash } } })
      .do('2024-10-03', 'settleRecusals', { counted: { undeclared: 0, members: 17 } });
    const open = (present: number, presides = true) => ({
      data: { present: experts(present), chair: 'expert-1' },
      counted: { roster: 3, members: 17, presides, strangers: 0 },
    });
    expect(settled.refused('2024-10-20', 'openMeeting', open(17))).toMatchObject({
      code: 'NOT_OPENED',
      details: { meetingOn: '2024-10-21' },
    });
    expect(settled.refused('2024-10-21', 'openMeeting', open(11))).toMatchObject({
      code: 'NO_QUORUM',
      readings: ['A-37'],
      details: { present: 11, members: 17, least: 12 },
    });
    expect(settled.refused('2024-10-21', 'openMeeting', open(12, false)).code).toBe('INVALID_DATA');
    expect(settled.do('2024-10-21', 'openMeeting', open(12)).state).toMatchObject({
      status: 'IN_SESSION',
      present: 12,
      chair: 'expert-1',
    });
  });

  test('opens its ballot with two keys, every sheet and every opinion; attendance then stands', () => {
    const open = untilOpen(liaoning(), '2024-10-21', '2024-10-01');
    const ballot = (changed: object) => ({ counted: { ...readyForBallot, ...changed } });
    expect(open.refused('2024-10-21', 'openBallot', ballot({ custodians: 1 })).code).toBe('KEYS_MISSING');
    expect(open.refused('2024-10-21', 'openBallot', ballot({ missing: { sheets: 1, opinions: 0 } })).details).toEqual({
      sheets: 1,
      opinions: 0,
      national: expect.any(String),
    });
    expect(open.refused('2024-10-21', 'openBallot', ballot({ ready: 0 })).code).toBe('NO_QUORUM');
    open.do('2024-10-21', 'openBallot', ballot({ ready: 299, waiting: 1 }));
    expect(open.state.ballot).toEqual({ round: 1, open: true, ready: 299, waiting: 1 });
    expect(
      open.refused('2024-10-21', 'recordAttendance', { data: { present: experts(16), chair: 'expert-1' } }).code,
    ).toBe('BALLOT_OPEN');
    expect(open.refused('2024-10-21', 'openBallot', ballot({})).code).toBe('ACTION_NOT_HERE');
  });

  test('closes its ballot once, is counted once, and who presided signs', () => {
    const voted = untilOpen(liaoning(), '2024-10-21', '2024-10-01').do('2024-10-21', 'openBallot', {
      counted: readyForBallot,
    });
    expect(voted.refused('2024-10-21', 'signMinutes', chair).code).toBe('ACTION_NOT_HERE');
    voted.do('2024-10-21', 'closeBallot');
    expect(voted.refused('2024-10-21', 'closeBallot').code).toBe('ACTION_NOT_HERE');
    expect(voted.refused('2024-10-21', 'signMinutes', chair).code).toBe('NO_RESULTS');
    expect(voted.refused('2024-10-21', 'recordCount', { counted: { count } }).code).toBe('NOT_YOURS');
    voted.do('2024-10-21', 'recordCount', { by: 'system', counted: { count } });
    expect(voted.refused('2024-10-21', 'recordCount', { by: 'system', counted: { count } }).code).toBe(
      'ACTION_NOT_HERE',
    );
    expect(voted.refused('2024-10-21', 'nextRound').code).toBe('ACTION_NOT_HERE');
    expect(voted.refused('2024-10-21', 'signMinutes', { ...chair, counted: { presides: false } }).code).toBe(
      'NOT_YOURS',
    );
  });
});

describe('exceptional steps', () => {
  test('cancel only before the meeting, void only after it began, both with a reason', () => {
    const planned = liaoning().do('2024-10-01', 'plan', { data: { meetingOn: '2024-10-21' } });
    expect(planned.refused('2024-10-02', 'cancel').code).toBe('REASON_MISSING');
    expect(planned.refused('2024-10-02', 'void', { by: 'committeeOrganiser', data: { text: reason } }).code).toBe(
      'ACTION_NOT_HERE',
    );
    expect(planned.do('2024-10-02', 'cancel', { data: { text: reason } }).state.status).toBe('CANCELLED');
    const open = untilOpen(liaoning(), '2024-10-21', '2024-10-01');
    expect(open.refused('2024-10-21', 'cancel', { data: { text: reason } }).code).toBe('ACTION_NOT_HERE');
    expect(open.do('2024-10-21', 'void', { by: 'committeeOrganiser', data: { text: reason } }).state.status).toBe(
      'VOIDED',
    );
    expect(open.refused('2024-10-22', 'archive').code).toBe('ACTION_NOT_HERE');
  });

  test('LYG-5.3-b: a suspended session goes on where it stood', () => {
    const open = untilOpen(liaoning(), '2024-10-21', '2024-10-01');
    open.do('2024-10-21', 'suspend', { by: 'committeeOrganiser', data: { text: reason } });
    expect(open.refused('2024-10-21', 'openBallot', { counted: readyForBallot }).code).toBe('ACTION_NOT_HERE');
    expect(open.do('2024-10-22', 'resume', { by: 'committeeOrganiser' }).state).toMatchObject({
      status: 'IN_SESSION',
      suspendedFrom: null,
    });
  });

  test('a correction is made by somebody else, with a reason, and is numbered', () => {
    const open = untilOpen(liaoning(), '2024-10-21', '2024-10-01');
    const sheet = { application: 'LN24-1', expert: 'expert-1', kind: 'quantified' as const, points: 8000 };
    const correct = (counted: Counted, data: SessionData = { sheet }) => ({
      data: { what: 'score' as const, text: reason, ...data },
      counted,
      person: 'office-2',
    });
    const by = { enteredBy: 'office-1' };
    expect(open.refused('2024-10-21', 'correct', correct({ enteredBy: 'office-2' })).code).toBe('NOT_YOURS');
    expect(open.refused('2024-10-21', 'correct', correct({ enteredBy: null })).code).toBe('INVALID_DATA');
    for (const data of [
      {},
      { sheet: { ...sheet, points: 10_001 } },
      { what: 'attendance' },
      { what: 'meetingOn' },
    ] as SessionData[])
      expect(open.refused('2024-10-21', 'correct', correct(by, data)).code).toBe('INVALID_DATA');
    const strangers = correct({ ...by, strangers: 1 }, { what: 'attendance', present: experts(12) });
    expect(open.refused('2024-10-21', 'correct', strangers).code).toBe('INVALID_DATA');
    open.do('2024-10-21', 'correct', correct(by));
    expect(open.state.corrections).toEqual([{ n: 1, what: 'score', on: '2024-10-21', afterMinutes: false }]);
  });
});
