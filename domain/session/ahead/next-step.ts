import type { Role } from '../../programme/facts.ts';
import { rolesOf } from '../decide.ts';
import type { SessionState } from '../session.ts';
import { isEnded, type SessionActionName, type StepActionName, statusBefore, stepActions } from '../steps.ts';

/** The step that comes next in the order, and the roles that take it. */
export type NextStep = { readonly name: SessionActionName; readonly roles: readonly Role[] };

/** What comes next; null before the plan and after the end. While the ballot is not open, opening it comes before closing it, and counting before signing. */
export function nextStepOf(state: SessionState): NextStep | null {
  const name = nextName(state);
  return name && state.plan ? { name, roles: rolesOf(name, state.plan) } : null;
}

function nextName(state: SessionState): SessionActionName | null {
  const { plan, status, ballot, count } = state;
  if (!plan || isEnded(state)) return null;
  if (status === 'SUSPENDED') return 'resume';
  if (status === 'IN_SESSION' && !ballot?.open) return 'openBallot';
  if (status === 'BALLOT_CLOSED' && count === null) return 'recordCount';
  const names = Object.keys(stepActions) as StepActionName[];
  return names.find((each) => statusBefore(plan.rules, stepActions[each]) === status) ?? null;
}
