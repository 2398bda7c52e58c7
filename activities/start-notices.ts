import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { noticesWorkflowId } from '../workflows/messages.ts';
import { noticesStartIntervalMs } from './limits.ts';

/** Where the notices workflow runs; `workflowId` and `turns` (of its activity in one run) are set by tests only. */
export type NoticesOptions = { readonly taskQueue: string; readonly workflowId?: string; readonly turns?: number };

/** Has the notices workflow running, now and every minute until the signal: it may have been ended by force. */
export async function keepNotices(client: Client, options: NoticesOptions, kept: Kept): Promise<void> {
  while (!kept.signal.aborted) {
    await startNotices(client, options).catch((error: unknown) => {
      kept.failed('the workflow of the notices could not be started', { error: String(error) });
    });
    await pause(kept.intervalMs ?? noticesStartIntervalMs, undefined, { signal: kept.signal }).catch(() => undefined);
  }
}

type Kept = {
  readonly signal: AbortSignal;
  /** For tests: how often, ms. */
  readonly intervalMs?: number;
  readonly failed: (what: string, details: Readonly<Record<string, unknown>>) => void;
};

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
