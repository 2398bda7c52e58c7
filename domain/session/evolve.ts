import { dateOf, type IsoDate } from '../calendar/dates.ts';
import type { Correction, SessionEvent, SessionPlan, SessionState } from './session.ts';
import { hasReached, isStepAction, statusBefore, stepActions } from './steps.ts';

/** The session after an event; the only function that changes one. */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
  const { name, data, at } = event;
  const today = dateOf(at);
  const moved = isStepAction(name) ? { ...state, status: stepActions[name] } : state;
  switch (name) {
    case 'plan':
      return { ...moved, plan: data.plan ?? null, ...meetingOf(data) };
    case 'reschedule':
      return { ...reportedAnew(state), ...meetingOf(data) };
    case 'closeRecheck':
      return { ...moved, roster: data.roster ?? null };
    case 'reportOpening':
      return { ...moved, reportedOn: today, passRate: data.passRate ?? null, roster: data.roster ?? state.roster };
    case 'approveOpening':
      return { ...moved, approvedOn: today };
    case 'refuseOpening':
      return { ...state, status: 'RECHECK_CLOSED', reportedOn: null };
    case 'draw':
      return { ...moved, draw: data.draw ?? null };
    case 'redraw':
      return { ...state, status: before(state, 'EXPERTS_DRAWN'), draw: null, members: null };
    case 'settleRecusals':
      return { ...moved, members: data.members ?? null };
    case 'openMeeting':
      return {
        ...moved,
        members: data.members ?? state.members,
        present: countOf(data.present),
        chair: data.chair ?? state.chair,
        roster: data.roster ?? state.roster,
      };
    case 'recordAttendance':
      return {
        ...state,
        members: data.members ?? state.members,
        present: countOf(data.present),
        chair: data.chair ?? state.chair,
      };
    case 'openBallot':
      return {
        ...state,
        ballot: { round: state.ballot?.round ?? 1, open: true, ready: data.ready ?? 0, waiting: data.waiting ?? 0 },
      };
    case 'closeBallot':
      return { ...moved, ballot: state.ballot && { ...state.ballot, open: false } };
    case 'recordCount':
      return { ...state, count: data.count ?? null };
    case 'nextRound':
      return {
        ...state,
        status: 'IN_SESSION',
        count: null,
        ballot: state.ballot && { ...state.ballot, round: state.ballot.round + 1 },
      };
    case 'signMinutes':
      return { ...moved, minutes: { hash: data.minutes ?? '', on: today } };
    case 'announceResults':
      return { ...moved, announcedOn: today };
    case 'fileData':
      return { ...moved, filedOn: today };
    case 'suspend':
      return { ...state, status: 'SUSPENDED', suspendedFrom: state.status };
    case 'resume':
      return { ...state, status: state.suspendedFrom ?? state.status, suspendedFrom: null };
    case 'cancel':
      return { ...state, status: 'CANCELLED', suspendedFrom: null };
    case 'void':
      return { ...state, status: 'VOIDED', suspendedFrom: null };
    case 'correct':
      return { ...state, ...correctedBy(state, data, today) };
    default:
      return moved;
  }
}

const countOf = (ids: readonly string[] = []): number => new Set(ids).size;

const meetingOf = ({ meetingOn, lastDay }: SessionEvent['data']) => ({
  meetingOn: meetingOn ?? null,
  lastDay: lastDay ?? meetingOn ?? null,
});

/** Another day needs another report: ten days count anew. */
function reportedAnew(state: SessionState): SessionState {
  if (state.reportedOn === null) return state;
  return {
    ...state,
    status: before(state, 'OPENING_REPORTED'),
    reportedOn: null,
    approvedOn: null,
    draw: null,
    members: null,
  };
}

const rulesOf = ({ plan }: SessionState): SessionPlan['rules'] => {
  if (!plan) throw new Error('a session without its plan');
  return plan.rules;
};
const before = (state: SessionState, step: 'OPENING_REPORTED' | 'EXPERTS_DRAWN') =>
  statusBefore(rulesOf(state), step) ?? state.status;

function correctedBy(
  state: SessionState,
  { what, meetingOn, present }: SessionEvent['data'],
  on: IsoDate,
): Partial<SessionState> {
  if (!what) return {};
  const { corrections } = state;
  const correction: Correction = {
    n: corrections.length + 1,
    what,
    on,
    afterMinutes: hasReached(state.status, 'MINUTES_SIGNED'),
  };
  return {
    corrections: [...corrections, correction],
    ...(what === 'meetingOn' && meetingOn ? { meetingOn, lastDay: meetingOn } : {}),
    ...(what === 'attendance' && present ? { present: countOf(present) } : {}),
  };
}
