import type { Level, Role } from '../facts.ts';

/** How a review session stands, in the order in which it gets there; the three beside the order are `SUSPENDED`, `CANCELLED` and `VOIDED`. */
export const sessionSteps = [
  'PLANNED',
  'NOTICE_PUBLISHED',
  'ACCEPTING',
  'RECHECK_CLOSED',
  'OPENING_REPORTED',
  'APPROVED',
  'EXPERTS_DRAWN',
  'RECUSALS_SETTLED',
  'IN_SESSION',
  'BALLOT_CLOSED',
  'MINUTES_SIGNED',
  'RESULT_PUBLICITY',
  'RESULTS_ANNOUNCED',
  'CONFIRMED',
  'DATA_FILED',
  'ARCHIVED',
] as const;
export type SessionStep = (typeof sessionSteps)[number];

/** What a rule of sessions rests on: printed clauses, recorded readings, and the national rule in words where no document of the programme prints one. */
export type SessionBasis = {
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  readonly national?: string;
};

/** A share, in whole numbers: `parts` of `of`. */
export type Share = { readonly parts: number; readonly of: number };

/** A place that the draw fills first: so many members who have this specialty, or who come from this origin. */
export type Quota = { readonly by: 'specialty' | 'origin'; readonly value: string; readonly least: number };

/** The rules of a programme for the meetings of its committees. A step that the programme does not have is in `off`. */
export type SessionRules = {
  readonly off: readonly SessionStep[];
  /** Which role takes the steps that are not those of the committee's office. */
  readonly approves: Role;
  readonly confirms: Role;
  readonly supervises: readonly Role[];
  /** How many experts a committee has at least, and for how many years its filing and the term of an expert last at most. */
  readonly committee: SessionBasis & {
    readonly least: readonly {
      readonly levels: readonly Level[];
      readonly bySeries: number;
      readonly bySpecialty: number;
    }[];
    readonly filedYears: number;
    readonly termYears: number;
  };
  /** Of the members, for the meeting and for each application; of those present, to pass. */
  readonly quorum: SessionBasis & Share;
  readonly majority: SessionBasis & Share;
  /** Alternates drawn for each member, the quotas, and who gives the second value of the seed. */
  readonly draw: SessionBasis & {
    readonly alternates: number;
    readonly quotas: readonly Quota[];
    readonly secondParty: readonly Role[];
  };
  /** How many experts give a written opinion of each application before the vote. */
  readonly opinions: SessionBasis & { readonly least: number };
  /** How many ballots there may be on one application. */
  readonly rounds: number;
  readonly publicity: SessionBasis & { readonly workingDays: number };
  /** How an application ends whose result is set aside with its session when the year is over; before that it waits for another session. */
  readonly voided: SessionBasis & { readonly outcome: string };
  /** The management numbers of its certificates: these letters, the year, the number of the session, and the place in it with so many digits. */
  readonly certificate: { readonly prefix: string; readonly digits: number };
  /** How many working days before the last day of the report, and before the end of the period for the meeting, the office is reminded. */
  readonly reminders: { readonly report: readonly number[]; readonly held: readonly number[] };
};
