import type { ApplicantFacts, Destination, EmployerClass, Level, Track } from './facts.ts';

/** A condition on applicants; every given list must contain the applicant's value. */
export type Condition = {
  readonly series?: readonly string[];
  readonly specialties?: readonly string[];
  readonly levels?: readonly Level[];
  readonly tracks?: readonly Track[];
  readonly employerClasses?: readonly EmployerClass[];
  readonly committees?: readonly string[];
  readonly destinations?: readonly Destination[];
};

/** Whether a list contains the value; an absent list contains every value. */
export const fits = <T>(list: readonly T[] | undefined, value: T | null | undefined): boolean =>
  !list || (value != null && list.includes(value));

/** Whether every list the condition gives contains the applicant's value. */
export function applies(condition: Condition | undefined, facts: ApplicantFacts): boolean {
  if (!condition) return true;
  return (
    (condition.series?.includes(facts.series) ?? true) &&
    (condition.specialties?.includes(facts.specialty) ?? true) &&
    (condition.levels?.includes(facts.level) ?? true) &&
    (condition.tracks?.includes(facts.track) ?? true) &&
    (condition.employerClasses?.includes(facts.employerClass) ?? true) &&
    fits(condition.committees, facts.committee) &&
    fits(condition.destinations, facts.destination)
  );
}
