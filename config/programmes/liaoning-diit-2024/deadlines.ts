import type { DeadlineDef } from '../../../domain/stage.ts';

/** The end of the online window, which ends every road that has not passed the online review (LN-4.3-c, LN-4.3-e). */
export const windowClose = (lapse: DeadlineDef['lapse']): DeadlineDef => ({
  key: 'windowClose',
  rule: { kind: 'windowClose', window: 'onlineFiling' },
  lapse,
  clauses: ['LN-4.3-c', 'LN-4.3-e'],
});

/** Upload and approval both within 5 working days after the window has closed (LN-4.3-d, A-12). */
export const stampedPage: DeadlineDef = {
  key: 'stampedPage',
  rule: { kind: 'workingDaysAfterWindow', window: 'onlineFiling', days: 5 },
  lapse: [{ outcome: 'NOT_ACCEPTED' }],
  clauses: ['LN-4.3-d', 'LN-4.3-f'],
  readings: ['A-12'],
};
