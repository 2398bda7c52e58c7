import { yearOf } from '../../calendar/dates.ts';
import { type Tier, tiers } from '../../programme/eligibility.ts';
import {
  type Answer,
  attested,
  type Context,
  cutOffDay,
  decided,
  notStated,
  type Of,
  requirements,
  statedYear,
} from '../answer.ts';

/** The tier as which an education counts, by the equivalences of the programme; null when it was not stated. */
export function tierOf(context: Context): Tier | null {
  const { education } = context.facts;
  if (!education) return null;
  const { schooling } = education;
  if (schooling && requirements(context, 'notEducation').some((each) => each.schooling === schooling)) return 'none';
  const same = requirements(context, 'educationAs').flatMap((each) => (schooling && each.tiers[schooling]) ?? []);
  const tier = same[0] ?? education.tier ?? null;
  const lowered = requirements(context, 'educationLowered').find((each) => each.schooling === schooling);
  return tier && lowered ? lower(tier, lowered.by) : tier;
}

/** The tier a number of steps lower; a second bachelor's degree is a tier of its own but not a step. */
function lower(tier: Tier, by: number): Tier {
  const ladder: readonly Tier[] = tiers.filter((each) => each !== 'secondBachelor');
  const from = ladder.indexOf(tier === 'secondBachelor' ? 'master' : tier);
  return ladder[Math.max(from - by, 0)] ?? 'none';
}

const reaches = (tier: Tier, wanted: Tier) => tiers.indexOf(tier) >= tiers.indexOf(wanted);

/** Compares the counted tier with the one that the standard requires (LYG-2.1-a, DL-1.0-b, LN-3-a). */
export function educationOfStandard(context: Context): Answer {
  const { education, standard } = context.facts;
  const tier = tierOf(context);
  // No standard of any level takes an education below secondary vocational, so that this is an answer before the standard is known.
  if (education && tier === 'none')
    return decided(false, { tier, required: standard?.education ?? 'vocationalSecondary' });
  if (!standard?.education) return notStated('standard');
  if (!education || tier === null) return notStated('education');
  // Education not yet obtained on the day does not count, also where no last day for education is printed.
  if (hadAfter(context)) return decided(false, { tier, required: standard.education });
  return decided(reaches(tier, standard.education), { tier, required: standard.education });
}

function hadAfter({ facts, asOf }: Context): boolean {
  const { obtainedOn, obtainedYear } = facts.education ?? {};
  return obtainedOn === undefined ? (obtainedYear ?? 0) > yearOf(asOf) : obtainedOn > asOf;
}

/** An education that counts as another one; the finding informs the applicants concerned (LYG-2.3.2-a). */
export function educationAs(context: Context, { tiers: same }: Of<'educationAs'>): Answer {
  const { schooling } = context.facts.education ?? {};
  const tier = schooling && same[schooling];
  return tier ? decided(true, { tier }) : null;
}

/** Education without a diploma counts one tier lower (LYG-2.3.3-a). */
export function educationLowered(context: Context, rule: Of<'educationLowered'>): Answer {
  if (context.facts.education?.schooling !== rule.schooling) return null;
  const tier = tierOf(context);
  return tier === null ? notStated('education') : decided(true, { tier });
}

/** Military and party schools count when recognised and long enough, which the reviewer attests (LYG-2.3.1-a, LYG-2.3.1-b). */
export function educationRecognised({ facts }: Context, rule: Of<'educationRecognised'>): Answer {
  const { education } = facts;
  if (education?.schooling !== rule.schooling) return null;
  if (education.recognised === false) return decided(false);
  if (rule.years === undefined) return attested();
  if (education.years === undefined) return notStated('education');
  return education.years < rule.years ? decided(false) : attested();
}

/** Certificates of training classes do not count as education (LYG-2.3.4-a). */
export function notEducation({ facts }: Context, { schooling }: Of<'notEducation'>): Answer {
  return facts.education?.schooling === schooling ? decided(false) : null;
}

/** Part-time and vocational education count as full-time of the same tier (DL-1.4-e). */
export function educationEqual(context: Context, { schoolings }: Of<'educationEqual'>): Answer {
  const { schooling } = context.facts.education ?? {};
  if (!schooling || !schoolings.includes(schooling)) return null;
  const tier = tierOf(context);
  return tier === null ? notStated('education') : decided(true, { tier });
}

/** Education obtained after the cut-off does not count (LYG-2.2-c). */
export function educationBy(context: Context, { cutOff }: Of<'educationBy'>): Answer {
  const { education } = context.facts;
  // Without an education there is no day that could be late.
  if (tierOf(context) === 'none') return null;
  const until = cutOffDay(context, cutOff);
  const year = education && statedYear(education);
  if (until === undefined || year === undefined) return notStated('education');
  const on = education?.obtainedOn;
  // In the year of the cut-off the day must be stated.
  if (on === undefined && year === yearOf(until)) return notStated('education');
  return decided(on === undefined ? year < yearOf(until) : on <= until, { until });
}

/** The major may differ from the work, except where safety or health is concerned (DL-1.3-a). */
export function majorMayDiffer(context: Context, { exceptIn }: Of<'majorMayDiffer'>): Answer {
  // Without an education there is no major that could match.
  const matches = tierOf(context) === 'none' ? false : context.facts.education?.majorMatches;
  if (matches === undefined) return notStated('education');
  return decided(matches || !context.names.some((name) => exceptIn.includes(name)));
}
