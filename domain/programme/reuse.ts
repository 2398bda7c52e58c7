/**
 * Where a notice forbids using an achievement again: `samePersonPassed` in an earlier application of the same person that passed
 * (LYG-2.2-d), `anyone` in another year or by another applicant (LN-5.2.3-a).
 */
export const reuseScopes = ['samePersonPassed', 'anyone'] as const;
export type ReuseScope = (typeof reuseScopes)[number];

/** What a notice forbids of using an achievement again, and by which rules. */
export type ReuseRule = {
  readonly among: ReuseScope;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};
