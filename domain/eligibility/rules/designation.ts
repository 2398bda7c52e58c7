import {
  type Answer,
  attested,
  type Context,
  decided,
  notStated,
  type Of,
  requirements,
  statedYear,
} from '../answer.ts';
import { tierOf } from './education.ts';
import { concernsNames } from './examination.ts';
import { fullYears } from './seniority.ts';

/**
 * Whether the designation rules apply to the education: obtained in this year or later, or earlier with a major that differs from the work
 * (LYG-2.11-a); null when not stated.
 */
function inScope({ facts }: Context, fromYear: number): boolean | null {
  const year = facts.education && statedYear(facts.education);
  if (year === undefined) return null;
  if (year >= fromYear) return true;
  return facts.education?.majorMatches === undefined ? null : !facts.education.majorMatches;
}

const byStandard = (context: Context) =>
  requirements(context, 'designationByStandard').some(({ names }) => concernsNames(context, names));

const scope = (context: Context) =>
  requirements(context, 'designationScope')
    .map(({ fromYear }) => inScope(context, fromYear))
    .find((each) => each !== true) ?? true;

/** Whether the applicant is subject to the designation rules; others follow the transitional rules while they last (LYG-2.11-a). */
export function designationScope(context: Context, { fromYear }: Of<'designationScope'>): Answer {
  if (byStandard(context)) return null;
  const tier = tierOf(context);
  const inside = inScope(context, fromYear);
  if (tier === 'none') return decided(false, { tier });
  if (tier === null || inside === null) return notStated('education');
  const transition = requirements(context, 'transition').some(({ until }) => context.asOf <= until);
  return decided(inside || transition, { inside });
}

/** Other applicants follow the province's transitional rules until their last day; the designating authority attests it (LYG-2.11-g, A-38). */
export function transition(context: Context, { until }: Of<'transition'>): Answer {
  if (byStandard(context) || scope(context) !== false) return null;
  return context.asOf <= until ? attested({ until }) : decided(false, { until });
}

/** Series with conditions of their own, which take precedence: the designating authority attests them (LYG-2.11-b). */
export function designationByStandard(context: Context, { names }: Of<'designationByStandard'>): Answer {
  return concernsNames(context, names) ? attested() : null;
}

/** The title of the education tier, after a number of years of probation in the post that the unit assessed as qualified (LYG-2.11-c to -f). */
export function designation(context: Context, rule: Of<'designation'>): Answer {
  if (byStandard(context) || scope(context) === false) return null;
  const tier = tierOf(context);
  // An applicant without a stated education is asked for it by `designationScope`.
  if (tier === null || !rule.tiers.includes(tier)) return null;
  const { facts, asOf } = context;
  if (facts.level !== rule.level || facts.probation?.assessed === false) return decided(false, { tier });
  if (rule.probationYears === 0) return attested({ tier });
  if (facts.probation?.from === undefined) return notStated('probation');
  const years = fullYears(facts.probation.from, asOf);
  const counted = { tier, years, required: rule.probationYears };
  return years < rule.probationYears ? decided(false, counted) : attested(counted);
}
