import type { Discipline } from '../../programme/eligibility.ts';
import { disciplines } from '../../programme/eligibility.ts';
import { type Answer, attested, type Context, decided, notStated, type Of } from '../answer.ts';

/** A personnel or labour relation, or a contract: the unit attests it where it is not told (LN-1-a, LYG-1.1-a). */
export function employment({ facts }: Context): Answer {
  if (facts.hasEmployment === undefined) return attested();
  return decided(facts.hasEmployment);
}

/** In service and in post: no retired person is, and the unit attests it of the others (LN-1-c). */
export function inService({ facts }: Context): Answer {
  if (facts.status === undefined) return notStated('status');
  return facts.status === 'retired' ? decided(false) : attested();
}

/** Not of these statuses (LN-1-d, LN-1-e, DL-1.2-e, LYG-1.3-a, LYG-1.3-b). */
export function status({ facts }: Context, { not }: Of<'status'>): Answer {
  return facts.status === undefined ? notStated('status') : decided(!not.includes(facts.status));
}

/**
 * No discipline in effect on the day: both ends of the effect are days of it. Where only institutions are barred, whether another employer is one
 * is attested (LYG-1.3-c, A-09).
 */
export function noDiscipline({ facts, asOf }: Context, { from, institutions }: Of<'noDiscipline'>): Answer {
  const { discipline, employerClass } = facts;
  if (discipline === undefined) return notStated('discipline');
  if (weight(discipline.measure) < weight(from)) return decided(true);
  if (discipline.from === undefined || discipline.to === undefined) return notStated('discipline');
  if (asOf < discipline.from || asOf > discipline.to) return decided(true);
  return !institutions || institutions.includes(employerClass) ? decided(false) : attested();
}

const weight = (measure: Discipline): number => disciplines.indexOf(measure);

/** People of this origin, with one of the documents that are asked of them (LYG-1.2-a, LYG-1.2-b). */
export function origin({ facts }: Context, { origin, documents }: Of<'origin'>): Answer {
  if (facts.origin !== origin) return null;
  if (!documents) return facts.hasEmployment === undefined ? attested() : decided(facts.hasEmployment);
  if (facts.foreignerDocument === undefined) return notStated('foreignerDocument');
  return decided(documents.includes(facts.foreignerDocument));
}

/** So many years of work in the province (LN-1-b); somebody attests what is not told. */
export function yearsInProvince({ facts }: Context, { years }: Of<'yearsInProvince'>): Answer {
  return facts.yearsInProvince === undefined ? attested() : decided(facts.yearsInProvince >= years);
}

/** So many years of work in units of the city: what was told is counted, the authority attests it in any case, and less bars nobody (DL-1.2-a, A-45). */
export function yearsInCity({ facts }: Context, { years }: Of<'yearsInCity'>): Answer {
  return attested(facts.yearsInCity === undefined ? undefined : { years: facts.yearsInCity, required: years });
}
