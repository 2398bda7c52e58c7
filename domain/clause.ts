/**
 * Whether the printed rule `clause` is fulfilled: what the caller found out, unchanged, with the rule named at the very
 * place that enforces it: `if (!clauseSatisfied('LN-5.5.3-b', returns < 3)) return refuse(…)`. `fulfilled` is the rule as printed,
 * so that `true` lets the applicant go on; `clause` is the id as it stands, not put together, so that it can be found.
 *
 * `npm run clauses -- --switch-off` replaces this module by one in which one rule always holds: a test that names the
 * rule in its title and stays green proves nothing about it. What stands in a programme's data is switched off there.
 */
export const clauseSatisfied = (_clause: string, fulfilled: boolean): boolean => fulfilled;

/** The same for a rule that several printed sentences state together: `clauses` come from a programme's data. */
export const allClausesSatisfied = (clauses: readonly string[], fulfilled: boolean): boolean =>
  clauses.reduce((held, clause) => clauseSatisfied(clause, held), fulfilled);
