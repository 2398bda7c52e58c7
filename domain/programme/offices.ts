import type { Text } from '../text.ts';
import type { EmployerClass, Level, Track } from './facts.ts';

/** What of an application its routing looks at; every given list must contain the applicant's value (model.md 5.4). */
export type RoutingCondition = {
  readonly series?: readonly string[];
  readonly specialties?: readonly string[];
  readonly specialtyClasses?: readonly string[];
  readonly levels?: readonly Level[];
  readonly tracks?: readonly Track[];
  readonly employerClasses?: readonly EmployerClass[];
  /** Where the employer is registered (DL-1.2-c, LYG-4.0-a). */
  readonly territories?: readonly string[];
  /** Whether the employer is a client of the personnel agency (LYG-4.0-b). */
  readonly agencyClient?: boolean;
};

/** Who reviews: the first rule that fits the applicant is taken (LN-2, DL-1.1.3-a, LYG-7-a, model.md 5.4). */
export type AuthorityRule = RoutingCondition & {
  /** `here`: a committee of this programme; `province`: reported to the province's committee; `elsewhere`: refused and referred; `manual`: the title authority finds the committee. */
  readonly decision: 'here' | 'province' | 'elsewhere' | 'afterDelegation' | 'manual';
  /** The committee of this programme that decides, or through whose office the province is reached. */
  readonly committee?: string;
  /** The office that keeps the case where no committee of this programme does; else the committee's, or the programme's. */
  readonly office?: string;
  readonly referTo?: Text;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** Which authority looks at an application before the committee's office: it seals (LN-5.6-c) or reviews first (DL-1.2-c, LYG-4.3-a). */
export type SealingRule = RoutingCondition & {
  readonly authority: string;
  /** The commission that supervises the unit goes before `authority` where it is known (DL-1.2-d). */
  readonly supervised?: boolean;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A review committee, with the office that runs its daily work; `planRow` is its number in a printed plan (LYG-7-a). */
export type CommitteeDef = {
  readonly id: string;
  readonly office: string;
  readonly name: Text;
  readonly planRow?: number;
  readonly clauses?: readonly string[];
};

/** A district, county or zone in which an employer may be registered. */
export type Territory = { readonly key: string; readonly name: Text };

/** An authority, committee office or association that acts in a programme. */
export type Office = {
  readonly id: string;
  readonly name: Text;
  readonly address?: Text;
  /** As printed, also where the print is damaged. */
  readonly telephone?: string;
  readonly clauses?: readonly string[];
};
