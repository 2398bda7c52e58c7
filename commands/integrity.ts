import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { findApplication } from '../db/applications.ts';
import { integrityCases, writeStep } from '../db/integrity.ts';
import { scopeOf } from '../domain/access.ts';
import { decideIntegrity, type IntegrityReply } from '../domain/integrity.ts';
import type { IntegrityCommand, IntegrityRules } from '../domain/integrity-case.ts';
import { integrityNotices } from '../domain/integrity-notices.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { integrity } from '../workflows/integrity.ts';
import { integrityUpdate, integrityWorkflowId, refusedType } from '../workflows/messages.ts';
import { act } from './act.ts';
import type { CommandDeps } from './deps.ts';

/** A step that a case took. */
export type IntegrityStep = { readonly no: string; readonly n: number; readonly reply: IntegrityReply };
/** Which case is asked, and by which rules it is decided from its opening on. */
export type IntegrityCaseKey = { readonly no: string; readonly n: number; readonly rules: IntegrityRules };

/** How long a decision is waited for, ms. */
const answerWithinMs = 10_000;

/** Sends an act to its case and writes what it came to. The intent is the update's id, so that a repeated one gets the same answer. */
export async function actOnIntegrity(
  deps: CommandDeps,
  { no, n, rules }: IntegrityCaseKey,
  command: IntegrityCommand,
): Promise<IntegrityReply | Refusal> {
  const startWorkflowOperation = new WithStartWorkflowOperation<typeof integrity>('integrity', {
    workflowId: integrityWorkflowId(no, n),
    taskQueue: deps.taskQueue,
    args: [{ no, n, rules }],
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  const { workflow, connection } = deps.temporal;
  const options = { args: [command] as [IntegrityCommand], updateId: command.intent };
  try {
    const reply = await connection.withDeadline(Date.now() + answerWithinMs, () =>
      command.name === 'open'
        ? workflow.executeUpdateWithStart(integrityUpdate, { ...options, startWorkflowOperation })
        : workflow.getHandle<typeof integrity>(integrityWorkflowId(no, n)).executeUpdate(integrityUpdate, options),
    );
    await settleIntegrity(deps, { no, n, reply });
    return reply;
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null;
    if (cause instanceof ApplicationFailure && cause.type === refusedType) return cause.details?.[0] as Refusal;
    const refusal =
      error instanceof WorkflowNotFoundError ? await afterDecision(deps, { no, n, rules }, command) : null;
    if (refusal) return refusal;
    throw error;
  }
}

/** A decided case has no workflow any more: the same function says from what stands why nothing is open to it; null where it is not decided. */
async function afterDecision(
  { db }: CommandDeps,
  { no, n, rules }: IntegrityCaseKey,
  command: IntegrityCommand,
): Promise<Refusal | null> {
  const kept = (await integrityCases(db, no)).find((each) => each.n === n);
  if (!kept?.state.decision) return null;
  const answer = decideIntegrity(kept.state, command, rules);
  return 'code' in answer ? answer : null;
}

/** Writes a step down and carries out its decision. Both the caller and the workflow's activity do it; what stands already stays. */
export async function settleIntegrity(deps: CommandDeps, { no, n, reply }: IntegrityStep): Promise<void> {
  await writeStep(deps.db, { no, n, reply, notices: integrityNotices(reply) });
  if (reply.event.data.decision?.effect === 'cancel') await cancelApplication(deps, { no, n, reply });
}

/** Ends the road through the application's own line, in the role that its plan gives to a cancellation: no other place changes its status. */
async function cancelApplication(deps: CommandDeps, { no, n, reply }: IntegrityStep): Promise<void> {
  const row = await findApplication(deps.db, no);
  if (!row?.plan) throw new Error(`application ${no} is not there`);
  const { role } = row.plan.cancel;
  const scope = scopeOf(role, row);
  const key = `integrity:${no}:${n}:cancel`;
  const result = await act(deps, {
    no,
    action: 'cancel',
    by: { person: reply.event.person, role, ...(scope ? { scope } : {}) },
    data: { reason: `integrity/${n}` },
    keyHash: key,
    fingerprint: key,
  });
  const done = result.kind === 'recorded' || (result.kind === 'finished' && result.accepted);
  // Another end of the road came first: the case stays upheld, and whoever looks after the service is told.
  if (!done) deps.alarm('an upheld integrity case found the application ended', { no, n, came: result.kind });
}
