import { randomUUID } from 'node:crypto';
import { type Client, ServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Db } from '../../db/connection.ts';
import { refuseWithText } from '../../db/intents/intents.ts';
import type { Vault } from '../../db/vault.ts';
import { refuse } from '../../domain/refusal.ts';
import type { actUpdate } from '../../workflows/messages.ts';
import type { CommandDeps } from '../deps.ts';
import { kindNamed } from '../kinds/kind-of.ts';

type Named = { readonly id: string; readonly no: string; readonly kind: string };

/** What the workflow made of an intent: `accepted` must be written down, never refused; `unknown` while it may still be deciding or is not reached. */
export type WorkflowAnswer = 'accepted' | 'notAccepted' | 'unknown';

const askForMs = 5_000;
const mostRuns = 20;
const NOT_FOUND = 5;

/** Asks the workflow that decides, in all its runs, whether it has accepted an intent; where the finisher decides by itself, nothing but the outcome does. */
export async function workflowAnswer(
  { temporal, kinds }: Pick<CommandDeps, 'temporal' | 'kinds'>,
  { id, no, kind }: Named,
): Promise<WorkflowAnswer> {
  const workflowId = kindNamed(kinds, kind).workflowId(no);
  if (workflowId === null) return 'notAccepted';
  try {
    return await temporal.connection.withDeadline(Date.now() + askForMs, () =>
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
  for (let run = 0; run < mostRuns; run++) {
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

/** The run that continued as this one: an update is known in its own run only. */
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

function isNotFound(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const { code } = ((error instanceof ServiceError ? error.cause : error) ?? {}) as { readonly code?: unknown };
  return code === NOT_FOUND;
}

/** Who refused an intent by hand and why; both are personal data and lie sealed. */
export type OperatorRefusal = { readonly by: string; readonly reason: string };

/** Refuses an open intent by hand, so that its queue goes on; false where an outcome stands already. Recorded like every refusal, its grounds sealed. */
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
    { id: text, no, body: vault.seal(body), hash: vault.hash(body) },
  );
  return status === 'written';
}
