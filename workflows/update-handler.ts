import { ApplicationFailure, currentUpdateInfo, log } from '@temporalio/workflow';
import type { DecidedCommand } from '../domain/entity/command-queue.ts';
import type { Refusal } from '../domain/refusal.ts';
import { defectType, isUnsealed, refusedType, unsealedType } from './messages.ts';

/** What an update may answer: anything but a promise. An error in an async handler would block the workflow for ever, so the types exclude one. */
export type Sync = { readonly then?: never; readonly [key: string]: unknown };

type Handlers<Ret extends Sync, Arg> = {
  readonly validate: (argument: Arg) => ApplicationFailure | null;
  readonly run: (argument: Arg) => Ret;
};

/**
 * The handler and options of an update, made so that no error inside it can fail the workflow task: Temporal retries a failed task for ever, and
 * the case would be blocked. A refusal becomes a failure of type `REFUSED`. Any other error is logged and becomes a failure of type `DEFECT`,
 * which leaves the intent open. A message that was not sealed with our key, or has another id than its own, is rejected before anything else. Every
 * update is registered through this: `setHandler(update, ...updateHandler({ … }))`.
 */
export function updateHandler<Ret extends Sync, Arg extends { readonly intent: string }>(
  handlers: Handlers<Ret, Arg>,
): [handler: (argument: Arg) => Ret, options: { validator: (argument: Arg) => void }] {
  const validator = (argument: Arg) =>
    guarded(() => {
      const failure = foreign(argument) ?? handlers.validate(argument);
      if (failure) throw failure;
    });
  const handler = (argument: Arg) => {
    // The validator accepted it, so it was sealed with our key. If it cannot be opened now, this worker lacks the key, and the task waits for one that has it.
    if (isUnsealed(argument)) throw new Error('a command of this history cannot be opened: is a key missing?');
    return guarded(() => handlers.run(argument));
  };
  return [handler, { validator }];
}

/** Why a message is not ours, or null. Somebody who can copy sealed messages must not be able to send one again under another id. */
function foreign(argument: { readonly intent: string } | undefined): ApplicationFailure | null {
  const id = currentUpdateInfo()?.id;
  if (argument !== undefined && !isUnsealed(argument) && argument.intent === id) return null;
  const message = 'This command is not sealed with our key for this workflow under this id; it is not looked at.';
  return ApplicationFailure.create({ type: unsealedType, message, nonRetryable: true });
}

/** Ends a workflow whose input was not sealed with our key, so that its number is free for ours. */
export function demandSealed(input: unknown): void {
  if (!isUnsealed(input) && input !== undefined) return;
  const message = 'The start of this workflow is not sealed with our key for it.';
  throw ApplicationFailure.create({ type: unsealedType, message, nonRetryable: true });
}

/** The failure that carries a refusal to the caller, with the refused command. */
export function refused(refusal: Refusal, decided: DecidedCommand): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedType,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal, decided],
  });
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error;
    log.error('defect in an update', { error: String(error) });
    throw ApplicationFailure.create({ type: defectType, message: String(error), nonRetryable: true });
  }
}
