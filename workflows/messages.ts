import { defineUpdate } from '@temporalio/workflow';
import type { Command } from '../domain/case/commands.ts';
import type { EntityQueue, EntityReply, Fact } from '../domain/entity/decider.ts';
import type { CommandQueue, Reply } from '../domain/lifecycle/command-queue.ts';

/** The only message of an application: the next intent of its line. Its update id is the intent's id. */
export const actUpdate = defineUpdate<Reply, [Command], 'act'>('act');

/** Start input of an application: its number, its clock and its place among those who fall due with it. The rest arrives with the first submission, or is carried from run to run. */
export type ApplicationInput = {
  readonly no: string;
  /** Business time = workflow time + this many milliseconds; 0 outside clock worlds. */
  readonly offsetMs: number;
  /** So long after each deadline the case wakes, so that a whole cohort does not at once; without it at the deadline itself. */
  readonly spreadMs?: number;
  /** Continue as new after so many events, for tests; without it when the server suggests it. */
  readonly continueAfterEvents?: number;
  readonly carried?: CommandQueue;
};

/** What the lapse activity answers: the line is settled, or the deadline is still so many milliseconds away by the clock that counts. */
export type LapseAnswer = { readonly status: 'settled' } | { readonly status: 'notYet'; readonly waitMs: number };

/** The type of failure by which a workflow refuses; its one detail is the refusal. */
export const refusedType = 'REFUSED';
/** The type of failure for an unknown throw inside a handler: a defect of ours, never an answer to the caller. */
export const defectType = 'DEFECT';

/** The type of failure for a message that nobody with our key sealed for this workflow, or that is not the one its update id names. */
export const unsealedType = 'UNSEALED';
/** Where a worker cannot open a payload, workflow and activity get an object with this key instead. */
export const unsealedMark = 'zhicheng:unsealed';
export const isUnsealed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && unsealedMark in value;

export const applicationWorkflowId = (no: string): string => `application/${no}`;
export const noticesWorkflowId = 'notices';

/** How everything that is no application names its update: the next intent of its queue, its update id the intent's. */
export const entityUpdate = <S, C, F extends Fact>() => defineUpdate<EntityReply<S, F>, [C], 'act'>('act');

/** Start input of a workflow that is no application: its number, which is its workflow id too. The rest arrives with the first command. */
export type EntityInput<S, F extends Fact> = { readonly no: string; readonly carried?: EntityQueue<S, F> };
