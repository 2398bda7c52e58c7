import { ApplicationFailure, heartbeat, sleep } from '@temporalio/activity';
import type { CommandDeps } from '../commands/deps.ts';
import { lapse } from '../commands/intents/lapse.ts';
import type { Activities } from '../workflows/activities.ts';
import { isUnsealed, unsealedType } from '../workflows/messages.ts';

const beatMs = 2_000;

/** Activities that record what time decides. */
export function createRecordingActivities(deps: CommandDeps): Pick<Activities, 'settleLapse'> {
  return {
    /** Its heart beats, so that it is started elsewhere soon after its worker died. */
    async settleLapse(no) {
      if (isUnsealed(no)) throw ApplicationFailure.nonRetryable('the number is not sealed with our key', unsealedType);
      const beat = setInterval(() => heartbeat(), beatMs);
      try {
        return await lapse(deps, no, sleep);
      } finally {
        clearInterval(beat);
      }
    },
  };
}
