import { addYears } from '../../calendar/dates.ts';
import { type Answer, attested, type Context, decided, notStated, type Of, requirements } from '../answer.ts';

/** Whether a rule that names specialties applies: the complete name must be equal, so 船舶与海洋工程 is not 船舶. */
export const concernsNames = (context: Context, names: readonly string[] | undefined): boolean =>
  !names || context.names.some((name) => names.includes(name));

/** A title that is examined is not reviewed, unless a rule says that it always is (DL-1.1.2-a, DL-1.1.2-c, LYG-2.7-d). */
export function notExamined(context: Context): Answer {
  const listed = requirements(context, 'examinationList').some(({ names }) => concernsNames(context, names));
  if (!listed) return null;
  return requirements(context, 'alwaysReviewed').some(({ names }) => concernsNames(context, names))
    ? null
    : decided(false);
}

/** The specialty is reviewed even when the list of examinations names it (DL-1.1.2-c). */
export function alwaysReviewed(context: Context, { names }: Of<'alwaysReviewed'>): Answer {
  return concernsNames(context, names) ? decided(true) : null;
}

/**
 * The examination must be passed by the day (LN-2.2.2-c, DL-1.1.2-d, LYG-2.7-a). Without a pass certificate it is not, unless its day was stated and
 * the notice does not ask for the certificate itself.
 */
export function examPassed(context: Context, { names, certificate }: Of<'examPassed'>): Answer {
  if (!concernsNames(context, names)) return null;
  const { facts, asOf, year } = context;
  if (facts.examCertificate === false && (certificate || !dayStated(context))) return decided(false);
  if (facts.examPassedOn !== undefined) return decided(facts.examPassedOn <= asOf);
  return facts.examYear === undefined ? notStated('examPassedOn') : decided(facts.examYear <= year);
}

/**
 * The result must still be valid on the day: for a number of years from the day of passing, or by the year of the application when only the year of
 * the examination is known (LN-2.2.2-d, A-22); where the notice prints no length, until the day on the result (LYG-2.7-b).
 */
export function examValid(context: Context, { years, names }: Of<'examValid'>): Answer {
  if (!concernsNames(context, names)) return null;
  const { facts, asOf, year } = context;
  const { examPassedOn, examYear, examValidUntil } = facts;
  if (examPassedOn === undefined && examYear === undefined) return null;
  if (years === undefined) {
    return examValidUntil === undefined ? attested() : decided(asOf <= examValidUntil, { until: examValidUntil });
  }
  if (examPassedOn === undefined) return decided(year - (examYear ?? year) <= years);
  const until = addYears(examPassedOn, years);
  return decided(asOf <= until, { until });
}

/** The specialty applied for must be the one examined (DL-1.1.2-g). */
export function examSpecialty(context: Context, { names }: Of<'examSpecialty'>): Answer {
  if (!concernsNames(context, names)) return null;
  const { examSpecialty: examined, examCertificate, specialty } = context.facts;
  if (examined !== undefined) return decided(examined === specialty);
  return examCertificate === false && !dayStated(context) ? null : notStated('examSpecialty');
}

const dayStated = ({ facts }: Context): boolean => facts.examPassedOn !== undefined || facts.examYear !== undefined;

/** The dossier must contain the pass certificate, which the reviewing authority attests (DL-1.1.2-f). */
export function examCertificate(context: Context, { names }: Of<'examCertificate'>): Answer {
  if (!concernsNames(context, names)) return null;
  return context.facts.examCertificate === false ? decided(false) : attested();
}
