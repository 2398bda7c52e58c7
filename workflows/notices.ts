import { ActivityCancellationType, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from './activities.ts';
import { demandSealed } from './update-handler.ts';

/** Cancelling waits for the mail in hand. An activity whose worker is lost is started elsewhere when its heart has not beaten for 30 s. */
const { deliverNotices } = proxyActivities<Activities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { maximumInterval: '30 seconds' },
});

/** Start input of the notices workflow: after how many turns of its activity it continues as new. */
type NoticesInput = { readonly turns?: number };

/** Keeps one activity at work that delivers mails, for ever; each run is cut short so that its history stays small. */
export async function notices(input: NoticesInput): Promise<void> {
  demandSealed(input);
  const turns = input.turns ?? 100;
  for (let turn = 0; turn < turns && !workflowInfo().continueAsNewSuggested; turn++) await deliverNotices();
  await continueAsNew<typeof notices>(input);
}
