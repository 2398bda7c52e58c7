import type { Share } from '../programme/stages/session.ts';
import { hasQuorum } from './quorum.ts';

/** The opened votes on one application. Whoever was present and cast none counts as blank. */
export type Votes = {
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
  readonly blank: number;
};

/** What a ballot on one application came to; `unanimous` and `few` say that the numbers tell how somebody voted (docs/ballot.md). */
export type Verdict = Votes & {
  readonly present: number;
  readonly passed: boolean;
  readonly unanimous: boolean;
  readonly few: boolean;
};

/** Of one voter the tally is the vote. */
const fewVoters = 1;

/**
 * The verdict on one application, in whole numbers: passed if those who agree are at least the share of those present. A recused expert is not present; abstentions
 * and blanks stay in the denominator. Throws RangeError where more votes were opened than experts were present.
 */
export function verdictOf(
  majority: Share,
  { present, agree, against, abstain }: Omit<Votes, 'blank'> & { readonly present: number },
): Verdict {
  const blank = present - agree - against - abstain;
  if (blank < 0) throw new RangeError(`${agree + against + abstain} votes of ${present} experts`);
  return {
    present,
    agree,
    against,
    abstain,
    blank,
    passed: hasQuorum(majority, { present: agree, members: present }),
    unanimous: [agree, against, abstain, blank].includes(present),
    few: present <= fewVoters,
  };
}
