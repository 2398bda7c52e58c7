import { ApplicationFailure, heartbeat, sleep } from '@temporalio/activity';
import type { CommandDeps } from '../commands/deps.ts';
import { lapse } from '../commands/intents/lapse.ts';
import type { Activities } from '../workflows/activities.ts';
import { isUnsealed, unsealedType } from '../workflows/messages.ts';
import { lapseHeartbeatMs } from './limits.ts';

/** The activity that records lapses. */
export function createRecordingActivities(deps: CommandDeps): Pick<Activities, 'settleLapse'> {
  return {
    /**
     * Called by a workflow whose timer fired. It may send an update to that same workflow, which answers while it waits for this activity.
     * Heartbeats, so that Temporal starts it on another worker soon after this one died.
     */
    async settleLapse(no) {
      if (isUnsealed(no)) throw ApplicationFailure.nonRetryable('the number is not sealed with our key', unsealedType);
      const beat = setInterval(() => heartbeat(), lapseHeartbeatMs);
      try {
        return await lapse(deps, no, sleep);
      } finally {
        clearInterval(beat);
      }
    },
  };
}
