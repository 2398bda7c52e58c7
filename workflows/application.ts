import { allHandlersFinished, condition, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { emptyQueue, handleCommand } from '../domain/lifecycle/command-queue.ts';
import { nextDueAt } from '../domain/lifecycle/lapses.ts';
import type { Activities } from './activities.ts';
import { serveQueue } from './command-queue.ts';
import { DeadlineTimer } from './deadline-timer.ts';
import { type ApplicationInput, actUpdate } from './messages.ts';
import { demandSealed } from './update-handler.ts';

const { settleLapse } = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '30 seconds' },
});

/** One application, from its first submission to the day its last remedy has passed. Changes nowhere but in its update handler. */
export async function application(input: ApplicationInput): Promise<void> {
  demandSealed(input);
  let postponedTo = 0;
  let stuckMs = 0;
  const queue = serveQueue(actUpdate, {
    carried: input.carried ?? emptyQueue(input.no),
    take: handleCommand,
    accepted: () => {
      postponedTo = 0;
    },
  });

  const now = () => Date.now() + input.offsetMs;
  const spreadMs = input.spreadMs ?? 0;
  const timer = new DeadlineTimer(now);
  const wakeAt = () => {
    const due = nextDueAt(queue.current.case);
    return due === null ? null : Math.max(due + spreadMs, postponedTo);
  };
  const full = () =>
    workflowInfo().continueAsNewSuggested ||
    workflowInfo().historyLength >= (input.continueAfterEvents ?? Number.POSITIVE_INFINITY);

  while (true) {
    if (!timer.isSetFor(wakeAt())) timer.set(wakeAt());
    await condition(
      () => timer.fired || queue.current.case.closed || !timer.isSetFor(wakeAt()) || (full() && allHandlersFinished()),
    );
    if (timer.fired || queue.current.case.closed) {
      // The activity records the lapse as an intent and returns when the line is settled, so that a close is seen written before the end.
      const dueBefore = nextDueAt(queue.current.case);
      const answer = await settleLapse(input.no);
      // A lapse that moved nothing must not be asked for without end.
      stuckMs = nextDueAt(queue.current.case) === dueBefore ? Math.min(Math.max(2 * stuckMs, 30_000), 3_600_000) : 0;
      // As a wait and not as an instant: by a clock that is ahead the instant would have come, and it would ask without end.
      // A later date is later for all who shared the earlier one.
      postponedTo = answer.status === 'notYet' ? now() + answer.waitMs + spreadMs : stuckMs && now() + stuckMs;
      timer.set(null);
      if (queue.current.case.closed) return;
    } else if (full() && allHandlersFinished()) {
      timer.set(null);
      return await continueAsNew<typeof application>({ ...input, carried: queue.current });
    }
  }
}
