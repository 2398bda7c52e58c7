import {
  ApplicationFailure,
  type Client,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Command } from '../../domain/case/case.ts';
import type { Reply } from '../../domain/lifecycle/command-queue.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { application } from '../../workflows/application.ts';
import { actUpdate, applicationWorkflowId, refusedType } from '../../workflows/messages.ts';

/** What the workflow answered. */
export type Answer =
  | { readonly kind: 'accepted'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** How to reach the case: whether it has opened, and the clock and the spread it starts with. */
export type AskOptions = {
  readonly opened: boolean;
  readonly offsetMs: number;
  /** How long after each deadline it wakes, ms. */
  readonly spreadMs?: number | undefined;
  readonly taskQueue: string;
  readonly continueAfterEvents?: number | undefined;
  /** Real time (epoch ms) until which to wait for the answer. */
  readonly deadlineAt: number;
};

/** Step 2: sends an intent to its workflow as an update whose id is the intent's. Throws whatever is not an answer, for instance a time-out. */
export async function ask(
  client: Client,
  no: string,
  options: AskOptions & { readonly command: Command },
): Promise<Answer> {
  try {
    const reply = await client.connection.withDeadline(options.deadlineAt, () =>
      options.opened ? update(client, no, options.command) : updateWithStart(client, no, options),
    );
    return { kind: 'accepted', reply };
  } catch (error) {
    return { kind: 'refused', refusal: refusalIn(error) };
  }
}

function update(client: Client, no: string, command: Command): Promise<Reply> {
  const handle = client.workflow.getHandle<typeof application>(applicationWorkflowId(no));
  return handle.executeUpdate(actUpdate, { args: [command], updateId: command.intent });
}

function updateWithStart(
  client: Client,
  no: string,
  options: AskOptions & { readonly command: Command },
): Promise<Reply> {
  const { command, offsetMs, spreadMs, continueAfterEvents } = options;
  const startWorkflowOperation = new WithStartWorkflowOperation<typeof application>('application', {
    workflowId: applicationWorkflowId(no),
    taskQueue: options.taskQueue,
    args: [
      { no, offsetMs, ...(spreadMs ? { spreadMs } : {}), ...(continueAfterEvents ? { continueAfterEvents } : {}) },
    ],
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return client.workflow.executeUpdateWithStart(actUpdate, {
    args: [command],
    updateId: command.intent,
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
  // A workflow that is not there is no refusal either: an application closes only after its line is settled, so this is drift, and the intent
  // stays open for an operator (`npm run intent`).
  throw error;
}
