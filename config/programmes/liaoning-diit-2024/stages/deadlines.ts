import type { DeadlineDef } from '../../../../domain/programme/stages/deadlines.ts';

/** The end of the online window, which ends every application that has not passed the online review (LN-4.3-c, LN-4.3-e). */
export const windowClose = (lapse: DeadlineDef['lapse']): DeadlineDef => ({
  key: 'windowClose',
  rule: { kind: 'windowClose', window: 'onlineFiling' },
  lapse,
  // 预留好充足时间: five working days before, an application that is returned can still be corrected; on the last day hardly.
  reminders: [{ workingDaysBefore: [5, 2], to: ['applicant'], clauses: ['LN-4.3-c'] }],
  clauses: ['LN-4.3-c', 'LN-4.3-e'],
});

/** Upload and approval both within 5 working days after the window has closed (LN-4.3-d, A-12). */
export const stampedPage: DeadlineDef = {
  key: 'stampedPage',
  rule: { kind: 'workingDaysAfterWindow', window: 'onlineFiling', days: 5 },
  lapse: [{ outcome: 'NOT_ACCEPTED' }],
  reminders: [
    { workingDaysBefore: [2, 1], to: ['committeeOffice'], anyDesk: true, clauses: ['LN-4.3-d'], readings: ['A-12'] },
  ],
  clauses: ['LN-4.3-d', 'LN-4.3-f'],
  readings: ['A-12'],
};

/** The paper dossier within 5 working days after the stamped page was approved (LN-5.7-a, A-15). */
export const paper: DeadlineDef = {
  key: 'paper',
  rule: { kind: 'workingDaysAfterEntry', days: 5 },
  lapse: [{ outcome: 'PAPER_OVERDUE' }],
  reminders: [{ workingDaysBefore: [2, 1], to: ['unitHr', 'applicant'], clauses: ['LN-5.7-a'], readings: ['A-15'] }],
  clauses: ['LN-5.7-a'],
  readings: ['A-15'],
};
