import type { DeadlineDef, EarlyWarning, ReminderRule } from '../../../../domain/programme/stages/deadlines.ts';

/** Reminders of a window: the guide prints no warnings, so those who must act are reminded five working days and one working day before it closes. */
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
 * The day by which the unit hands over to the authority (DL-2.1.2-a, A-07). If the authority has already failed the application, it is the end of the
 * correction, and a failure after it is final (DL-2.2.3-c, A-04).
 */
export const handOverClose: DeadlineDef = {
  key: 'handOverClose',
  rule: { kind: 'windowClose', window: 'preliminary' },
  lapse: [{ when: { deficienciesOpenOf: 'PRELIMINARY_REVIEW' }, outcome: 'PRELIM_REJECTED' }, { outcome: 'NOT_FILED' }],
  reminders: remind(['applicant', 'unitHr'], ['DL-2.1.2-a']),
  clauses: ['DL-2.1.2-a'],
  readings: ['A-04', 'A-07'],
};

/** The correction ends with the same window in every case. */
export const correctionClose: DeadlineDef = {
  key: 'correctionClose',
  rule: { kind: 'windowClose', window: 'preliminary' },
  lapse: [{ outcome: 'PRELIM_REJECTED' }],
  reminders: remind(['applicant', 'unitHr'], ['DL-2.2.3-c']),
  clauses: ['DL-2.1.2-a', 'DL-2.2.3-c'],
  readings: ['A-04', 'A-47'],
};

/** The last day on which committee organisers receive; the authority is responsible for what it has not forwarded by then (DL-2.1.3-a, A-08). */
export const forwardingClose: DeadlineDef = {
  key: 'forwardingClose',
  when: { destinations: ['here'] },
  rule: { kind: 'windowClose', window: 'forwarding' },
  lapse: [{ outcome: 'NOT_FORWARDED' }],
  reminders: remind(['preliminaryAuthority'], ['DL-2.1.3-a']),
  clauses: ['DL-2.1.3-a'],
  readings: ['A-08'],
};

/** The last day of the annual meeting; an application it has not decided ends, unless the organiser accepts it late (DL-2.1.3-b, A-48). */
export const sessionClose: DeadlineDef = {
  key: 'session',
  rule: { kind: 'windowClose', window: 'session' },
  lapse: [{ outcome: 'NOT_REVIEWED' }],
  reminders: [{ workingDaysBefore: [10, 5, 1], to: ['committeeOffice'], clauses: ['DL-2.1.3-b'], readings: ['A-48'] }],
  clauses: ['DL-2.1.3-b'],
  readings: ['A-48'],
};

/** The re-review has no last day of its own; its organiser receives an early warning in time for the meeting. */
export const beforeSession: EarlyWarning = {
  key: 'session',
  rule: { kind: 'windowClose', window: 'session' },
  reminders: [
    { workingDaysBefore: [20, 10, 5, 1], to: ['committeeOrganiser'], clauses: ['DL-2.1.3-b'], readings: ['A-48'] },
  ],
};
