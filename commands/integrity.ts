import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { findApplication } from '../db/applications/applications.ts';
import { integrityCases, integrityReply, writeStep } from '../db/applications/integrity.ts';
import type { Outcome } from '../db/intents/command-path.ts';
import type { ApplicationStatus } from '../domain/case/check-results.ts';
import type { IntegrityCommand } from '../domain/integrity/case.ts';
import { type IntegrityReply, withApplicationStatus } from '../domain/integrity/command-queue.ts';
import { decideIntegrity } from '../domain/integrity/decide.ts';
import { integrityNotices } from '../domain/integrity/notifications.ts';
import { applicationStatusOf } from '../domain/lifecycle/end-for-fraud.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { integrity } from '../workflows/integrity.ts';
import {
  type IntegrityAnswer,
  type IntegrityCaseKey,
  type IntegrityQuestion,
  type IntegrityStep,
  integrityUpdate,
  integrityWorkflowId,
  refusedType,
} from '../workflows/messages.ts';
import type { CommandDeps } from './deps.ts';
import { act } from './intents/act.ts';

/** How long a decision is waited for, ms. */
const answerTimeoutMs = 10_000;

/** The line of the application could not answer yet; asking again goes on where this stopped. */
class ApplicationNotAnswered extends Error {
  override readonly name = 'LineNotAnswered';
}

/**
 * Sends an act to its case and writes what it came to. The intent is the update's id, so that a repeated one gets the same answer. An upholding is first
 * looked at, then the application's line says what it has come to, and by that the case is decided.
 */
export async function actOnIntegrity(
  deps: CommandDeps,
  key: IntegrityCaseKey,
  command: IntegrityCommand,
): Promise<IntegrityReply | Refusal> {
  try {
    let answer = await send(deps, key, command);
    if ('waits' in answer) {
      const standing = await endForFraud(deps, { ...key, command });
      answer = await send(deps, key, withApplicationStatus(command, standing));
    }
    if ('waits' in answer) throw new Error(`integrity case ${key.n} of ${key.no} waits although it was answered`);
    await recordIntegrityStep(deps, { no: key.no, n: key.n, reply: answer });
    return answer;
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null;
    if (cause instanceof ApplicationFailure && cause.type === refusedType) return cause.details?.[0] as Refusal;
    const answer = error instanceof WorkflowNotFoundError ? await afterDecision(deps, key, command) : null;
    if (answer) return answer;
    throw error;
  }
}

/** One update of the case; a decision after it waited is another one than the question was. */
function send(
  { temporal, taskQueue }: CommandDeps,
  { no, n, rules }: IntegrityCaseKey,
  command: IntegrityCommand,
): Promise<IntegrityAnswer> {
  const { intent, name, data } = command;
  const updateId = name === 'uphold' && data.standing ? `${intent}/answered` : intent;
  const options = { args: [command] as [IntegrityCommand], updateId };
  const workflowId = integrityWorkflowId(no, n);
  return temporal.connection.withDeadline(Date.now() + answerTimeoutMs, () => {
    if (name !== 'open')
      return temporal.workflow.getHandle<typeof integrity>(workflowId).executeUpdate(integrityUpdate, options);
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof integrity>('integrity', {
      workflowId,
      taskQueue,
      args: [{ no, n, rules }],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return temporal.workflow.executeUpdateWithStart(integrityUpdate, { ...options, startWorkflowOperation });
  });
}

/**
 * A decided case has no workflow any more: an act that decided it, by its caller or by the workflow itself, has its answer; of any other the same function
 * says from what stands why nothing is open to it; null where it is not decided.
 */
async function afterDecision(
  { db }: CommandDeps,
  { no, n, rules }: IntegrityCaseKey,
  command: IntegrityCommand,
): Promise<IntegrityReply | Refusal | null> {
  const own = await integrityReply(db, command.intent);
  if (own) return own;
  const kept = (await integrityCases(db, no)).find((each) => each.n === n);
  if (!kept?.state.decision) return null;
  const answer = decideIntegrity(kept.state, command, rules);
  return 'code' in answer ? answer : null;
}

/** Writes a step down and carries out its decision. Both the caller and the workflow's activity do it; what stands already stays. */
export async function recordIntegrityStep(deps: CommandDeps, { no, n, reply }: IntegrityStep): Promise<void> {
  await writeStep(deps.db, { no, n, reply, notices: integrityNotices(reply) });
  const { person, data } = reply.event;
  const { decision } = data;
  if (!decision?.upheld || decision.effect === 'revoke') return;
  // The line was asked before, but for cases that were decided when it was not yet: those are carried out here.
  const standing = await tellFraud(deps, { no, n, person, clauses: decision.clauses });
  if (standing === 'certified') deps.reportAnomaly('an upheld integrity case found a title', { no, n });
}

/** What the application has come to, by the answer of its own line, in which it ends here if it still runs; throws `LineNotAnswered` while that is not known. */
export const endForFraud = (
  deps: CommandDeps,
  { no, n, rules, command }: IntegrityQuestion,
): Promise<ApplicationStatus> => tellFraud(deps, { no, n, person: command.person, clauses: rules.cancel });

type Fraud = { readonly no: string; readonly n: number; readonly person: string; readonly clauses: readonly string[] };

/**
 * No other place changes the status of an application; the same case is told once. An intent that an operator refused was not the line's answer: it is
 * told again, by whoever tells it under the same key.
 */
async function tellFraud(
  deps: CommandDeps,
  fraud: Fraud,
  key = `integrity:${fraud.no}:${fraud.n}:fraud`,
): Promise<ApplicationStatus> {
  const { no, n, person, clauses } = fraud;
  const result = await act(deps, {
    no,
    action: 'endForFraud',
    by: { person, role: 'system' },
    data: { fraud: { case: n, clauses } },
    keyHash: key,
    fingerprint: key,
  });
  if (result.kind === 'finished' && refusedByOperator(result.outcome))
    return tellFraud(deps, fraud, `${key}:${result.intent}`);
  if (result.kind === 'recorded') throw new ApplicationNotAnswered(`the line of ${no} has not answered yet`);
  const row = await findApplication(deps.db, no);
  if (!row?.plan || !row.snapshot) throw new Error(`application ${no} is not there`);
  const { plan, snapshot } = row;
  const told = snapshot.fraud?.find((each) => each.case === n)?.standing;
  const standing = told ?? applicationStatusOf({ ended: snapshot.ended, plan });
  // A refusal is an answer only where the road has ended: a title stands, or the case is closed.
  if (standing === 'running' && !told) throw new Error(`the line of ${no} came to ${result.kind} for fraud`);
  return standing;
}

const refusedByOperator = (outcome: Outcome): boolean =>
  'refusal' in outcome && outcome.refusal.code === 'INTENT_REFUSED_BY_OPERATOR';
