import { defineUpdate } from '@temporalio/workflow';
import type { Command } from '../domain/case/commands/commands.ts';
import type { EntityQueue, EntityReply, Fact } from '../domain/entity/decider.ts';
import type { CommandQueue, Reply } from '../domain/lifecycle/command-queue.ts';

/**
 * The only message of an application: the next intent of its queue. Its update id is the intent's id, so a repeated intent gets the first answer.
 * One update carries every action (the names in `domain/case/commands/action-labels.ts`), because which actions exist follows from the stages of the
 * programme, and all of them need the same order, the same answer when repeated and the same refusals. It is an update and not a signal, because
 * the caller waits for the decision.
 */
export const actUpdate = defineUpdate<Reply, [Command], 'act'>('act');

/** Start input of an application. Its state arrives with the first submission, or is carried over from the previous run. */
export type ApplicationInput = {
  readonly no: string;
  /** Business time = workflow time + this many milliseconds; 0 outside clock worlds. */
  readonly offsetMs: number;
  /** How long after each deadline the case wakes, so that the cases of one deadline do not all wake at once; without it at the deadline itself. */
  readonly spreadMs?: number;
  /** Set by tests: continue as new after this many events. Otherwise the workflow continues as new when the server suggests it. */
  readonly continueAfterEvents?: number;
  readonly carried?: CommandQueue;
};

/** What the lapse activity answers: no intent is open and no deadline has passed (`settled`), or the deadline is `waitMs` away by the database's clock. The names stand in recorded histories. */
export type LapseAnswer = { readonly status: 'settled' } | { readonly status: 'notYet'; readonly waitMs: number };

/** The type of failure by which a workflow refuses; its one detail is the refusal. */
export const refusedType = 'REFUSED';
/** The type of failure for any other error inside a handler: a defect, never an answer to the caller. */
export const defectType = 'DEFECT';

/** The type of failure for a message that nobody with our key sealed for this workflow, or that is not the one its update id names. */
export const unsealedType = 'UNSEALED';
/** Where a worker cannot open a payload, workflow and activity get an object with this key instead. */
export const unsealedMark = 'zhicheng:unsealed';
export const isUnsealed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && unsealedMark in value;

export const applicationWorkflowId = (no: string): string => `application/${no}`;
export const noticesWorkflowId = 'notices';

/** The update of every other kind: the next intent of its queue, whose id is the update id. */
export const entityUpdate = <S, C, F extends Fact>() => defineUpdate<EntityReply<S, F>, [C], 'act'>('act');

/** Start input of a workflow of every other kind: its number, which is also its workflow id. Its state arrives with the first command. */
export type EntityInput<S, F extends Fact> = { readonly no: string; readonly carried?: EntityQueue<S, F> };
