import type { ApplicationStatus } from '../case/check-results.ts';
import type { IntegrityRules } from '../programme/integrity.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { IntegrityCommand, IntegrityEvent, IntegrityState } from './case.ts';
import { decideIntegrity, evolveIntegrity, integrityRefusal } from './decide.ts';

/**
 * What the workflow of a case keeps: how it stands; its last answer, because a new run forgets update ids; and the decision that waits for what the
 * application's line says, as long as it does.
 */
export type IntegrityQueue = {
  readonly case: IntegrityState;
  readonly last: IntegrityReply | null;
  readonly waiting?: IntegrityCommand;
};
/** What the workflow answers: the event, and the case after it. */
export type IntegrityReply = {
  readonly intent: string;
  readonly event: IntegrityEvent;
  readonly state: IntegrityState;
};
/** Nothing stands against upholding the case, but what follows depends on what its application has come to: its line is asked first. */
export type IntegrityWaits = { readonly intent: string; readonly waits: true };

type Taken<R> = { readonly line: IntegrityQueue; readonly reply: R } | { readonly refusal: Refusal };

/** Takes one act down the line of a case: a repeated one gets the same answer, and an upholding first waits for the application's line. Pure. */
export function handleIntegrityCommand(
  line: IntegrityQueue,
  command: IntegrityCommand,
  rules: IntegrityRules,
): Taken<IntegrityReply | IntegrityWaits> {
  const { intent, data } = command;
  if (line.last?.intent === intent) return { line, reply: line.last };
  if (line.waiting && line.waiting.intent !== intent) return { refusal: beingDecided(rules) };
  if (data.standing !== undefined || data.looked === undefined) return decideNow(line, command, rules);
  const refusal = integrityRefusal(line.case, { ...command, data: { ...data, standing: data.looked } }, rules);
  return refusal ? { refusal } : { line: { ...line, waiting: command }, reply: { intent, waits: true } };
}

function decideNow(line: IntegrityQueue, command: IntegrityCommand, rules: IntegrityRules): Taken<IntegrityReply> {
  const event = decideIntegrity(line.case, command, rules);
  if ('code' in event) return { refusal: event };
  const state = evolveIntegrity(line.case, event);
  const reply = { intent: command.intent, event, state };
  return { line: { case: state, last: reply }, reply };
}

/** The decision that waited, now that the application's line has said what it has come to. */
export const withApplicationStatus = (command: IntegrityCommand, standing: ApplicationStatus): IntegrityCommand => {
  const { looked: _, ...data } = command.data;
  return { ...command, data: { ...data, standing } };
};

/** Decides what waited; where a title was issued first and may not be revoked yet, the case goes on as if it had not been asked. Pure. */
export function answerWaiting(
  { waiting, ...line }: IntegrityQueue,
  standing: ApplicationStatus,
  rules: IntegrityRules,
): { readonly line: IntegrityQueue; readonly reply: IntegrityReply | null } {
  const taken = waiting ? decideNow(line, withApplicationStatus(waiting, standing), rules) : null;
  return taken && 'reply' in taken ? taken : { line, reply: null };
}

const beingDecided = ({ cancel }: IntegrityRules): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    { zh: '诚信核查正在作出决定，请稍后再试。', en: 'The integrity case is just being decided.' },
    { clauses: cancel },
  );
