/**
 * Whether the printed rule `clause` is satisfied. It returns `fulfilled` unchanged and names the rule where it is enforced: `if
 * (!clauseSatisfied('LN-5.5.3-b', returns < 3)) return refuse(…)`. `fulfilled` is the rule as printed: `true` lets the applicant continue. Write
 * `clause` as a literal, so that a search finds it. `npm run clauses -- --switch-off` replaces this module by one in which one rule is always
 * satisfied: a test that names the rule in its title must then fail. Rules held as data are switched off in the data.
 */
export const clauseSatisfied = (_clause: string, fulfilled: boolean): boolean => fulfilled;

/** The same for a rule that several clauses state; `clauses` come from a programme's data. */
export const allClausesSatisfied = (clauses: readonly string[], fulfilled: boolean): boolean =>
  clauses.reduce((held, clause) => clauseSatisfied(clause, held), fulfilled);
