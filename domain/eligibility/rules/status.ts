import type { Discipline } from '../../programme/eligibility.ts';
import { disciplines } from '../../programme/eligibility.ts';
import { type Answer, attested, type Context, decided, notStated, type Of } from '../answer.ts';

/** A personnel or labour relation, or a contract, is required; the unit attests it when it is not stated (LN-1-a, LYG-1.1-a). */
export function employment({ facts }: Context): Answer {
  if (facts.hasEmployment === undefined) return attested();
  return decided(facts.hasEmployment);
}

/** The applicant must be in service and in post: a retired person is not, and the unit attests it for others (LN-1-c). */
export function inService({ facts }: Context): Answer {
  if (facts.status === undefined) return notStated('status');
  return facts.status === 'retired' ? decided(false) : attested();
}

/** The applicant must not have one of these statuses (LN-1-d, LN-1-e, DL-1.2-e, LYG-1.3-a, LYG-1.3-b). */
export function status({ facts }: Context, { not }: Of<'status'>): Answer {
  return facts.status === undefined ? notStated('status') : decided(!not.includes(facts.status));
}

/**
 * No measure of discipline may be in effect on the day, its first and last day included; the last is told. Where the rule bars only staff of public institutions,
 * whether another employer is one is attested (LYG-1.3-c, A-09).
 */
export function noDiscipline({ facts, asOf }: Context, { from, institutions }: Of<'noDiscipline'>): Answer {
  const { discipline, employerClass } = facts;
  if (discipline === undefined) return notStated('discipline');
  if (weight(discipline.measure) < weight(from)) return decided(true);
  if (discipline.from === undefined || discipline.to === undefined) return notStated('discipline');
  if (asOf < discipline.from || asOf > discipline.to) return decided(true);
  const until = { until: discipline.to };
  return !institutions || institutions.includes(employerClass) ? decided(false, until) : attested(until);
}

const weight = (measure: Discipline): number => disciplines.indexOf(measure);

/** Applicants of this origin must hold one of the required documents (LYG-1.2-a, LYG-1.2-b). */
export function origin({ facts }: Context, { origin, documents }: Of<'origin'>): Answer {
  if (facts.origin !== origin) return null;
  if (!documents) return facts.hasEmployment === undefined ? attested() : decided(facts.hasEmployment);
  if (facts.foreignerDocument === undefined) return notStated('foreignerDocument');
  return decided(documents.includes(facts.foreignerDocument));
}

/** The minimum years of work in the province (LN-1-b); they are attested when not stated. */
export function yearsInProvince({ facts }: Context, { years }: Of<'yearsInProvince'>): Answer {
  return facts.yearsInProvince === undefined ? attested() : decided(facts.yearsInProvince >= years);
}

/**
 * The years of work in units of the city: stated years are shown, the authority attests them in any case, and too few bar nobody (DL-1.2-a, A-45).
 */
export function yearsInCity({ facts }: Context, { years }: Of<'yearsInCity'>): Answer {
  return attested(facts.yearsInCity === undefined ? undefined : { years: facts.yearsInCity, required: years });
}

/** A freedom that only whoever has worked in the city for these years has; for others the authority decides (DL-1.2-b, A-45). */
export function freedomAfterYears(context: Context, { years }: Of<'freedomAfterYears'>): Answer {
  const { yearsInCity } = context.facts;
  if (yearsInCity === undefined) return attested();
  const counted = { years: yearsInCity, required: years };
  return yearsInCity >= years ? decided(true, counted) : attested(counted);
}

/** A path beside the usual one: attested by its documents, or not accepted in this process (LYG-2.4, LYG-2.5); null for whoever does not take it. */
export function specialPath({ facts }: Context, { path, elsewhere }: Of<'specialPath'>): Answer {
  if (facts.specialPath !== path) return null;
  return elsewhere ? decided(false) : attested();
}
