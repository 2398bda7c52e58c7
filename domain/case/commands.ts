import type { IsoDate } from '../calendar/dates.ts';
import type { Plan } from '../programme/programme.ts';
import type { Refusal } from '../refusal.ts';
import type { Text } from '../text.ts';
import type { Actor } from './actor.ts';
import type { CaseState, DeficiencyItem } from './case.ts';
import type { ClaimAllowance, DossierCheck, FraudFound, ReuseCheck } from './check-results.ts';
import type { CaseEvent } from './events.ts';

/** One numbered intent of the line, as the workflow decides it. `receivedAt` is the only clock of a decision. */
export type Command = {
  readonly intent: string;
  readonly n: number;
  readonly name: string;
  readonly by: Actor;
  readonly data: CommandData;
  readonly receivedAt: number;
  /** The `seq` the caller saw, when an `If-Match` was given. */
  readonly expectedSeq?: number;
  /** With the first submission: the programme compiled for this applicant; with a change of the committee: compiled for the new one. */
  readonly plan?: Plan;
  /** A timeline newer than the case's, adopted before anything else. */
  readonly timeline?: Plan['timeline'];
};

/** Codes, ids and dates of an action; free text stays behind the id `text`. */
export type CommandData = {
  readonly contentVersion?: number;
  readonly text?: string;
  readonly textHash?: string;
  readonly posting?: string;
  readonly lastDay?: IsoDate;
  readonly objection?: string;
  readonly named?: boolean;
  readonly upheld?: boolean;
  readonly item?: string;
  readonly step?: string;
  readonly file?: string;
  readonly passed?: boolean;
  readonly reason?: string;
  readonly certificate?: string;
  readonly deficiencies?: readonly DeficiencyItem[];
  /** The keys of the checks that the actor confirms by name. */
  readonly checked?: readonly string[];
  /** One of the printed values a step offers, or the printed ground of a return or refusal. */
  readonly choice?: string;
  /** The committee whose scope it is, where an application is returned as out of scope (LYG-4.4-b). */
  readonly committee?: string;
  /** Where a return goes, where its ground leaves the choice. */
  readonly to?: string;
  /** The working days a reviewer sets for a correction. */
  readonly days?: number;
  /** The parts of the content that differ from what was submitted before; written by the server. */
  readonly changed?: readonly string[];
  /** The version of the content that was compared; another one counts as changed throughout. */
  readonly changedIn?: number;
  /** The version of the content that was looked at before it was submitted; another one is not taken. */
  readonly checkedIn?: number;
  /** How achievements stand that were submitted elsewhere too; written by the server with a pass, null where it did not look. */
  readonly reuse?: ReuseCheck | null;
  /** What lay in the paper dossier and what it lacks; compared by the server with the list of what was submitted. */
  readonly dossier?: DossierCheck;
  /** The integrity case that ends the application; written by the server with its decision (model.md 5.6). */
  readonly fraud?: FraudFound;
  /** Who allowed this application although another holds a claim, written by the server. */
  readonly allowed?: readonly ClaimAllowance[];
  /** The day of the meeting, and the days of its opening report and of the consent to it; written by the server where it knows the session. */
  readonly heldOn?: IsoDate;
  readonly reportedOn?: IsoDate;
  readonly approvedOn?: IsoDate;
  /** Scores in hundredths of a point, 0 to 10,000 (model.md 8.2). */
  readonly quantified?: number;
  readonly defence?: number;
  /** The applicant did not come to the defence. */
  readonly absent?: boolean;
  /** The day on which an authority elsewhere decided, and the number of the document that says so. */
  readonly decidedOn?: IsoDate;
  readonly documentNo?: string;
  /** The committee vetoes for fraud or misconduct (LYG-5.4-b). */
  readonly veto?: boolean;
};

/** A hint that goes with an accepted action, for instance a posting too late to file. */
export type Warning = {
  readonly code: string;
  readonly message: Text;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** What a command leads to: events and the state after them, or the reason why not. */
export type Decision =
  | {
      readonly kind: 'accepted';
      readonly events: readonly CaseEvent[];
      readonly state: CaseState;
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
