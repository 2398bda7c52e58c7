import type { CaseState } from './case.ts';
import { stageIndex } from './plan.ts';

/** The kinds of claims that end with this case: a road that ended before review leaves the year free again. */
export function claimsEnded(state: Pick<CaseState, 'ended' | 'attempts' | 'plan'>): string[] {
  const { ended, plan } = state;
  if (!ended || !plan) return [];
  // A counted submission uses the year up, also where the road went back to an earlier stage before it ended.
  if (state.attempts.used > 0) return [];
  const withdrawn = ended.outcome === 'WITHDRAWN';
  return plan.claims
    .filter((claim) => withdrawn || stageIndex(plan, ended.stage) < stageIndex(plan, claim.keptFrom))
    .map((claim) => claim.kind);
}
