import type { Client } from '@temporalio/client';
import { applicationWorkflowId } from '../workflows/messages.ts';

const msOf = (time: { seconds?: unknown; nanos?: number | null } | null | undefined) =>
  Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1e6);

/** The workflow's own clock, epoch ms; real time until it has been moved. */
async function currentTime(client: Client, workflowId: string): Promise<number> {
  const described = await client.workflow.getHandle(workflowId).describe();
  const info = (
    described.raw.workflowExtendedInfo as {
      timeSkippingInfo?: { currentTime?: { seconds?: unknown; nanos?: number } };
    } | null
  )?.timeSkippingInfo;
  return info?.currentTime ? msOf(info.currentTime) : Date.now();
}

/** Moves one workflow's clock forward to an instant of its own time (epoch ms) by the server's fast-forward; returns when it is there. */
export async function fastForward(client: Client, no: string, targetMs: number): Promise<void> {
  const workflowId = applicationWorkflowId(no);
  const { workflowService } = client.connection;
  const workflowExecution = { workflowId };
  const { namespace } = client.options;
  for (
    let left = targetMs - (await currentTime(client, workflowId));
    left > 0;
    left = targetMs - (await currentTime(client, workflowId))
  ) {
    const id = `to-${targetMs}-${left}`;
    const duration = { seconds: Math.floor(left / 1000), nanos: (left % 1000) * 1e6 };
    await workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
      updateMask: { paths: ['time_skipping_config'] },
    } as never);
    await workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution,
      fastForwardId: id,
    } as never);
  }
}
