/** Replaces domain/clause.ts and wraps the programmes' data while one rule is switched off; only test processes load it. */
import { appendFileSync } from 'node:fs';
import type { clauseSatisfied as stated, allClausesSatisfied as statedTogether } from '../../../domain/clause.ts';
import { without } from './without.ts';

/** The environment variable that names the rule to switch off; without it every rule is in force. */
export const SWITCHED_OFF = 'CLAUSE_SWITCHED_OFF';
/** The environment variable with the file to which a line is written each time the switch makes a difference. */
export const NOTICED_IN = 'CLAUSE_NOTICED_IN';

function noticed(where: 'code' | 'data'): void {
  const file = process.env[NOTICED_IN];
  if (file) appendFileSync(file, `${where}\n`);
}

/** `clauseSatisfied` of domain/clause.ts, but always true for the rule that is switched off. */
export const clauseSatisfied: typeof stated = (clause, fulfilled) => {
  if (fulfilled || clause !== process.env[SWITCHED_OFF]) return fulfilled;
  noticed('code');
  return true;
};

/** `allClausesSatisfied` of domain/clause.ts, but true if one of its clauses is switched off. */
export const allClausesSatisfied: typeof statedTogether = (clauses, fulfilled) =>
  clauses.reduce((held, clause) => clauseSatisfied(clause, held), fulfilled);

/** The data of a programme, or of several, without the rule that is switched off. */
export function off<T>(value: T): T {
  const clause = process.env[SWITCHED_OFF];
  if (!clause) return value;
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, off(each)])) as T;
  const changed = without(value, clause);
  if (changed !== value) noticed('data');
  return changed;
}
