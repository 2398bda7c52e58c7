import { dateOf } from '../calendar/dates.ts';
import type { Decider } from '../entity/decider.ts';
import type { Role } from '../programme/facts.ts';
import type { Refusal } from '../refusal.ts';
import { evolve } from './evolve.ts';
import { basisOf, no, notHere } from './grounds.ts';
import { guards } from './guards/guards.ts';
import { emptySession, type SessionCommand, type SessionFact, type SessionPlan, type SessionState } from './session.ts';
import {
  hasReached,
  isEnded,
  isStepAction,
  type SessionActionName,
  sessionActions,
  statusBefore,
  stepActions,
} from './steps.ts';

/**
 * A review session (architecture.md 6). The steps of `stepActions` follow each other in the order of `sessionSteps`, without those that the programme switches off. Beside
 * them:
 *
 * | step | in | leads to |
 * | --- | --- | --- |
 * | reschedule | before the meeting | the same status; a reported opening is reported again |
 * | refuseOpening | OPENING_REPORTED | RECHECK_CLOSED |
 * | redraw | EXPERTS_DRAWN, RECUSALS_SETTLED | the status before the draw; draws are numbered |
 * | recordAttendance, openBallot | IN_SESSION | the same status |
 * | recordCount, nextRound | BALLOT_CLOSED | the same status; IN_SESSION |
 * | suspend, resume | any that has not ended; SUSPENDED | SUSPENDED; the status before |
 * | cancel | before IN_SESSION, and while suspended before it | CANCELLED; the applications wait again |
 * | void | IN_SESSION and later | VOIDED; every result is set aside |
 * | correct | IN_SESSION and later | the same status; numbered |
 */
export const sessionDecider: Decider<SessionState, SessionCommand, SessionFact> = {
  empty: emptySession,
  decide(state, command) {
    const plan = state.plan ?? command.data.plan ?? null;
    // A plan brings the rules; a step of a session that was never planned has none to be judged by.
    if (!plan) throw new Error(`session ${command.intent} has no plan`);
    const today = dateOf(Math.max(command.receivedAt, state.lastAt));
    const { name, data, context } = command;
    const refusal =
      stepRefusal(state, { name, by: command.by }, plan) ?? guards[name]?.({ state, plan, command, today }) ?? null;
    if (refusal) return refusal;
    const { timeline: _timeline, filedUntil: _filed, ...counted } = context;
    return [{ name, data: { ...data, ...counted } }];
  },
  evolve,
};

/** The steps that somebody in these roles may ask for as the session stands; what one of them still lacks is said when it is taken. */
export const openSteps = (state: SessionState, roles: readonly Role[]): readonly SessionActionName[] => {
  const { plan } = state;
  if (!plan) return [];
  return sessionActions.filter((name) => roles.some((role) => !stepRefusal(state, { name, by: { role } }, plan)));
};

/** Why a step is not there, or not this role's; null where it is. */
function stepRefusal(
  state: Pick<SessionState, 'status' | 'suspendedFrom'>,
  { name, by }: Pick<SessionCommand, 'name'> & { readonly by: { readonly role: Role } },
  plan: SessionPlan,
): Refusal | null {
  if (!rolesOf(name, plan).includes(by.role))
    return no('NOT_YOURS', '此项不由您办理。', 'This is not yours to do.', basisOf(plan));
  return isOpenIn(state, name, plan) ? null : notHere(plan);
}

/** Which roles take a step. */
export function rolesOf(name: SessionActionName, { rules }: SessionPlan): readonly Role[] {
  switch (name) {
    case 'approveOpening':
    case 'refuseOpening':
      return [rules.approves];
    case 'confirm':
      return [rules.confirms];
    case 'suspend':
    case 'resume':
    case 'void':
      return rules.supervises;
    case 'signMinutes':
      return ['expert'];
    case 'recordCount':
      return ['system'];
    default:
      return ['committeeOffice'];
  }
}

function isOpenIn(
  { status, suspendedFrom }: Pick<SessionState, 'status' | 'suspendedFrom'>,
  name: SessionActionName,
  { rules }: SessionPlan,
): boolean {
  if (isStepAction(name)) return statusBefore(rules, stepActions[name]) === status;
  const begun = hasReached(status, 'IN_SESSION');
  switch (name) {
    case 'resume':
      return status === 'SUSPENDED';
    case 'suspend':
      return status !== 'NONE' && status !== 'SUSPENDED' && !isEnded({ status });
    case 'cancel':
      return status === 'SUSPENDED'
        ? !hasReached(suspendedFrom ?? 'NONE', 'IN_SESSION')
        : hasReached(status, 'PLANNED') && !begun;
    case 'reschedule':
      return hasReached(status, 'PLANNED') && !begun;
    case 'refuseOpening':
      return status === 'OPENING_REPORTED';
    case 'redraw':
      return status === 'EXPERTS_DRAWN' || status === 'RECUSALS_SETTLED';
    case 'recordAttendance':
    case 'openBallot':
      return status === 'IN_SESSION';
    case 'recordCount':
    case 'nextRound':
      return status === 'BALLOT_CLOSED';
    case 'void':
      return begun || (status === 'SUSPENDED' && hasReached(suspendedFrom ?? 'NONE', 'IN_SESSION'));
    case 'correct':
      return begun && status !== 'ARCHIVED';
  }
}
