import { ActivityCancellationType, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from './activities.ts';
import { demandSealed } from './update-handler.ts';

/** A cancelled activity first finishes the mails it is sending. When a worker dies, Temporal starts the activity on another one after 30 s without a heartbeat. */
const { deliverNotices } = proxyActivities<Activities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { maximumInterval: '30 seconds' },
});

/** Start input of the notices workflow: after how many runs of its activity it continues as new. */
type NoticesInput = { readonly turns?: number };

/**
 * Keeps one activity running that makes notices and delivers mails, without end; it continues as new so that its history stays small.
 * A Schedule would be the usual form, but mail should leave within seconds, for which it would have to start an execution every few seconds. The
 * activity runs ten minutes at a time and heartbeats, so that another worker takes over when its own dies.
 */
export async function notices(input: NoticesInput): Promise<void> {
  demandSealed(input);
  const turns = input.turns ?? 100;
  for (let turn = 0; turn < turns && !workflowInfo().continueAsNewSuggested; turn++) await deliverNotices();
  await continueAsNew<typeof notices>(input);
}
