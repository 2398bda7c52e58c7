import {
  ApplicationFailure,
  type Client,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import {
  type Answered,
  type DecidedCommand,
  decidedCommand,
  type Numbered,
} from '../../domain/entity/command-queue.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { actUpdate, refusedType } from '../../workflows/messages.ts';
import { demandSame } from './same-command.ts';

/** What the workflow answered. */
export type WorkflowReply<R> =
  | { readonly kind: 'accepted'; readonly reply: R }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The workflow that gets the update, until when its answer is awaited (real epoch ms), the `seq` in the database, and how it is started if this is its first command. */
export type Recipient = {
  readonly workflowId: string;
  readonly start: { readonly type: string; readonly taskQueue: string; readonly input: unknown } | null;
  readonly seq: number;
  readonly deadlineAt: number;
};

/**
 * Step 2: sends an intent to its workflow as an update whose id is the intent's. Throws if there is no answer to this very command, for instance after a
 * time-out.
 */
export async function sendUpdate<R>(
  client: Client,
  recipient: Recipient,
  command: Numbered,
): Promise<WorkflowReply<R>> {
  const asked = decidedCommand({ case: recipient }, command);
  const reply = await client.connection
    .withDeadline(recipient.deadlineAt, () => update<R & Answered>(client, recipient, command))
    .catch((error: unknown) => refusalIn(error, asked));
  if ('refused' in reply) return { kind: 'refused', refusal: reply.refused };
  demandSame(asked, reply.decided);
  return { kind: 'accepted', reply };
}

function update<R>({ workflow }: Client, { workflowId, start }: Recipient, command: Numbered): Promise<R> {
  const options = { args: [command] as [Numbered], updateId: command.intent };
  if (!start) return workflow.getHandle(workflowId).executeUpdate<R, [Numbered]>(actUpdate.name, options);
  const startWorkflowOperation = new WithStartWorkflowOperation(start.type, {
    workflowId,
    taskQueue: start.taskQueue,
    args: [start.input],
    // A first command starts it anew where it was ended by force before anything was written down.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return workflow.executeUpdateWithStart<() => Promise<void>, R, [Numbered]>(actUpdate.name, {
    ...options,
    startWorkflowOperation,
  });
}

/** The refusal of this command in an error. An error without one is thrown again, and the intent stays open. */
function refusalIn(error: unknown, asked: DecidedCommand): { readonly refused: Refusal } {
  if (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === refusedType
  ) {
    const [refused, decided] = (error.cause.details ?? []) as [Refusal, DecidedCommand | undefined];
    demandSame(asked, decided);
    return { refused };
  }
  // A missing workflow is no refusal either. A workflow ends only after the outcomes of its queue are written, so the database and Temporal
  // disagree, and the intent stays open for an operator (`npm run intent`).
  throw error;
}
