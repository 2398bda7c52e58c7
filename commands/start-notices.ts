import type { Client } from '@temporalio/client';
import { noticesWorkflowId } from '../workflows/messages.ts';

/** Has the one workflow running that keeps mails going; every worker process calls it at its start. */
export async function startNotices(client: Client, options: { readonly taskQueue: string }): Promise<void> {
  await client.workflow.start('notices', {
    workflowId: noticesWorkflowId,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    taskQueue: options.taskQueue,
    args: [{}],
  });
}
