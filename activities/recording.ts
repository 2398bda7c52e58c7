import { heartbeat, sleep } from '@temporalio/activity';
import type { CommandDeps } from '../commands/deps.ts';
import { lapse } from '../commands/lapse.ts';
import type { LapseAnswer } from '../workflows/messages.ts';

/** Activities that record what time decides. */
export function createRecordingActivities(deps: CommandDeps) {
  return {
    /** Settles the line of an application and records its lapse if one has come. Idempotent: a lapse already recorded is only finished. */
    async settleLapse(no: string): Promise<LapseAnswer> {
      return await lapse(deps, no, async (ms) => {
        heartbeat();
        await sleep(ms);
      });
    },
  };
}
