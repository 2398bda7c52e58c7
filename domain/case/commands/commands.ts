import type { IsoDate } from '../../calendar/dates.ts';
import type { Plan } from '../../programme/programme.ts';
import type { Refusal } from '../../refusal.ts';
import type { Text } from '../../text.ts';
import type { Actor } from '../actor.ts';
import type { CaseState, DeficiencyItem } from '../case.ts';
import type { ClaimAllowance, DossierCheck, FraudFound, ReuseCheck } from '../check-results.ts';
import type { CaseEvent } from '../events.ts';
import type { WaitingObjection } from '../objections.ts';
import type { ActCodes, ActName } from './acts.ts';

/** What the server adds to an act, after it has looked at what the rules cannot know. */
type ServerData = {
  readonly contentVersion?: number;
  /** The id of the sealed words of the act, and their keyed hash. */
  readonly text?: string;
  readonly textHash?: string;
  /** A code for why something was done, where nobody wrote words. */
  readonly reason?: string;
  readonly deficiencies?: readonly DeficiencyItem[];
  /** The objection that is recorded. */
  readonly objection?: string;
  /** How many objections may be open before one from a posting waits; absent where none waits. */
  readonly room?: number;
  /** The objections that wait for room, the first ones in order of receipt. */
  readonly waiting?: readonly WaitingObjection[];
  /** The parts of the content that differ from what was submitted before. */
  readonly changed?: readonly string[];
  /** The version of the content that was compared; another one counts as changed throughout. */
  readonly changedIn?: number;
  /** The version of the content that was looked at before it was submitted; another one is not taken. */
  readonly checkedIn?: number;
  /** How achievements stand that were submitted elsewhere too; null where the server did not look. */
  readonly reuse?: ReuseCheck | null;
  /** What lay in the paper dossier and what it lacks, compared with the list of what was submitted. */
  readonly dossier?: DossierCheck;
  /** The integrity case that ends the application. */
  readonly fraud?: FraudFound;
  /** Who allowed this application although another holds a claim. */
  readonly allowed?: readonly ClaimAllowance[];
  /** The day of the meeting, and the days of its opening report and of the consent to it, where the server knows the session. */
  readonly heldOn?: IsoDate;
  readonly reportedOn?: IsoDate;
  readonly approvedOn?: IsoDate;
  /** The review session whose result is recorded or set aside, its ballot, and the composite score in hundredths of a point. */
  readonly session?: string;
  readonly round?: number;
  readonly composite?: number;
  /** How an application ends whose result is set aside when the year is over. */
  readonly outcome?: string;
};

/**
 * What these acts bring to a decision: codes, ids and dates; free text stays behind the id `text`. Every field may be missing: commands are replayed
 * that were recorded before a field was added.
 */
export type CommandData<N extends ActName = ActName> = ActCodes<N> & ServerData;

/** What an integrity case or a review session tells an application. */
const ofService = ['endForFraud', 'recordSessionResult', 'voidSessionResult'] as const;
/** What the service does by itself on an application, and shows to nobody as waiting. */
export const systemActs: readonly string[] = ofService;
/** Commands that no person sends: a deadline, newer dates, a committee changed for a whole unit, an act of the service itself. */
type SystemCommandName = 'lapse' | 'adoptTimeline' | 'moveCommittee' | (typeof ofService)[number];
export type CommandName = ActName | SystemCommandName;

/** One numbered intent, as the workflow decides it. `receivedAt` (epoch ms) is the only clock of a decision. */
export type Command<N extends CommandName = CommandName> = {
  [K in N]: {
    readonly intent: string;
    readonly n: number;
    readonly name: K;
    readonly by: Actor;
    readonly data: K extends ActName ? CommandData<K> : ServerData;
    readonly receivedAt: number;
    /** Hash of the intent as it was recorded, which the answer repeats. */
    readonly digest?: string;
    /** The `seq` the caller saw, when an `If-Match` was given. */
    readonly expectedSeq?: number;
    /** With the first submission: the programme compiled for this applicant; with a change of the committee: compiled for the new one. */
    readonly plan?: Plan;
    /** A timeline newer than the case's, adopted before anything else. */
    readonly timeline?: Plan['timeline'];
  };
}[N];

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
