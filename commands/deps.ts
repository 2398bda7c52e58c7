import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection.ts';
import type { Intent, MovedTimeline, Pending } from '../db/intent.ts';
import type { EntityOutcome, NewOutcome } from '../db/intents/outcomes.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { EntityEvent, EntityState } from '../domain/entity/decider.ts';
import type { Reply } from '../domain/lifecycle/command-queue.ts';
import type { Refusal } from '../domain/refusal.ts';

/** What commands need from outside; each process makes it once. */
export type CommandDeps = {
  readonly db: Db;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly calendar: Calendar;
  /** Everything that changes by intents. */
  readonly kinds: Kinds;
  /** The longest delay between a deadline and the wake-up of its case, ms. Unset: `maxWakeSpreadMs`, and no delay in clock worlds. */
  readonly maxWakeSpreadMs?: number | undefined;
  /** For tests: continue as new after so many events. */
  readonly continueAfterEvents?: number | undefined;
  /** For tests: the crash point at which this process dies. */
  readonly crashAt?: string | undefined;
  /** Reports what should never happen, for the log and the alarm; carries ids only. */
  readonly reportAnomaly: (what: string, details: Readonly<Record<string, unknown>>) => void;
};

/** One kind of thing that changes by intents: applications are one, integrity cases another. */
export type Kind = {
  /** Decides one intent after every earlier one of its queue has its outcome. Called again for the same intent, it gives the same answer. */
  readonly decide: (deps: CommandDeps, pending: Pending, options: DecideOptions) => Promise<Answer>;
  /** The workflow that decides for one of them; null where the finisher decides by itself, from the stored state. */
  readonly workflow: KindWorkflow | null;
  /** The state that all the events of one lead to; absent where that takes more than its events, as with an application its plan. */
  readonly fold?: (events: readonly EntityEvent[]) => EntityState;
};

/** The workflow of a kind. */
export type KindWorkflow = {
  readonly type: string;
  readonly id: (no: string) => string;
  /** The numbers of those that last, each of which has a running workflow. `kind` is the name under which this kind is known. */
  readonly lasting: (deps: Pick<CommandDeps, 'db'>, kind: string) => Promise<readonly string[]>;
  /**
   * What it is started with when it is begun again in the middle, from the events written down: `last` is the number of the last intent that has its
   * outcome. Throws where the events do not lead to the state that is written down.
   */
  readonly fromTrail: (deps: CommandDeps, again: { readonly no: string; readonly last: number }) => Promise<object>;
};

/** All kinds by their names. */
export type Kinds = Readonly<Record<string, Kind>>;

/** Until when a finisher waits for a decision (real epoch ms), and whether it may first move the clock of a workflow whose world is ahead of it. */
export type DecideOptions = { readonly deadlineAt: number; readonly catchUp?: boolean };

/** What was decided. `outcome` makes what is to be written of an acceptance; it is called again if the dates of the year have changed by then. */
export type Answer =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'accepted';
      readonly outcome: (moved: MovedTimeline | null) => Promise<NewOutcome | EntityOutcome>;
      /** Whether a workflow decided it. Then a refusal in the database would contradict the workflow, and is reported. */
      readonly byWorkflow: boolean;
      readonly left?: ApplicationLeft;
      /** The state of an entity after it. */
      readonly after?: EntityState;
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

/**
 * Kills this process if `CRASH_AT` names this point; does nothing otherwise. Crash tests need a real process that dies between two steps, which no
 * mock shows; therefore this stands in production code. A production environment refuses the variable (`config/env/`).
 */
export function crashPoint({ crashAt }: Pick<CommandDeps, 'crashAt'>, point: CrashPoint): void {
  if (crashAt === point) process.kill(process.pid, 'SIGKILL');
}
