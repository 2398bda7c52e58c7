import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { temporal as types } from '@temporalio/proto';
import { expect } from 'vitest';
import type { CommandDeps } from '../../../commands/deps.ts';
import { temporal as proto } from '../../../commands/temporal/proto.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import type { Reply } from '../../../domain/lifecycle/command-queue.ts';
import { applicationWorkflowId } from '../../../workflows/messages.ts';

const { WorkflowTaskFailedCause: Cause } = proto.api.enums.v1;
/** Failures that are the server's ordinary business: work arrived while a run was about to end, or a worker was lost. */
const ordinary: readonly (number | null | undefined)[] = [
  Cause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND,
  Cause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_UPDATE,
  Cause.WORKFLOW_TASK_FAILED_CAUSE_RESET_STICKY_TASK_QUEUE,
  Cause.WORKFLOW_TASK_FAILED_CAUSE_FAILOVER_CLOSE_COMMAND,
];

/** What the history of one application says by itself. */
export type OwnStory = {
  readonly runs: number;
  readonly events: readonly CaseEvent[];
  readonly replies: readonly Reply[];
  /** Workflow tasks that failed for a reason of ours. */
  readonly failures: readonly string[];
};

/** Reads every run of an application, first to last, and collects what its updates answered; null when no workflow was ever started. */
export async function ownStory({ temporal }: Pick<CommandDeps, 'temporal'>, no: string): Promise<OwnStory | null> {
  const runs = await runsOf(temporal, no);
  if (runs.length === 0) return null;
  const replies: Reply[] = [];
  const failures: string[] = [];
  for (const event of runs.flat()) {
    const failed = event.workflowTaskFailedEventAttributes;
    if (failed && !ordinary.includes(failed.cause)) failures.push(`${failed.cause} ${failed.failure?.message ?? ''}`);
    const success = event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success;
    if (!success) continue;
    const [reply] = await decodeArrayFromPayloads(temporal.options.loadedDataConverter, success.payloads, {
      type: 'workflow',
      namespace: temporal.options.namespace,
      workflowId: applicationWorkflowId(no),
    });
    replies.push(reply as Reply);
  }
  const bySeq = new Map(replies.flatMap((reply) => reply.events.map((each) => [each.seq, each] as const)));
  return { runs: runs.length, events: [...bySeq.values()].sort((a, b) => a.seq - b.seq), replies, failures };
}

type HistoryEvent = types.api.history.v1.IHistoryEvent;

async function runsOf(temporal: CommandDeps['temporal'], no: string): Promise<HistoryEvent[][]> {
  const runs: HistoryEvent[][] = [];
  let runId: string | null | undefined;
  do {
    const handle = temporal.workflow.getHandle(applicationWorkflowId(no), runId || undefined);
    const { events } = await handle.fetchHistory();
    runs.unshift(events ?? []);
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  } while (runId);
  return runs;
}

/**
 * What holds between Temporal and PostgreSQL: the events that the workflow answered are those that stand, word for word; no workflow task
 * failed for a reason of ours.
 */
export async function checkHistories(deps: Pick<CommandDeps, 'db' | 'temporal'>): Promise<void> {
  const cases = await deps.db.sql<{ no: string; snapshot: { seq: number } }[]>`
    select no, snapshot from applications where snapshot is not null order by no`;
  for (const { no, snapshot } of cases) {
    const story = await ownStory(deps, no);
    expect(story?.failures, `failed workflow tasks of ${no}`).toEqual([]);
    expect(story?.replies.at(-1)?.snapshot, `last answer of ${no}`).toEqual(snapshot);
    const rows = await deps.db.sql<{ seq: number; name: string; at: string; person: string; data: unknown }[]>`
      select seq, name, to_ms(at)::text as at, person, data from events where no = ${no} order by seq`;
    const told = story?.events.map(({ seq, name, at, by, data }) => ({ seq, name, at, person: by.person, data }));
    expect(
      rows.map((row) => ({ ...row, at: Number(row.at) })),
      `events of ${no}`,
    ).toEqual(told);
  }
}
