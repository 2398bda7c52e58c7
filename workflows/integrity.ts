import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { emptyIntegrity, type IntegrityCommand } from '../domain/integrity/case.ts';
import {
  answerWaiting,
  handleIntegrityCommand,
  type IntegrityQueue,
  type IntegrityReply,
} from '../domain/integrity/command-queue.ts';
import type { Activities } from './activities.ts';
import { type IntegrityAnswer, type IntegrityInput, integrityUpdate } from './messages.ts';
import { refused, updateHandler } from './update-handler.ts';

const { settleIntegrityCase, askApplication } = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  retry: { maximumInterval: '30 seconds' },
});

/**
 * One integrity case, from its opening to its decision. Every step is written down by an activity too, and what waits for the application's line is
 * asked there too, so that nothing is lost with its caller.
 */
export async function integrity(input: IntegrityInput): Promise<void> {
  const { no, n, rules } = input;
  let line: IntegrityQueue = input.carried ?? { case: emptyIntegrity, last: null };
  const unwritten: IntegrityReply[] = [];
  const keep = (next: IntegrityQueue, reply: IntegrityAnswer | null) => {
    if (reply && 'event' in reply && next !== line) unwritten.push(reply);
    line = next;
  };

  const act = updateHandler<IntegrityAnswer, IntegrityCommand>({
    validate: (command) => {
      const taken = handleIntegrityCommand(line, command, rules);
      return 'refusal' in taken ? taken.refusal : null;
    },
    run: (command) => {
      const taken = handleIntegrityCommand(line, command, rules);
      if ('refusal' in taken) throw refused(taken.refusal);
      keep(taken.line, taken.reply);
      return taken.reply;
    },
  });
  setHandler(integrityUpdate, ...act);

  while (true) {
    const full = () => workflowInfo().continueAsNewSuggested && allHandlersFinished();
    await condition(() => unwritten.length > 0 || line.waiting !== undefined || full());
    const [reply] = unwritten;
    if (reply) {
      await settleIntegrityCase({ no, n, reply });
      unwritten.shift();
    } else if (line.waiting) {
      const { intent } = line.waiting;
      const standing = await askApplication({ no, n, command: line.waiting, rules });
      // Its caller may have brought the answer meanwhile.
      const waited = line.waiting?.intent === intent ? answerWaiting(line, standing, rules) : null;
      if (waited) keep(waited.line, waited.reply);
    } else {
      return await continueAsNew<typeof integrity>({ ...input, carried: line });
    }
    if (line.case.decision && unwritten.length === 0) return;
  }
}
