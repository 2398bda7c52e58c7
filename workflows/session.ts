import { allHandlersFinished, condition, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { takeBy } from '../domain/entity/decider.ts';
import { sessionDecider } from '../domain/session/decide.ts';
import type { SessionCommand, SessionFact, SessionState } from '../domain/session/session.ts';
import { isEnded } from '../domain/session/steps.ts';
import type { Activities } from './activities.ts';
import { serveQueue } from './command-queue.ts';
import { type EntityInput, entityUpdate } from './messages.ts';
import { demandSealed } from './update-handler.ts';

const { settleLapse } = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '30 seconds' },
});

/** One review session, from its plan to its archive. Only the update handler changes its state. */
export async function session(input: EntityInput<SessionState, SessionFact>): Promise<void> {
  demandSealed(input);
  const carried = input.carried ?? { case: sessionDecider.empty, last: null };
  const update = entityUpdate<SessionState, SessionCommand, SessionFact>();
  const queue = serveQueue(update, { carried, take: takeBy(sessionDecider) });
  const full = () => workflowInfo().continueAsNewSuggested && allHandlersFinished();
  await condition(() => isEnded(queue.current.case) || full());
  if (!isEnded(queue.current.case)) return await continueAsNew<typeof session>({ ...input, carried: queue.current });
  // The activity returns when every outcome of the queue is written, so the end is in the database before the workflow ends.
  await settleLapse(input.no);
}
