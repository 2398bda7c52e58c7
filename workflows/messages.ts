import { defineUpdate } from '@temporalio/workflow';
import type { Command } from '../domain/case/commands.ts';
import type { IntegrityCommand } from '../domain/integrity/case.ts';
import type { IntegrityQueue, IntegrityReply, IntegrityWaits } from '../domain/integrity/command-queue.ts';
import type { CommandQueue, Reply } from '../domain/lifecycle/command-queue.ts';
import type { IntegrityRules } from '../domain/programme/integrity.ts';

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

export const applicationWorkflowId = (no: string): string => `application/${no}`;
export const noticesWorkflowId = 'notices';

/** What a case answers to an act: its step, or that the decision waits for the application's line. */
export type IntegrityAnswer = IntegrityReply | IntegrityWaits;

/** The only message of an integrity case. Its update id is the intent's id; a decision that waited comes again under an id of its own. */
export const integrityUpdate = defineUpdate<IntegrityAnswer, [IntegrityCommand], 'integrityAct'>('integrityAct');

/** A step that an integrity case took. */
export type IntegrityStep = { readonly no: string; readonly n: number; readonly reply: IntegrityReply };
/** Which integrity case is asked, and by which rules it is decided from its opening on. */
export type IntegrityCaseKey = { readonly no: string; readonly n: number; readonly rules: IntegrityRules };
/** A decision that waits for what the application's line says. */
export type IntegrityQuestion = IntegrityCaseKey & { readonly command: IntegrityCommand };

/** Start input of an integrity case: its application, its number there, and the rules it is decided by. */
export type IntegrityInput = {
  readonly no: string;
  readonly n: number;
  readonly rules: IntegrityRules;
  readonly carried?: IntegrityQueue;
};

export const integrityWorkflowId = (no: string, n: number): string => `integrity/${no}/${n}`;
