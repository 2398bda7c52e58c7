import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { type IntegrityLine, type IntegrityReply, receiveIntegrity } from '../domain/integrity.ts';
import { emptyIntegrity, type IntegrityCommand } from '../domain/integrity-case.ts';
import { type IntegrityInput, integrityUpdate } from './messages.ts';
import { neverFreezing, refused } from './never-freezing.ts';

const { settleIntegrityCase } = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  retry: { maximumInterval: '30 seconds' },
});

/** One integrity case, from its opening to its decision. Every step is written down by an activity too, so that none is lost with its caller. */
export async function integrity(input: IntegrityInput): Promise<void> {
  const { no, n, rules } = input;
  let line: IntegrityLine = input.carried ?? { case: emptyIntegrity, last: null };
  const unwritten: IntegrityReply[] = [];

  const act = neverFreezing<IntegrityReply, IntegrityCommand>({
    validate: (command) => {
      const taken = receiveIntegrity(line, command, rules);
      return 'refusal' in taken ? taken.refusal : null;
    },
    run: (command) => {
      const taken = receiveIntegrity(line, command, rules);
      if ('refusal' in taken) throw refused(taken.refusal);
      if (taken.line !== line) unwritten.push(taken.reply);
      line = taken.line;
      return taken.reply;
    },
  });
  setHandler(integrityUpdate, ...act);

  while (true) {
    const full = () => workflowInfo().continueAsNewSuggested && allHandlersFinished();
    await condition(() => unwritten.length > 0 || full());
    const reply = unwritten[0];
    if (!reply) return await continueAsNew<typeof integrity>({ ...input, carried: line });
    await settleIntegrityCase({ no, n, reply });
    unwritten.shift();
    if (line.case.decision && unwritten.length === 0) return;
  }
}
