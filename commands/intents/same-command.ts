import { createHash } from 'node:crypto';
import type { Intent } from '../../db/intent.ts';
import type { DecidedCommand } from '../../domain/entity/command-queue.ts';

/** A workflow answered about another command than was asked, or on another state than is written down. Nothing of it is written, and the intent stays open. */
export class OtherAnswer extends Error {
  override readonly name = 'OtherAnswer';
}

/** Hash of an intent as it was recorded, the same whoever finishes it and whenever. */
export function digestOf(intent: Intent): string {
  const { id, no, n, action, person, role, scope, argument, receivedAt, contentVersion, expectedSeq } = intent;
  const recorded = [id, no, n, action, person, role, scope, argument, receivedAt, contentVersion, expectedSeq];
  return createHash('sha256').update(JSON.stringify(recorded)).digest('hex');
}

/** Throws unless an answer is about this command, decided on the state that is written down. */
export function demandSame(asked: DecidedCommand, decided: DecidedCommand | undefined): void {
  const differing = parts.filter((part) => asked[part] !== decided?.[part]);
  const { person, role, scope } = asked.by;
  const same = decided?.by.person === person && decided.by.role === role && decided.by.scope === scope;
  if (decided && differing.length === 0 && same) return;
  const what = decided
    ? [...differing, ...(same ? [] : ['by'])].join(', ')
    : 'everything: it does not say what it is about';
  throw new OtherAnswer(
    `the workflow answered about another command than intent ${asked.intent}; they differ in ${what}`,
  );
}

const parts = ['intent', 'n', 'name', 'digest', 'seq'] as const;
