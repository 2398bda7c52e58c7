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
 * Handler and options of an update, made so that nothing thrown inside can fail the workflow task: a plain error there is retried for ever
 * and freezes the case. A refusal becomes a failure of type `REFUSED`; any other throw one of type `DEFECT`, logged, which leaves the
 * intent open. What nobody with our key sealed, or is sent under another id than its own, is turned away before anybody looks at it. Every update is registered through this: `setHandler(update, ...updateHandler({ … }))`.
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
    // It was let in, so it was sealed: what cannot be opened now lacks a key of this worker, and the task waits for one that has it.
    if (isUnsealed(argument)) throw new Error('a command of this history cannot be opened: is a key missing?');
    return guarded(() => handlers.run(argument));
  };
  return [handler, { validator }];
}

/** Why a message is none of ours, or null. Whoever can copy sealed messages must not send one again under an id of his own. */
function foreign(argument: { readonly intent: string } | undefined): ApplicationFailure | null {
  const id = currentUpdateInfo()?.id;
  if (argument !== undefined && !isUnsealed(argument) && argument.intent === id) return null;
  const message = 'This command is not sealed with our key for this workflow under this id; it is not looked at.';
  return ApplicationFailure.create({ type: unsealedType, message, nonRetryable: true });
}

/** Ends a workflow that nobody with our key has started; its number stays free for one that is. */
export function demandSealed(input: unknown): void {
  if (!isUnsealed(input) && input !== undefined) return;
  const message = 'The start of this workflow is not sealed with our key for it.';
  throw ApplicationFailure.create({ type: unsealedType, message, nonRetryable: true });
}

/** The failure by which a refusal travels to the caller, with the command that is refused. */
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
