import { allHandlersFinished, condition, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { takeBy } from '../domain/entity/decider.ts';
import type { IntegrityCommand, IntegrityFact, IntegrityState } from '../domain/integrity/case.ts';
import { integrityDecider, isDecided } from '../domain/integrity/decide.ts';
import type { Activities } from './activities.ts';
import { serveQueue } from './command-queue.ts';
import { type EntityInput, entityUpdate } from './messages.ts';
import { demandSealed } from './update-handler.ts';

const { settleLapse } = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '30 seconds' },
});

/** One integrity case, from its opening to its decision. Only the update handler changes its state. */
export async function integrity(input: EntityInput<IntegrityState, IntegrityFact>): Promise<void> {
  demandSealed(input);
  const carried = input.carried ?? { case: integrityDecider.empty, last: null };
  const update = entityUpdate<IntegrityState, IntegrityCommand, IntegrityFact>();
  const queue = serveQueue(update, { carried, take: takeBy(integrityDecider) });
  const full = () => workflowInfo().continueAsNewSuggested && allHandlersFinished();
  await condition(() => isDecided(queue.current.case) || full());
  if (!isDecided(queue.current.case))
    return await continueAsNew<typeof integrity>({ ...input, carried: queue.current });
  // The activity returns when every outcome of the queue is written, so the decision is in the database before the workflow ends.
  await settleLapse(input.no);
}
