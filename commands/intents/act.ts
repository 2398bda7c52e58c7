import { isGrpcServiceError } from '@temporalio/client';
import { isUnavailable } from '../../db/connection.ts';
import type { Claim, NewEntity, Pending } from '../../db/intent.ts';
import { nextIntent } from '../../db/intents/queue.ts';
import { outcomeOf } from '../../db/intents/receipts.ts';
import { type KeptWithIntent, type NewIntent, recordIntent } from '../../db/intents/recording.ts';
import { planRef, rememberPlan } from '../../db/programmes/plans.ts';
import type { Actor } from '../../domain/case/actor.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import { type CommandDeps, crashPoint } from '../deps.ts';
import { answerTimeoutMs, interactiveLeaseMs } from '../limits.ts';
import { argumentText } from './command-of.ts';
import { processIntent } from './finish.ts';
import { NotAnswered } from './not-answered.ts';
import type { Finished } from './write-outcome.ts';

/** An action after its preparation (`commands/preparing/`), ready to be recorded. */
export type ActRequest = {
  readonly no: string;
  readonly action: string;
  readonly by: Actor;
  readonly data: object;
  /** Free text, already sealed (hex) and hashed; it goes into its own row and nowhere else. */
  readonly text?: { readonly id: string; readonly body: string; readonly hash: string };
  /** Hash of (subject, method, path, Idempotency-Key), and fingerprint of the payload. */
  readonly keyHash?: string;
  readonly fingerprint?: string;
  readonly expectedSeq?: number;
  /** The compiled programme, with a first submission. */
  readonly plan?: Plan;
  readonly claims?: readonly Claim[];
  readonly lane?: 'interactive' | 'bulk';
  /** The thing of another kind that it is about, with every action that may be its first. */
  readonly entity?: NewEntity;
  /** Rows that are written in the statement of the intent. */
  readonly keep?: KeptWithIntent;
};

/** `finished`: accepted or refused, and its outcome is written. `recorded`: a receipt; it is decided later. In the other cases nothing was recorded. */
export type ActResult =
  | ({ readonly kind: 'finished'; readonly intent: string } & Finished)
  | { readonly kind: 'recorded'; readonly intent: Receipt }
  | { readonly kind: 'keyReused' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'contentMoved' }
  | { readonly kind: 'inSession' }
  | { readonly kind: 'closed'; readonly outcome: string | null };

/** The receipt that a caller gets when the decision takes longer: it shows when the action was received. */
export type Receipt = {
  readonly id: string;
  readonly no: string;
  readonly action: string;
  readonly receivedAt: number;
};

/** Records an action and, if it can, finishes it at once. Throws only when nothing was recorded. */
export async function act(
  deps: CommandDeps,
  request: ActRequest,
  waitMs: number = answerTimeoutMs,
): Promise<ActResult> {
  const deadlineAt = Date.now() + waitMs;
  crashPoint(deps, 'before-intent');
  const intent = newIntent(request);
  const recorded = await recordIntent(deps.db, intent);
  if (intent.plan) rememberPlan(deps.db, intent.plan.hash, intent.plan.body);
  crashPoint(deps, 'after-intent');
  if (recorded.status === 'keyReused') return { kind: 'keyReused' };
  if (recorded.status === 'missing') return { kind: 'missing' };
  if (recorded.status === 'contentMoved') return { kind: 'contentMoved' };
  if (recorded.status === 'inSession') return { kind: 'inSession' };
  if (recorded.status === 'closed') return { kind: 'closed', outcome: recorded.outcome };
  const { id, no, action, receivedAt } = recorded.intent;
  if (request.lane === 'bulk') return { kind: 'recorded', intent: { id, no, action, receivedAt } };
  const finished = await finishOwn(deps, recorded, deadlineAt).catch((error: unknown) => later(deps, id, error));
  return finished
    ? { kind: 'finished', intent: id, ...finished }
    : { kind: 'recorded', intent: { id, no, action, receivedAt } };
}

/** Finishes the open intents before this one in its queue, then this one; null while one of them cannot be finished. */
async function finishOwn(deps: CommandDeps, own: Pending, deadlineAt: number): Promise<Finished | null> {
  const { intent } = own;
  if (own.ahead === 0 && !intent.outcome) return processIntent(deps, own, { deadlineAt });
  if (intent.outcome && intent.accepted !== null) return { accepted: intent.accepted, outcome: intent.outcome };
  for (let next = await nextIntent(deps.db, intent.no); next; next = await nextIntent(deps.db, intent.no)) {
    if (next.intent.n > intent.n) break;
    const finished = await processIntent(deps, next, { deadlineAt });
    if (!finished) return null;
    if (next.intent.id === intent.id) return finished;
  }
  return outcomeOf(deps.db, intent.id);
}

/** Once the intent is recorded, no error reaches the caller: the caller gets a receipt, and the courier finishes the intent. */
function later(deps: CommandDeps, intent: string, error: unknown): null {
  if (!isExpected(error)) deps.reportAnomaly('an intent could not be finished', { intent, error: String(error) });
  return null;
}

function isExpected(error: unknown): boolean {
  const name = String((error as Error | null)?.name ?? '');
  return (
    error instanceof NotAnswered ||
    isUnavailable(error) ||
    isGrpcServiceError(error) ||
    /RpcTimeout|UpdateRPC|ServiceError/.test(name)
  );
}

function newIntent(request: ActRequest): NewIntent {
  const { plan, data } = request;
  const ref = plan && planRef(plan);
  return {
    no: request.no,
    action: request.action,
    person: request.by.person,
    role: request.by.role,
    scope: request.by.scope ?? null,
    argument: argumentText({ data, ...(ref ? { plan: ref } : {}) }),
    ...(plan && ref ? { plan: { ...ref, body: plan } } : {}),
    claims: request.claims?.length ? request.claims : null,
    keyHash: request.keyHash ?? null,
    fingerprint: request.fingerprint ?? null,
    expectedSeq: request.expectedSeq ?? null,
    text: request.text ?? null,
    freeze: request.action === 'submit',
    ...(request.keep ? { keep: request.keep } : {}),
    lane: request.lane ?? 'interactive',
    tryAfterMs: request.lane === 'bulk' ? 0 : interactiveLeaseMs,
    ...(request.entity ? { entity: request.entity } : {}),
  };
}
