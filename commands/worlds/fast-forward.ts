import { type Client, isGrpcServiceError } from '@temporalio/client';
import { applicationWorkflowId } from '../../workflows/messages.ts';
import { maxFastForwardRounds } from '../limits.ts';

/** A time of the server's messages. */
type Time = { readonly seconds?: unknown; readonly nanos?: number | null };

const msOf = (time: Time) => Number(time.seconds ?? 0) * 1000 + Math.floor((time.nanos ?? 0) / 1e6);

/** gRPC status if the workflow has completed, and if the fast-forward was replaced by a newer one. */
const gone = [5, 9];

/**
 * Moves one workflow's clock forward to an instant of its own time (epoch ms) by the server's fast-forward, and returns when it has arrived or the
 * workflow has completed. The duration is computed anew for each attempt, because a call that failed may have moved the clock. A fast-forward already
 * under way is waited for first, since two that replace each other would stop short or go too far.
 */
export async function fastForward(client: Client, no: string, targetMs: number): Promise<void> {
  const workflowId = applicationWorkflowId(no);
  for (let round = 0; round < maxFastForwardRounds; round++) {
    const { leftMs, underWay } = await clockOf(client, workflowId, targetMs);
    if (leftMs <= 0) return;
    const id = `${targetMs}/${round}/${leftMs}`;
    if (!underWay && !(await unlessGone(() => jump(client, workflowId, { id, leftMs })))) continue;
    await unlessGone(() => arrival(client, workflowId, underWay ?? id));
  }
  throw new Error(`application ${no} did not reach ${new Date(targetMs).toISOString()}`);
}

type Clock = {
  readonly currentTime?: Time | null;
  /** Enabled until a fast-forward has arrived. */
  readonly effectiveConfig?: {
    readonly enabled?: boolean;
    readonly fastForwardConfig?: { readonly id?: string } | null;
  } | null;
};

/** How far the workflow's own clock is from the target (ms; 0 after it has completed), and the id of a fast-forward under way. */
async function clockOf(
  client: Client,
  workflowId: string,
  targetMs: number,
): Promise<{ leftMs: number; underWay: string | null }> {
  const described = await client.workflow.getHandle(workflowId).describe();
  if (described.status.name !== 'RUNNING') return { leftMs: 0, underWay: null };
  // The SDK's types lack this field.
  const extended = described.raw.workflowExtendedInfo as { timeSkippingInfo?: Clock | null } | null;
  const clock = extended?.timeSkippingInfo;
  const leftMs = targetMs - (clock?.currentTime ? msOf(clock.currentTime) : Date.now());
  const config = clock?.effectiveConfig;
  return { leftMs, underWay: (config?.enabled && config.fastForwardConfig?.id) || null };
}

async function jump(client: Client, workflowId: string, { id, leftMs }: { id: string; leftMs: number }): Promise<true> {
  const duration = { seconds: Math.floor(leftMs / 1000), nanos: (leftMs % 1000) * 1e6 };
  await client.connection.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
    updateMask: { paths: ['time_skipping_config'] },
  } as never);
  return true;
}

/** Waits until a fast-forward has arrived, is replaced by a newer one, or the server stops waiting; the caller then reads the clock again. */
async function arrival(client: Client, workflowId: string, fastForwardId: string): Promise<void> {
  const { namespace } = client.options;
  await client.connection.workflowService.pollWorkflowExecutionTimeSkipping({
    namespace,
    workflowExecution: { workflowId },
    fastForwardId,
  } as never);
}

/** Returns null if the workflow has completed or the fast-forward was replaced. */
async function unlessGone<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (isGrpcServiceError(error) && gone.includes(error.code)) return null;
    throw error;
  }
}
