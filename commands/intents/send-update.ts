import {
  ApplicationFailure,
  type Client,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Refusal } from '../../domain/refusal.ts';
import { actUpdate, refusedType } from '../../workflows/messages.ts';

/** What the workflow answered. */
export type WorkflowReply<R> =
  | { readonly kind: 'accepted'; readonly reply: R }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Which workflow is asked and until when (real epoch ms), and how it is started where this is its first command. */
export type Recipient = {
  readonly workflowId: string;
  readonly start: { readonly type: string; readonly taskQueue: string; readonly input: unknown } | null;
  readonly deadlineAt: number;
};

type WithIntent = { readonly intent: string };

/** Step 2: sends an intent to its workflow as an update whose id is the intent's. Throws whatever is not an answer, for instance a time-out. */
export async function sendUpdate<R>(
  client: Client,
  recipient: Recipient,
  command: WithIntent,
): Promise<WorkflowReply<R>> {
  try {
    const reply = await client.connection.withDeadline(recipient.deadlineAt, () =>
      update<R>(client, recipient, command),
    );
    return { kind: 'accepted', reply };
  } catch (error) {
    return { kind: 'refused', refusal: refusalIn(error) };
  }
}

function update<R>({ workflow }: Client, { workflowId, start }: Recipient, command: WithIntent): Promise<R> {
  const options = { args: [command] as [WithIntent], updateId: command.intent };
  if (!start) return workflow.getHandle(workflowId).executeUpdate<R, [WithIntent]>(actUpdate.name, options);
  const startWorkflowOperation = new WithStartWorkflowOperation(start.type, {
    workflowId,
    taskQueue: start.taskQueue,
    args: [start.input],
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return workflow.executeUpdateWithStart<() => Promise<void>, R, [WithIntent]>(actUpdate.name, {
    ...options,
    startWorkflowOperation,
  });
}

/** The refusal an error carries; an error that carries none is thrown on, and the intent stays open. */
function refusalIn(error: unknown): Refusal {
  if (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === refusedType
  ) {
    return error.cause.details?.[0] as Refusal;
  }
  // A workflow that is not there is no refusal either: it ends only after the outcomes of its queue are written, so this is drift, and the intent
  // stays open for an operator (`npm run intent`).
  throw error;
}
