import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection.ts';
import type { Intent, MovedTimeline, Pending } from '../db/intents/intent.ts';
import type { EntityOutcome, NewOutcome } from '../db/intents/outcomes.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { EntityEvent, EntityState } from '../domain/entity/decider.ts';
import type { Reply } from '../domain/lifecycle/command-queue.ts';
import type { Refusal } from '../domain/refusal.ts';

/** What commands need of the outside; made once by each process. */
export type CommandDeps = {
  readonly db: Db;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly calendar: Calendar;
  /** Everything that changes by intents. */
  readonly kinds: Kinds;
  /** The longest time by which a case wakes after its deadline, ms; unset: the usual one, and none in clock worlds. */
  readonly longestWakeSpreadMs?: number | undefined;
  /** For tests: continue as new after so many events. */
  readonly continueAfterEvents?: number | undefined;
  /** For tests: the crash point at which this process dies. */
  readonly crashAt?: string | undefined;
  /** Something that must not happen, for the log and the alarm; carries ids only. */
  readonly reportAnomaly: (what: string, details: Readonly<Record<string, unknown>>) => void;
};

/** One kind of thing that changes by intents: applications are one, integrity cases another. */
export type Kind = {
  /** Decides one intent, when every earlier one of its queue has its outcome. Asked again about the same intent it decides the same. */
  readonly decide: (deps: CommandDeps, pending: Pending, options: DecideOptions) => Promise<Answer>;
  /** The workflow that decides for one of them; null where the finisher decides by itself, from the stored state. */
  readonly workflowId: (no: string) => string | null;
  /** The state that all the events of one lead to; absent where that takes more than its events, as with an application its plan. */
  readonly fold?: (events: readonly EntityEvent[]) => EntityState;
};

/** All kinds by their names. */
export type Kinds = Readonly<Record<string, Kind>>;

/** Until when a decision is waited for (real epoch ms), and whether a lagging workflow clock may be moved first. */
export type DecideOptions = { readonly deadlineAt: number; readonly catchUp?: boolean };

/** What was decided; of an acceptance also what is to be written down, anew where the dates of the year moved meanwhile. */
export type Answer =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'accepted';
      readonly outcome: (moved: MovedTimeline | null) => Promise<NewOutcome | EntityOutcome>;
      /** Whether a workflow decided it, so that a refusal written beside it would part the two. */
      readonly byWorkflow: boolean;
      readonly left?: ApplicationLeft;
    };

/** How an acceptance left an application. */
export type ApplicationLeft = { readonly intent: Intent; readonly reply: Reply };

/** The steps after which a process may die; each has a test of what must hold then. */
export type CrashPoint =
  | 'before-intent'
  | 'after-intent'
  | 'after-decide'
  | 'after-outcome'
  | 'after-lapse-intent'
  | 'after-lapse';

/** Lets the process die here where a test asked for it; does nothing otherwise. */
export function crashPoint({ crashAt }: Pick<CommandDeps, 'crashAt'>, point: CrashPoint): void {
  if (crashAt === point) process.kill(process.pid, 'SIGKILL');
}
