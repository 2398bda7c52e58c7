import type { Text } from '../text.ts';
import type { EmployerClass, Level, Track } from './facts.ts';

/** A condition of the routing; every given list must contain the applicant's value. */
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

/** A rule of the authority table; the first rule that fits the applicant applies (LN-2, DL-1.1.3-a, LYG-7-a). */
export type AuthorityRule = RoutingCondition & {
  /**
   * `here`: a committee of this programme decides; `province`: the case is reported to the province's committee; `elsewhere`: it is refused and
   * referred; `afterDelegation`: a letter of delegation must come first; `manual`: the title office assigns the committee.
   */
  readonly decision: 'here' | 'province' | 'elsewhere' | 'afterDelegation' | 'manual';
  /** The committee of this programme that decides, or whose office reports to the province. */
  readonly committee?: string;
  /** The office in charge where no committee of this programme is; by default that of the committee or of the programme. */
  readonly office?: string;
  readonly referTo?: Text;
  /** Where another notice prints who reviews, with the ids of its sentences there. */
  readonly printedIn?: Provenance;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** The document of another authority that a rule rests on, by its name in `config/clauses.json`, and its sentences. */
export type Provenance = { readonly document: string; readonly clauses: readonly string[] };

/** A rule for the authority that handles an application before the committee's office: it seals (LN-5.6-c) or reviews first (DL-1.2-c, LYG-4.3-a). */
export type SealingRule = RoutingCondition & {
  readonly authority: string;
  /** Set when the commission that supervises the unit, if known, takes the place of `authority` (DL-1.2-d). */
  readonly supervised?: boolean;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A review committee, with the office that runs its daily work; `planRow` is its number in a printed plan (LYG-7-a). */
export type CommitteeDef = {
  readonly id: string;
  readonly office: string;
  readonly name: Text;
  /**
   * How the office of the committee is shown, where the text at hand lost its name: with what is printed of it. The office in charge is then another
   * one, which the text does not name for this committee.
   */
  readonly shownAs?: Pick<Office, 'name' | 'address' | 'telephone'>;
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
  /** As printed, even where the print is damaged. */
  readonly telephone?: string;
  readonly clauses?: readonly string[];
};
