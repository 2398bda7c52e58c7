import type { Refusal } from '../../refusal.ts';
import { no } from '../grounds.ts';
import { hasQuorum, leastPresent } from '../quorum.ts';
import type { SessionPlan } from '../session.ts';

/** Why an application waits: of the experts present too few are left after recusals; it does not fail by that. Null where a quorum votes on it. */
export function waitingFor(
  { rules: { quorum } }: Pick<SessionPlan, 'rules'>,
  { voters, members }: { readonly voters: number; readonly members: number },
): Refusal | null {
  if (hasQuorum(quorum, { present: voters, members })) return null;
  const least = leastPresent(quorum, members);
  return no(
    'NO_QUORUM',
    `回避后可表决的评委${voters}人，不足${members}名评委的三分之二（${least}人）；本申报暂缓表决，不作未通过处理。`,
    `After recusals ${voters} experts may vote on it; of ${members} members at least ${least} are needed. It waits, and does not fail.`,
    quorum,
    { voters, members, least },
  );
}
