import { addYears, type IsoDate, yearOf } from '../../calendar/dates.ts';
import type { Level } from '../../programme/facts.ts';
import {
  type Answer,
  attested,
  type Context,
  cutOffDay,
  decided,
  notStated,
  type Of,
  requirements,
  statedDay,
  statedYear,
} from '../answer.ts';
import type { EligibilityFacts } from '../facts.ts';

/** The number of whole years between two days; the anniversary completes a year. */
export function fullYears(from: IsoDate, to: IsoDate): number {
  if (to < from) return 0;
  const years = yearOf(to) - yearOf(from);
  return addYears(from, years) <= to ? years : years - 1;
}

/** Compares the years since the title with those that the notice or the standard requires (LN-4.2-a, LN-4.2-b with A-21; LYG-2.2-a with A-28). */
export function seniority(context: Context, rule: Of<'seniority'>): Answer {
  const { facts, year } = context;
  const { heldTitle } = facts;
  if (!heldTitle) return notStated('heldTitle');
  const { level } = heldTitle;
  if (rule.held !== undefined && level !== undefined && level !== rule.held) return decided(false);
  // Without a title only years of practice can count, which the unit attests.
  if (level === 'none') return attested();
  const required = rule.years ?? facts.standard?.years;
  if (required === undefined) return notStated('standard');
  if (rule.counting === 'calendarYears') {
    const since = statedYear(heldTitle);
    if (since === undefined) return notStated('heldTitle');
    return enough(rule, heldTitle, { years: year - since, required });
  }
  const until = cutOffDay(context, rule.cutOff ?? '');
  const years = yearsToCutOff(context, rule.cutOff ?? '');
  if (years === null || until === undefined) return notStated('heldTitle');
  return enough(rule, heldTitle, { years, required, until });
}

/** Too few years decide for any title; enough years also need the stated level where the rule requires one. */
function enough(
  { held }: Of<'seniority'>,
  { level }: NonNullable<EligibilityFacts['heldTitle']>,
  counted: { readonly years: number; readonly required: number; readonly until?: IsoDate },
): Answer {
  if (counted.years < counted.required) return decided(false, counted);
  return held !== undefined && level === undefined ? notStated('heldTitle') : decided(true, counted);
}

/** The same without the years of a bad assessment, from the year of the title to that of the cut-off (LYG-2.2-b, A-28). */
export function seniorityLessBadYears(context: Context, { cutOff }: Of<'seniorityLessBadYears'>): Answer {
  const { badAssessmentYears, heldTitle, standard } = context.facts;
  if (badAssessmentYears === undefined) return notStated('badAssessmentYears');
  if (badAssessmentYears.length === 0 || heldTitle?.level === 'none') return null;
  const required = standard?.years;
  if (!heldTitle) return notStated('heldTitle');
  if (required === undefined) return notStated('standard');
  const from = countedFrom(context);
  const until = cutOffDay(context, cutOff);
  if (from === undefined || until === undefined) return notStated('heldTitle');
  const bad = new Set(badAssessmentYears.filter((year) => year >= yearOf(from) && year <= yearOf(until))).size;
  const years = fullYears(from, until) - bad;
  return decided(years >= required, { years, bad, required });
}

function yearsToCutOff(context: Context, key: string): number | null {
  const from = countedFrom(context);
  const until = cutOffDay(context, key);
  return from === undefined || until === undefined ? null : fullYears(from, until);
}

/** The day from which years count: that of the title, or that of its transfer while the years of both series are not joined (LYG-2.8.1). */
function countedFrom(context: Context): IsoDate | undefined {
  const { heldTitle, transfer } = context.facts;
  const since = heldTitle ? statedDay(heldTitle) : undefined;
  return transfer?.on === undefined || joined(context) ? since : transfer.on;
}

/** Whether the years before a transfer count, which they do from a year after it (LYG-2.8.1-b, LYG-2.8.1-c, A-45). */
function joined(context: Context): boolean {
  const on = context.facts.transfer?.on;
  if (on === undefined || requirements(context, 'joinedYears').length === 0) return false;
  return requirements(context, 'yearsAfterTransfer').every(({ years }) => addYears(on, years) <= context.asOf);
}

/** A transfer less than a year ago leaves only the years in the new series; this alone excludes no applicant (LYG-2.8.1-b, A-45). */
export function yearsAfterTransfer(context: Context, { years }: Of<'yearsAfterTransfer'>): Answer {
  const { transfer } = context.facts;
  // A transfer whose assessment was not passed has not taken place.
  if (!transfer || (transfer.on === undefined && transfer.assessed === false)) return null;
  if (transfer.on === undefined) return notStated('transfer');
  return decided(true, { countsFrom: addYears(transfer.on, years), joined: joined(context) });
}

/** From a year after the transfer the years of both series are added (LYG-2.8.1-c). */
export function joinedYears(context: Context, { cutOff }: Of<'joinedYears'>): Answer {
  if (!context.facts.transfer || !joined(context)) return null;
  const years = yearsToCutOff(context, cutOff);
  return years === null ? notStated('heldTitle') : decided(true, { years });
}

/** A transfer must keep the level, change the series, and pass the post-change assessment, which the unit attests (LYG-2.8.1-a). */
export function transferAssessed({ facts }: Context): Answer {
  if (!facts.heldTitle) return notStated('heldTitle');
  const { level, series } = facts.heldTitle;
  if (level === undefined) return notStated('heldTitle');
  if (level !== facts.level || series === facts.series || facts.transfer?.assessed === false) return decided(false);
  return attested();
}

const grades: Readonly<Record<Level, 'junior' | 'mid' | 'senior'>> = {
  technician: 'junior',
  assistant: 'junior',
  mid: 'mid',
  deputySenior: 'senior',
  fullSenior: 'senior',
};

/**
 * Applicants with a local title and insufficient education may apply for the national mid title after a number of years; a local title permits no
 * other level (LYG-2.10-a).
 */
export function localTitle(context: Context, rule: Of<'localTitle'>): Answer {
  const { heldTitle, level } = context.facts;
  const held = heldTitle?.level;
  const local = heldTitle?.issuer === 'local' && held !== 'none';
  if (level !== rule.to) return local ? decided(false) : null;
  if (held === 'none') return decided(false);
  if (held === undefined || heldTitle?.issuer === undefined) return notStated('heldTitle');
  if (!local) return decided(false);
  const from = statedDay(heldTitle);
  const until = cutOffDay(context, rule.cutOff);
  if (from === undefined || until === undefined) return notStated('heldTitle');
  const years = fullYears(from, until);
  const required = rule.years[grades[held]];
  return decided(years >= required, { years, required });
}

/** A title from another place is proved by certificate, review form or approval; the authority attests it (LYG-2.10-b). */
export function titleFromElsewhere({ facts }: Context): Answer {
  return facts.heldTitle?.issuer === 'elsewhere' ? attested() : null;
}
