import { type SessionRules, type SessionStep, sessionSteps } from '../programme/stages/session.ts';

/** The steps in order, and what each step leads to. */
export const stepActions = {
  plan: 'PLANNED',
  publishNotice: 'NOTICE_PUBLISHED',
  accept: 'ACCEPTING',
  closeRecheck: 'RECHECK_CLOSED',
  reportOpening: 'OPENING_REPORTED',
  approveOpening: 'APPROVED',
  draw: 'EXPERTS_DRAWN',
  settleRecusals: 'RECUSALS_SETTLED',
  openMeeting: 'IN_SESSION',
  closeBallot: 'BALLOT_CLOSED',
  signMinutes: 'MINUTES_SIGNED',
  publishResults: 'RESULT_PUBLICITY',
  announceResults: 'RESULTS_ANNOUNCED',
  confirm: 'CONFIRMED',
  fileData: 'DATA_FILED',
  archive: 'ARCHIVED',
} as const satisfies Readonly<Record<string, SessionStep>>;
export type StepActionName = keyof typeof stepActions;

/** Steps that change something inside a status. */
const otherActions = [
  'reschedule',
  'refuseOpening',
  'redraw',
  'recordAttendance',
  'openBallot',
  'recordCount',
  'nextRound',
  'suspend',
  'resume',
  'cancel',
  'void',
  'correct',
] as const;
export type SessionActionName = StepActionName | (typeof otherActions)[number];
/** Every step, those of the order first. */
export const sessionActions: readonly SessionActionName[] = [
  ...(Object.keys(stepActions) as StepActionName[]),
  ...otherActions,
];
export type SessionStatus = 'NONE' | SessionStep | 'SUSPENDED' | 'CANCELLED' | 'VOIDED';

export const isStepAction = (name: SessionActionName): name is StepActionName => name in stepActions;

/** The steps that the sessions of a programme have, in order. */
export const stepsOf = ({ off }: Pick<SessionRules, 'off'>): readonly SessionStep[] =>
  sessionSteps.filter((step) => !off.includes(step));

/** The status from which a step is taken: the one before it among those that the programme has; null where it has no such step. */
export function statusBefore(rules: Pick<SessionRules, 'off'>, step: SessionStep): SessionStatus | null {
  const steps = stepsOf(rules);
  const place = steps.indexOf(step);
  if (place < 0) return null;
  return steps[place - 1] ?? 'NONE';
}

/** Whether a session that stands so has come to a step, or past it. A suspended session stands where it was suspended. */
export function hasReached(status: SessionStatus, step: SessionStep): boolean {
  const steps: readonly SessionStatus[] = sessionSteps;
  const place = steps.indexOf(status);
  return place >= 0 && place >= steps.indexOf(step);
}

/** Whether applications can be put on the roster: from the notice until the re-check is closed. */
export const takesApplications = (status: SessionStatus): boolean =>
  hasReached(status, 'NOTICE_PUBLISHED') && !hasReached(status, 'RECHECK_CLOSED');

const ended: readonly SessionStatus[] = ['ARCHIVED', 'CANCELLED', 'VOIDED'];

/** Whether nothing is left to be done. */
export const isEnded = ({ status }: { readonly status: SessionStatus }): boolean => ended.includes(status);
