import type { CaseEvent, CaseState, Command, Warning } from '../case/case.ts';
import { emptyCase } from '../case/case.ts';
import { type Deadline, deadlinesOf } from '../case/deadlines.ts';
import { claimsEnded } from '../claims/claims.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { decide } from './decide.ts';
import { type Reminder, remindersOf } from './reminders.ts';

/** What the workflow keeps: the case and the answer to the last accepted intent, so that a repeated one gets the same answer. */
export type CommandQueue = {
  readonly case: CaseState;
  readonly last: { readonly n: number; readonly reply: Reply } | null;
};

/** The case as it is written down with every action: without the plan, which is written once. */
export type Snapshot = Omit<CaseState, 'plan'>;

/** The answer to an accepted command: what happened, the case after it, and its deadlines by rule and anchor. */
export type Reply = {
  readonly events: readonly CaseEvent[];
  readonly snapshot: Snapshot;
  readonly deadlines: readonly Deadline[];
  /** Whom to remind of them and when; absent where the plan reminds nobody, as those compiled before there were reminders. */
  readonly reminders?: readonly Reminder[];
  readonly timelineVersion: number;
  readonly warnings: readonly Warning[];
  /** Kinds of claims that end with this case. */
  readonly claimsEnded: readonly string[];
};

/** A line before its first command. */
export const emptyQueue = (no: string): CommandQueue => ({ case: emptyCase(no), last: null });

/** Takes the next command of the line: an older one is stale, a repeated one gets its first answer, any other is decided. */
export function handleCommand(
  line: CommandQueue,
  command: Command,
): { line: CommandQueue; reply: Reply } | { refusal: Refusal } {
  const { last } = line;
  if (last && command.n < last.n) {
    return {
      refusal: refuse(
        'STALE',
        { zh: '该操作序号已过。', en: 'A later intent of this line is already decided.' },
        { details: { n: command.n, last: last.n } },
      ),
    };
  }
  if (last && command.n === last.n) return { line, reply: last.reply };
  const decision = decide(line.case, command);
  if (decision.kind === 'refused') return { refusal: decision.refusal };
  const reply = replyOf(decision.state, decision.events, decision.warnings);
  return { line: { case: decision.state, last: { n: command.n, reply } }, reply };
}

function replyOf(state: CaseState, events: readonly CaseEvent[], warnings: readonly Warning[]): Reply {
  const { plan, ...snapshot } = state;
  const reminders = plan ? remindersOf(state) : [];
  return {
    events,
    snapshot,
    deadlines: plan ? deadlinesOf(state) : [],
    ...(reminders.length > 0 ? { reminders } : {}),
    timelineVersion: plan?.timeline.version ?? 0,
    warnings,
    claimsEnded: claimsEnded(state),
  };
}
