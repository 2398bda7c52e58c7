import type { Refusal } from '../refusal.ts';
import { no } from './grounds.ts';
import type { SessionPlan, SessionState } from './session.ts';

/** Why an expert withdraws: the same unit, a relation, joint work, or something else that is told (Order 40, article 25). */
export const recusalGrounds = ['sameUnit', 'relation', 'jointWork', 'other'] as const;
export type RecusalGround = (typeof recusalGrounds)[number];

/** Why nobody declares or withdraws now: experts are not drawn, or the ballot has begun, in which the voters are fixed; null where it is possible. */
export function recusalRefusal(
  { status, ballot }: Pick<SessionState, 'status' | 'ballot'>,
  { rules }: SessionPlan,
): Refusal | null {
  if (ballot?.open)
    return no(
      'BALLOT_OPEN',
      '投票已开始，回避不再登记。',
      'The ballot is open; recusals are not recorded any more.',
      rules.draw,
    );
  return status === 'EXPERTS_DRAWN' || status === 'RECUSALS_SETTLED' || status === 'IN_SESSION'
    ? null
    : no(
        'ACTION_NOT_HERE',
        '专家抽取登记之后、投票之前，方可声明回避。',
        'Experts declare after the draw was recorded and before the ballot.',
        rules.draw,
      );
}
