import { randomUUID } from 'node:crypto';
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Db } from '../../db/connection.ts';
import { refuseWithText } from '../../db/intents/intents.ts';
import type { Vault } from '../../db/vault.ts';
import { refuse } from '../../domain/refusal.ts';
import type { actUpdate } from '../../workflows/messages.ts';
import type { CommandDeps } from '../deps.ts';
import { kindNamed } from '../kind-of.ts';
import { maxRunsAsked, repairTimeoutMs } from '../limits.ts';
import { isNotFound } from '../temporal/not-found.ts';

type Named = { readonly id: string; readonly no: string; readonly kind: string };

/** How a workflow answered an intent. `accepted`: its outcome must be written, and nobody may refuse it. `unknown`: it may still be deciding, or could not be reached. */
export type WorkflowAnswer = 'accepted' | 'notAccepted' | 'unknown';

/** Asks the workflow, in all its runs, whether it has accepted an intent. A kind without a workflow has accepted nothing before the outcome is written. */
export async function workflowAnswer(
  { temporal, kinds }: Pick<CommandDeps, 'temporal' | 'kinds'>,
  { id, no, kind }: Named,
): Promise<WorkflowAnswer> {
  const workflowId = kindNamed(kinds, kind).workflow?.id(no);
  if (workflowId === undefined) return 'notAccepted';
  try {
    return await temporal.connection.withDeadline(Date.now() + repairTimeoutMs, () =>
      answerOfRuns(temporal, { id, workflowId }),
    );
  } catch {
    return 'unknown';
  }
}

async function answerOfRuns(
  temporal: Client,
  { id, workflowId }: { readonly id: string; readonly workflowId: string },
): Promise<WorkflowAnswer> {
  let runId: string | undefined;
  for (let run = 0; run < maxRunsAsked; run++) {
    try {
      await temporal.workflow.getHandle(workflowId, runId).getUpdateHandle<typeof actUpdate>(id).result();
      return 'accepted';
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError) return 'notAccepted';
      if (!isNotFound(error)) throw error;
    }
    runId = await runBefore(temporal, { workflowId, runId });
    if (!runId) return 'notAccepted';
  }
  return 'unknown';
}

/** The run before this one. Temporal knows an update only in the run that took it. */
async function runBefore(
  temporal: Client,
  execution: { readonly workflowId: string; readonly runId: string | undefined },
): Promise<string | undefined> {
  try {
    const { history } = await temporal.workflowService.getWorkflowExecutionHistory({
      namespace: temporal.options.namespace,
      execution: { workflowId: execution.workflowId, ...(execution.runId ? { runId: execution.runId } : {}) },
      maximumPageSize: 1,
    });
    return history?.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Who refused an intent by hand and why; both are personal data and are stored sealed. */
export type OperatorRefusal = { readonly by: string; readonly reason: string };

/** Refuses an open intent by hand, so that its queue continues; false if it has an outcome already. It is recorded like every refusal, its reason sealed. */
export async function refuseByOperator(
  { db, vault }: { readonly db: Db; readonly vault: Vault },
  { id, no }: Pick<Named, 'id' | 'no'>,
  { by, reason }: OperatorRefusal,
): Promise<boolean> {
  const text = randomUUID();
  const body = JSON.stringify({ by, reason });
  const refusal = refuse(
    'INTENT_REFUSED_BY_OPERATOR',
    {
      zh: '该操作无法处理，已由运维人员退回。',
      en: 'This action could not be carried out; the operator has refused it.',
    },
    { details: { text } },
  );
  const status = await refuseWithText(
    db,
    { intent: id, accepted: false, outcome: { refusal } },
    { id: text, no, body: vault.seal(body, `text/${text}`), hash: vault.hash(body) },
  );
  return status === 'written';
}
