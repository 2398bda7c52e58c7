import { heartbeat, sleep } from '@temporalio/activity';
import type { CommandDeps } from '../commands/deps.ts';
import { endForFraud, type IntegrityQuestion, type IntegrityStep, settleIntegrity } from '../commands/integrity.ts';
import { lapse } from '../commands/lapse.ts';
import type { Standing } from '../domain/integrity-case.ts';
import type { LapseAnswer } from '../workflows/messages.ts';

const beatMs = 2_000;

/** Activities that record what time decides. */
export function createRecordingActivities(deps: CommandDeps) {
  return {
    /**
     * Settles the line of an application and records its lapse if one has come. Idempotent: a lapse already recorded is only finished. Its heart
     * beats, so that it is started elsewhere soon after its worker died.
     */
    async settleLapse(no: string): Promise<LapseAnswer> {
      const beat = setInterval(() => heartbeat(), beatMs);
      try {
        return await lapse(deps, no, sleep);
      } finally {
        clearInterval(beat);
      }
    },
    /** What the application of an integrity case has come to, asked through its line; what is still running ends there. Idempotent. */
    async askApplication(question: IntegrityQuestion): Promise<Standing> {
      return await endForFraud(deps, question);
    },
    /** Writes a step of an integrity case and carries out its decision. Idempotent: whoever wrote it first has written it. */
    async settleIntegrityCase(step: IntegrityStep): Promise<void> {
      await settleIntegrity(deps, step);
    },
  };
}
