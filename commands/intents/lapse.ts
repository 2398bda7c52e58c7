import type { LapseAnswer } from '../../workflows/messages.ts';
import { type CommandDeps, crashPoint } from '../deps.ts';
import { maxShortWaitMs } from '../limits.ts';
import { finishWithDueLapse } from './finish.ts';

/**
 * Called when a timer fired: finishes the open intents, records the lapse if its deadline has passed by the newest dates, and finishes it. A short
 * wait is waited out here, since the clocks of two machines differ by seconds. The workflow's clock is not moved from here, because a fast-forward
 * under way waits for this call.
 */
export async function lapse(deps: CommandDeps, no: string, wait: (ms: number) => Promise<void>): Promise<LapseAnswer> {
  while (true) {
    const recorded = await finishWithDueLapse(deps, no, { deadlineAt: Date.now() + 30_000, catchUp: false });
    if (recorded.status !== 'wait') {
      if (recorded.status === 'recorded') crashPoint(deps, 'after-lapse');
      return { status: 'settled' };
    }
    if (recorded.waitMs > maxShortWaitMs) return { status: 'notYet', waitMs: recorded.waitMs };
    await wait(recorded.waitMs);
  }
}
