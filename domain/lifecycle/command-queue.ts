import type { IsoDate } from '../calendar/dates.ts';
import type { CaseState } from '../case/case.ts';
import { emptyCase } from '../case/case.ts';
import type { Command, Warning } from '../case/commands/commands.ts';
import type { CaseEvent } from '../case/events.ts';
import { type Deadline, deadlinesOf } from '../case/plan/deadlines.ts';
import { claimsEnded } from '../claims/claims.ts';
import { type Decided, type Queue, type Taken, takeCommand } from '../entity/command-queue.ts';
import { decide } from './decide.ts';
import { innerDay } from './notices/inner-day.ts';
import { type Reminder, remindersOf } from './notices/reminders.ts';

/** The state that the workflow of an application carries from run to run. */
export type CommandQueue = Queue<CaseState, Reply>;

/** The state of a case as stored with every action: without the plan, which is stored once. */
export type Snapshot = Omit<CaseState, 'plan'>;

/** The answer to an accepted command: its events, the state after it, and the deadlines by rule and anchor. */
export type Reply = {
  readonly events: readonly CaseEvent[];
  readonly snapshot: Snapshot;
  readonly deadlines: readonly Deadline[];
  /** Who is reminded of them and when; absent for plans without reminders, such as those compiled before reminders existed. */
  /** The last day of the stage that leaves time for what follows; absent where the deadline itself counts. */
  readonly innerDay?: IsoDate;
  readonly reminders?: readonly Reminder[];
  readonly timelineVersion: number;
  readonly warnings: readonly Warning[];
  /** The kinds of claims released with this case. */
  readonly claimsEnded: readonly string[];
};

/** The queue of an application before its first command. */
export const emptyQueue = (no: string): CommandQueue => ({ case: emptyCase(no), last: null });

/** Handles the next command of an application. Pure. */
export const handleCommand = (queue: CommandQueue, command: Command): Taken<CaseState, Reply> =>
  takeCommand(queue, command, decideWithReply);

function decideWithReply(before: CaseState, command: Command): Decided<CaseState, Reply> {
  const decision = decide(before, command);
  if (decision.kind === 'refused') return { refusal: decision.refusal };
  const { state, events, warnings } = decision;
  return { state, reply: replyOf(state, events, warnings) };
}

function replyOf(state: CaseState, events: readonly CaseEvent[], warnings: readonly Warning[]): Reply {
  const { plan, ...snapshot } = state;
  const reminders = plan ? remindersOf(state) : [];
  const inner = plan ? innerDay(state) : null;
  return {
    events,
    snapshot,
    deadlines: plan ? deadlinesOf(state) : [],
    ...(reminders.length > 0 ? { reminders } : {}),
    ...(inner === null ? {} : { innerDay: inner }),
    timelineVersion: plan?.timeline.version ?? 0,
    warnings,
    claimsEnded: claimsEnded(state),
  };
}
