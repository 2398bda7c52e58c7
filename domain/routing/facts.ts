import type { ApplicantFacts, Destination } from '../programme/facts.ts';

/** The facts from which the route of an application follows: the applicant's facts and the employer's place. */
export type RoutingFacts = ApplicantFacts & {
  /** The district, county or zone where the employer is registered (DL-1.2-c). */
  readonly territory?: string;
  /** The office id of the commission or bureau that supervises the unit (DL-1.2-d). */
  readonly supervisor?: string;
  /** Whether the employer, or the freelancer, is a client of the personnel agency (LYG-4.0-b). */
  readonly agencyClient?: boolean;
  /**
   * The committee that the title office assigned for this unit, specialty and level: where no rule finds one, or where several rules print one
   * (A-26).
   */
  readonly assigned?: { readonly committee: string; readonly destination: Destination };
};
