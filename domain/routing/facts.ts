import type { ApplicantFacts, Destination } from '../programme/facts.ts';

/** What decides the way of an application: the applicant's facts and where the employer belongs. */
export type RoutingFacts = ApplicantFacts & {
  /** The district, county or zone where the employer is registered (DL-1.2-c). */
  readonly territory?: string;
  /** The office id of the commission or bureau that supervises the unit (DL-1.2-d). */
  readonly supervisor?: string;
  /** The employer, or the freelancer, is a client of the personnel agency (LYG-4.0-b). */
  readonly agencyClient?: boolean;
  /** What the title office decided for this unit, specialty and level: where no rule finds a committee, or among those that several rules print. */
  readonly assigned?: { readonly committee: string; readonly destination: Destination };
};
