import type { DeadlineDef, EarlyWarning, ReminderRule } from '../../../../domain/programme/deadlines.ts';

/** The guide prints windows and no warnings: whoever must act before one closes is reminded a week and a day ahead. */
const remind = (to: ReminderRule['to'], clauses: readonly string[]): readonly ReminderRule[] => [
  { workingDaysBefore: [5, 1], to, clauses },
];

/** Filing online ends with its printed window (DL-2.1.1-a). */
export const filingClose: DeadlineDef = {
  key: 'filingClose',
  rule: { kind: 'windowClose', window: 'onlineFiling' },
  lapse: [{ outcome: 'NOT_FILED' }],
  reminders: remind(['applicant'], ['DL-2.1.1-a']),
  clauses: ['DL-2.1.1-a'],
};

/**
 * The day by which the unit hands over to the authority (DL-2.1.2-a, A-07). For what the authority has already failed it is the end of the
 * correction, and a failure after it is final at once (DL-2.2.3-c, A-04).
 */
export const handOverClose: DeadlineDef = {
  key: 'handOverClose',
  rule: { kind: 'windowClose', window: 'preliminary' },
  lapse: [{ when: { deficienciesOpenOf: 'PRELIMINARY_REVIEW' }, outcome: 'PRELIM_REJECTED' }, { outcome: 'NOT_FILED' }],
  reminders: remind(['applicant', 'unitHr'], ['DL-2.1.2-a']),
  clauses: ['DL-2.1.2-a'],
  readings: ['A-04', 'A-07'],
};

/** The correction ends with the same window, whatever happened before. */
export const correctionClose: DeadlineDef = {
  key: 'correctionClose',
  rule: { kind: 'windowClose', window: 'preliminary' },
  lapse: [{ outcome: 'PRELIM_REJECTED' }],
  reminders: remind(['applicant', 'unitHr'], ['DL-2.2.3-c']),
  clauses: ['DL-2.1.2-a', 'DL-2.2.3-c'],
  readings: ['A-04', 'A-47'],
};

/** The committee organisers receive until here; what an authority has not forwarded by then it has to answer for (DL-2.1.3-a, A-08). */
export const forwardingClose: DeadlineDef = {
  key: 'forwardingClose',
  when: { destinations: ['here'] },
  rule: { kind: 'windowClose', window: 'forwarding' },
  lapse: [{ outcome: 'NOT_FORWARDED' }],
  reminders: remind(['preliminaryAuthority'], ['DL-2.1.3-a']),
  clauses: ['DL-2.1.3-a'],
  readings: ['A-08'],
};

/** The annual meeting is held by here; what it has not decided ends, unless the organiser takes it late (DL-2.1.3-b, A-48). */
export const sessionClose: DeadlineDef = {
  key: 'session',
  rule: { kind: 'windowClose', window: 'session' },
  lapse: [{ outcome: 'NOT_REVIEWED' }],
  reminders: [{ workingDaysBefore: [10, 5, 1], to: ['committeeOffice'], clauses: ['DL-2.1.3-b'], readings: ['A-48'] }],
  clauses: ['DL-2.1.3-b'],
  readings: ['A-48'],
};

/** The re-review has no last day of its own; towards that of the meetings its organiser is alarmed, early enough for a meeting. */
export const beforeSession: EarlyWarning = {
  key: 'session',
  rule: { kind: 'windowClose', window: 'session' },
  reminders: [
    { workingDaysBefore: [20, 10, 5, 1], to: ['committeeOrganiser'], clauses: ['DL-2.1.3-b'], readings: ['A-48'] },
  ],
};
