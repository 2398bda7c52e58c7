import { ApplicationFailure, log } from '@temporalio/workflow';
import type { Refusal } from '../domain/refusal.ts';
import { defectType, refusedType } from './messages.ts';

/** What an update may answer: anything but a promise. An async handler would freeze the workflow for ever, so none can be written here. */
export type Sync = { readonly then?: never; readonly [key: string]: unknown };

type Handlers<Ret extends Sync, Arg> = {
  readonly validate: (argument: Arg) => Refusal | null;
  readonly run: (argument: Arg) => Ret;
};

/**
 * Handler and options of an update, made so that nothing thrown inside can fail the workflow task: a plain error there is retried for ever
 * and freezes the case. A refusal becomes a failure of type `REFUSED`; any other throw one of type `DEFECT`, logged, which leaves the
 * intent open. Every update is registered through this: `setHandler(update, ...updateHandler({ … }))`.
 */
export function updateHandler<Ret extends Sync, Arg>(
  handlers: Handlers<Ret, Arg>,
): [handler: (argument: Arg) => Ret, options: { validator: (argument: Arg) => void }] {
  const validator = (argument: Arg) =>
    guarded(() => {
      const refusal = handlers.validate(argument);
      if (refusal) throw refused(refusal);
    });
  return [(argument) => guarded(() => handlers.run(argument)), { validator }];
}

/** The failure by which a refusal travels to the caller. */
export function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedType,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
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
