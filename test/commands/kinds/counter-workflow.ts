import { condition, proxyActivities } from '@temporalio/workflow';
import { takeBy } from '../../../domain/entity/decider.ts';
import type { Activities } from '../../../workflows/activities.ts';
import { serveQueue } from '../../../workflows/command-queue.ts';
import { type EntityInput, entityUpdate } from '../../../workflows/messages.ts';
import { type Counter, type CounterCommand, type CounterFact, counterDecider, isFull } from './counter.ts';

const { settleLapse } = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: '10 seconds',
});

/** The toy kind as a workflow. */
export async function lastingCounter(input: EntityInput<Counter, CounterFact>): Promise<void> {
  const carried = input.carried ?? { case: counterDecider.empty, last: null };
  const update = entityUpdate<Counter, CounterCommand, CounterFact>();
  const queue = serveQueue(update, { carried, take: takeBy(counterDecider) });
  await condition(() => isFull(queue.current.case));
  await settleLapse(input.no);
}
