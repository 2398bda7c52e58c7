import { sessionSteps } from '../../programme/stages/session.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { text } from '../../text.ts';
import { no, notHere } from '../grounds.ts';
import type { SessionPlan, SessionState } from '../session.ts';
import { hasReached, type SessionStatus } from '../steps.ts';

type Standing = Pick<SessionState, 'status' | 'ballot'>;

/** Why nobody can vote now; null while the box is open. After it is closed nothing is cast, changed or made up for, by nobody's proxy (Order 40, article 20). */
export function castingRefusal({ status, ballot }: Standing, plan: SessionPlan): Refusal | null {
  const { majority } = plan.rules;
  if (status === 'IN_SESSION')
    return ballot?.open ? null : no('NOT_OPENED', '投票尚未开始。', 'The ballot is not open yet.', majority);
  if (!hasReached(status, 'BALLOT_CLOSED')) return notHere(plan);
  return no(
    'BALLOT_CLOSED',
    '投票已结束，不得补投、改投，也不得委托他人投票。',
    'The ballot is closed: no vote can be cast, changed or given by proxy any more.',
    majority,
  );
}

/** Statuses in which a custodian registers a key, as long as no box is open. */
export const keysRegisteredIn: readonly SessionStatus[] = sessionSteps.filter(
  (step) => !hasReached(step, 'BALLOT_CLOSED'),
);

/** Why a custodian cannot register a key now; null where they can. The keys of a box stay what they were when it opened. */
export function registeringRefusal({ status, ballot }: Standing, plan: SessionPlan): Refusal | null {
  if (ballot?.open)
    return no(
      'BALLOT_OPEN',
      '投票已开始，不能再更换保管人的公钥。',
      'The ballot is open; the keys of its custodians no longer change.',
      plan.rules.majority,
    );
  return keysRegisteredIn.includes(status) ? null : notHere(plan);
}

/** Why the votes cannot be opened now; null between closing and count. */
export function openingRefusal({ status, ballot }: Standing, plan: SessionPlan): Refusal | null {
  if (ballot?.open) return no('BALLOT_OPEN', '投票尚未结束。', 'The ballot is still open.', plan.rules.majority);
  return status === 'BALLOT_CLOSED' ? null : notHere(plan);
}

/** The private key is not the one to the registered public key. */
export const otherKey = (): Refusal =>
  refuse('INVALID_DATA', text('私钥与登记的公钥不符。', 'The private key is not that of the registered public key.'));

/** The other custodian has not released their key. */
export const notReleased = (plan: SessionPlan): Refusal =>
  no(
    'KEYS_MISSING',
    '另一名保管人尚未交出私钥。',
    'The other custodian has not released their key yet.',
    plan.rules.majority,
  );

/** The other custodian must be somebody else with a key of their own, and no expert of this session. */
export const otherCustodian = (plan: SessionPlan): Refusal =>
  no(
    'SAME_REVIEWER',
    '两名保管人须为不同的人，各持不同的密钥，且不得为本次会议的专家。',
    'The two custodians are different people with different keys, and neither is an expert of this session.',
    plan.rules.majority,
  );
