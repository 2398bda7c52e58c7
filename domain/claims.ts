import type { CaseState } from './case.ts';
import { stageIndex } from './plan.ts';

/** The kinds of claims that end with this case: a road that ended before review leaves the year free again. */
export function claimsEnded(state: Pick<CaseState, 'ended' | 'attempts' | 'plan'>): string[] {
  const { ended, plan } = state;
  if (!ended || !plan) return [];
  const withdrawnUnread = ended.outcome === 'WITHDRAWN' && state.attempts.used === 0;
  return plan.claims
    .filter((claim) => withdrawnUnread || stageIndex(plan, ended.stage) < stageIndex(plan, claim.keptFrom))
    .map((claim) => claim.kind);
}
