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

/** One application, from its first submission until its last remedy has expired. Only the update handler changes its state. */
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
      // The workflow does not decide a lapse alone: the order among people's intents and the newest dates are in the database. The activity
      // records the lapse there as an intent and sends it to this workflow as an update, which the handler takes while this line waits. The
      // activity returns when no intent is open, so the outcome of a closing command is written before the workflow ends.
      const dueBefore = nextDueAt(queue.current.case);
      const answer = await settleLapse(input.no);
      // If the deadline did not change, the next attempt waits longer each time, so that the activity is not called without pause.
      stuckMs = nextDueAt(queue.current.case) === dueBefore ? Math.min(Math.max(2 * stuckMs, 30_000), 3_600_000) : 0;
      // The answer is a duration, not an instant: if this workflow's clock is ahead, an instant would already have passed and it would ask again at once.
      // The spread is added again, because a date that moved has moved for every case that shared it.
      postponedTo = answer.status === 'notYet' ? now() + answer.waitMs + spreadMs : stuckMs && now() + stuckMs;
      timer.set(null);
      if (queue.current.case.closed) return;
    } else if (full() && allHandlersFinished()) {
      timer.set(null);
      return await continueAsNew<typeof application>({ ...input, carried: queue.current });
    }
  }
}
