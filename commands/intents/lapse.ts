import { recordLapse } from '../../db/intents/recording.ts';
import type { LapseAnswer } from '../../workflows/messages.ts';
import { type CommandDeps, crashPoint } from '../deps.ts';
import { finish } from './finish.ts';

/** A wait shorter than this is sat out by the activity itself: clocks of two machines differ by seconds, ms. */
const sitOutMs = 10_000;

/**
 * A timer's only act: settles the line, records the lapse if by the newest dates it has come, and settles that. The workflow's clock is not
 * moved from here: a fast-forward under way would wait for this very call.
 */
export async function lapse(deps: CommandDeps, no: string, wait: (ms: number) => Promise<void>): Promise<LapseAnswer> {
  while (true) {
    await finish(deps, no, { deadlineAt: Date.now() + 30_000, catchUp: false });
    const recorded = await recordLapse(deps.db, no);
    crashPoint(deps, 'after-lapse-intent');
    if (recorded.status === 'none') return { status: 'settled' };
    if (recorded.status === 'recorded') {
      await finish(deps, no, { deadlineAt: Date.now() + 30_000, catchUp: false });
      crashPoint(deps, 'after-lapse');
      return { status: 'settled' };
    }
    if (recorded.waitMs > sitOutMs) return { status: 'notYet', waitMs: recorded.waitMs };
    await wait(recorded.waitMs);
  }
}
