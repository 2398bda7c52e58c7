import type { SessionRow } from '../../../db/sessions/sessions.ts';
import type { SessionPlan } from '../../../domain/session/session.ts';

/** The rules by which a session is decided; every session has them from its first step. */
export function planOfSession({ no, state: { plan } }: SessionRow): SessionPlan {
  if (!plan) throw new Error(`${no} has no plan`);
  return plan;
}
