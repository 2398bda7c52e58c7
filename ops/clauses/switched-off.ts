/** Stands in for domain/clause.ts and around the programmes' data while one rule is switched off; loaded by test processes only. */
import { appendFileSync } from 'node:fs';
import type { clauseSatisfied as stated, allClausesSatisfied as statedTogether } from '../../domain/clause.ts';
import { without } from './without.ts';

/** The variable that names the rule switched off; without it everything is as printed. */
export const SWITCHED_OFF = 'CLAUSE_SWITCHED_OFF';
/** The variable that names the file into which a line is written wherever the switch made a difference. */
export const NOTICED_IN = 'CLAUSE_NOTICED_IN';

function noticed(where: 'code' | 'data'): void {
  const file = process.env[NOTICED_IN];
  if (file) appendFileSync(file, `${where}\n`);
}

/** `clauseSatisfied` of domain/clause.ts, but the rule switched off always holds. */
export const clauseSatisfied: typeof stated = (clause, fulfilled) => {
  if (fulfilled || clause !== process.env[SWITCHED_OFF]) return fulfilled;
  noticed('code');
  return true;
};

/** `allClausesSatisfied` of domain/clause.ts, which holds with any of its clauses switched off. */
export const allClausesSatisfied: typeof statedTogether = (clauses, fulfilled) =>
  clauses.reduce((held, clause) => clauseSatisfied(clause, held), fulfilled);

/** Data of a programme, or a collection of programmes, without the rule switched off. */
export function off<T>(value: T): T {
  const clause = process.env[SWITCHED_OFF];
  if (!clause) return value;
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, off(each)])) as T;
  const changed = without(value, clause);
  if (changed !== value) noticed('data');
  return changed;
}
