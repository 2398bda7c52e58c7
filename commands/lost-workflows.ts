import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import pMap from 'p-map';
import { keepLost, type LostWorkflow } from '../db/intents/lost-workflows.ts';
import type { CommandDeps } from './deps.ts';
import { lostSearchIntervalMs, sharedConcurrency, workflowPageSize } from './limits.ts';
import { isNotFound } from './temporal/not-found.ts';
import { temporal } from './temporal/proto.ts';

type Deps = Pick<CommandDeps, 'db' | 'temporal' | 'kinds' | 'reportAnomaly'>;

/** Looks now and every minute for open things whose workflow does not run, until the signal. */
export async function watchWorkflows(deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await findLostWorkflows(deps).catch((error: unknown) => {
      deps.reportAnomaly('the workflows of open cases could not be looked at', { error: String(error) });
    });
    await pause(lostSearchIntervalMs, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Compares what lasts by PostgreSQL with what runs by Temporal, and keeps the difference for `readyz`, the metrics and `npm run intent -- lost`. The list of
 * what runs may lag, so each that is not in it is asked for itself; what has ended since it was read is not lost.
 */
export async function findLostWorkflows(deps: Deps): Promise<readonly LostWorkflow[]> {
  const open = await lastingOf(deps);
  const running = await runningWorkflows(deps);
  const suspects = open.filter(({ workflowId }) => !running.has(workflowId));
  const asked = await pMap(
    suspects,
    async ({ no, kind, workflowId }) => ({ no, kind, status: await statusOf(deps.temporal, workflowId) }),
    sharedConcurrency,
  );
  const stopped = asked.filter(({ status }) => status !== 'running');
  const still = stopped.length > 0 ? new Set((await lastingOf(deps)).map(({ no }) => no)) : new Set<string>();
  const lost = stopped.filter(({ no }) => still.has(no));
  const news = new Set(await keepLost(deps.db, lost));
  for (const each of lost.filter(({ no }) => news.has(no)))
    deps.reportAnomaly('an open case has lost its workflow', each);
  return lost;
}

type Lasting = { readonly no: string; readonly kind: string; readonly workflowId: string };

async function lastingOf({ db, kinds }: Deps): Promise<Lasting[]> {
  const all: Lasting[] = [];
  for (const [kind, { workflow }] of Object.entries(kinds)) {
    if (!workflow) continue;
    for (const no of await workflow.lasting({ db }, kind)) all.push({ no, kind, workflowId: workflow.id(no) });
  }
  return all;
}

async function runningWorkflows({ temporal: client, kinds }: Deps): Promise<ReadonlySet<string>> {
  const types = Object.values(kinds).flatMap(({ workflow }) => (workflow ? [`'${workflow.type}'`] : []));
  const query = `ExecutionStatus = 'Running' and WorkflowType in (${types.join(', ')})`;
  const ids = new Set<string>();
  let nextPageToken: Uint8Array | null | undefined;
  do {
    const page = await client.workflowService.listWorkflowExecutions({
      namespace: client.options.namespace,
      pageSize: workflowPageSize,
      query,
      ...(nextPageToken ? { nextPageToken } : {}),
    });
    for (const { execution } of page.executions ?? []) if (execution?.workflowId) ids.add(execution.workflowId);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken?.length);
  return ids;
}

/** What Temporal says of the newest run: `running`, `terminated`, `failed` …, or `missing` where it knows none. */
async function statusOf({ workflowService, options }: Client, workflowId: string): Promise<string> {
  try {
    const { workflowExecutionInfo } = await workflowService.describeWorkflowExecution({
      namespace: options.namespace,
      execution: { workflowId },
    });
    const name = temporal.api.enums.v1.WorkflowExecutionStatus[workflowExecutionInfo?.status ?? 0] ?? '';
    return name.replace('WORKFLOW_EXECUTION_STATUS_', '').toLowerCase();
  } catch (error) {
    if (isNotFound(error)) return 'missing';
    throw error;
  }
}
