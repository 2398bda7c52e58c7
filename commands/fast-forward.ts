import { type Client, isGrpcServiceError } from '@temporalio/client';
import { applicationWorkflowId } from '../workflows/messages.ts';

/** A time of the server's messages. */
type Time = { readonly seconds?: unknown; readonly nanos?: number | null };

const msOf = (time: Time) => Number(time.seconds ?? 0) * 1000 + Math.floor((time.nanos ?? 0) / 1e6);

/** gRPC status of a workflow that completed meanwhile, and of a fast-forward replaced by a newer one. */
const gone = [5, 9];

/**
 * Moves one workflow's clock forward to an instant of its own time (epoch ms) by the server's fast-forward, and returns when it is there or
 * the workflow has completed on the way. To an instant, never by a repeated duration: a call that failed may have moved it.
 */
export async function fastForward(client: Client, no: string, targetMs: number): Promise<void> {
  const workflowId = applicationWorkflowId(no);
  for (let round = 0; round < 20; round++) {
    const leftMs = await timeLeft(client, workflowId, targetMs);
    if (leftMs <= 0) return;
    await jump(client, workflowId, { id: `${targetMs}/${round}/${leftMs}`, leftMs }).catch((error: unknown) => {
      if (!isGrpcServiceError(error) || !gone.includes(error.code)) throw error;
    });
  }
  throw new Error(`application ${no} did not reach ${new Date(targetMs).toISOString()}`);
}

/** How far the workflow's own clock is from the target, ms; nothing for one that has completed. */
async function timeLeft(client: Client, workflowId: string, targetMs: number): Promise<number> {
  const described = await client.workflow.getHandle(workflowId).describe();
  if (described.status.name !== 'RUNNING') return 0;
  // The types of the SDK do not know the field yet.
  const extended = described.raw.workflowExtendedInfo as { timeSkippingInfo?: { currentTime?: Time } } | null;
  const current = extended?.timeSkippingInfo?.currentTime;
  return targetMs - (current ? msOf(current) : Date.now());
}

async function jump(client: Client, workflowId: string, { id, leftMs }: { id: string; leftMs: number }): Promise<void> {
  const { workflowService } = client.connection;
  const { namespace } = client.options;
  const duration = { seconds: Math.floor(leftMs / 1000), nanos: (leftMs % 1000) * 1e6 };
  await workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
    updateMask: { paths: ['time_skipping_config'] },
  } as never);
  await workflowService.pollWorkflowExecutionTimeSkipping({
    namespace,
    workflowExecution: { workflowId },
    fastForwardId: id,
  } as never);
}
