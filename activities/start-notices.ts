import type { Client } from '@temporalio/client';
import { noticesWorkflowId } from '../workflows/messages.ts';

/** Where the notices workflow runs; `workflowId` and `turns` (of its activity in one run) are set by tests only. */
export type NoticesOptions = { readonly taskQueue: string; readonly workflowId?: string; readonly turns?: number };

/** Starts the one workflow that delivers mails, unless it runs; every worker process calls this at its start. */
export async function startNotices(client: Client, options: NoticesOptions): Promise<void> {
  await client.workflow.start('notices', {
    workflowId: options.workflowId ?? noticesWorkflowId,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    taskQueue: options.taskQueue,
    args: [options.turns === undefined ? {} : { turns: options.turns }],
  });
}
