import type { UpdateDefinition } from '@temporalio/common';
import { setHandler } from '@temporalio/workflow';
import { decidedCommand, type Numbered, type Queue, type Taken } from '../domain/entity/command-queue.ts';
import { refused, type Sync, updateHandler } from './update-handler.ts';

/** The queue of a running workflow: `current` is replaced when a command is accepted, and only then. */
export type ServedQueue<S, R> = { current: Queue<S, R> };

/** How a workflow takes commands: the queue that the previous run left, and the pure function of its kind that takes the next command. */
export type Served<S, R, C> = {
  readonly carried: Queue<S, R>;
  readonly take: (queue: Queue<S, R>, command: C) => Taken<S, R>;
  /** Called after every command that was accepted. */
  readonly accepted?: () => void;
};

/** Registers the one update by which a workflow takes the commands of its queue. */
export function serveQueue<S extends { readonly seq: number }, R extends Sync, C extends Numbered>(
  update: UpdateDefinition<R, [C]>,
  { carried, take, accepted }: Served<S, R, C>,
): ServedQueue<S, R> {
  const served: ServedQueue<S, R> = { current: carried };
  // What the validator found, for the handler that is called next; a replay calls no validator.
  let judged: { readonly on: Queue<S, R>; readonly intent: string; readonly taken: Taken<S, R> } | null = null;
  const judge = (command: C): Taken<S, R> => {
    const taken = take(served.current, command);
    judged = { on: served.current, intent: command.intent, taken };
    return taken;
  };
  const judgedOf = ({ intent }: C): Taken<S, R> | undefined =>
    judged?.on === served.current && judged.intent === intent ? judged.taken : undefined;
  const handler = updateHandler<R, C>({
    validate: (command) => {
      const taken = judge(command);
      return 'refusal' in taken ? refused(taken.refusal, decidedCommand(served.current, command)) : null;
    },
    run: (command) => {
      const taken = judgedOf(command) ?? take(served.current, command);
      judged = null;
      if ('refusal' in taken) throw refused(taken.refusal, decidedCommand(served.current, command));
      served.current = taken.queue;
      accepted?.();
      return taken.reply;
    },
  });
  setHandler(update, ...handler);
  return served;
}
