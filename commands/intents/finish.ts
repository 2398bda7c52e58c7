import {
  type CaseHead,
  conflictingClaim,
  nextIntent,
  noteIntentError,
  type Pending,
  recordLapse,
  takeClaims,
} from '../../db/intents/command-path.ts';
import { type Command, emptyCase } from '../../domain/case/case.ts';
import { claimTaken } from '../../domain/claims/claims.ts';
import { decide, versionConflict } from '../../domain/lifecycle/decide.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type CommandDeps, crashPoint } from '../deps.ts';
import { longestWakeSpreadMs, wakeSpreadOf } from '../wake-spread.ts';
import { catchUp } from '../worlds/catch-up.ts';
import { argumentOf, commandOf } from './command-of.ts';
import { type Answer, ask } from './send-update.ts';
import { type Finished, writeOutcome } from './write-outcome.ts';

/** How a finisher works: until when it waits (real epoch ms), and whether it may move a lagging workflow clock first. */
export type FinishOptions = { readonly deadlineAt: number; readonly catchUp?: boolean; readonly depth?: number };

/** Settles the open intents of a line in order of their numbers, each written down before the next is sent. Everyone acts through this; nothing else sends an update. */
export async function finish(deps: CommandDeps, no: string, options: FinishOptions): Promise<void> {
  for (let pending = await nextIntent(deps.db, no); pending; pending = await nextIntent(deps.db, no)) {
    const finished = await processIntent(deps, pending, options);
    if (!finished) return;
  }
}

/** Decides one intent and writes its outcome; null when it must wait for a claim held by an open intent elsewhere. */
export async function processIntent(
  deps: CommandDeps,
  pending: Pending,
  options: FinishOptions,
): Promise<Finished | null> {
  const { intent } = pending;
  if (intent.outcome && intent.accepted !== null) return { accepted: intent.accepted, outcome: intent.outcome };
  try {
    const refusal = await missingClaim(deps, pending, options);
    if (refusal === 'waiting') return null;
    const answer: Answer = refusal ? { kind: 'refused', refusal } : await decideIntent(deps, pending, options);
    crashPoint(deps, 'after-decide');
    const written = await writeOutcome(deps, pending, answer);
    crashPoint(deps, 'after-outcome');
    return written ?? (await processIntent(deps, { ...pending, claims: { state: 'held' } }, options));
  } catch (error) {
    await noteIntentError(deps.db, intent.id, String(error)).catch(() => undefined);
    throw error;
  }
}

/** Where a claim is held by an open intent of another application, or by one that fell due, that one is settled first; where that cannot be, this one waits. */
async function missingClaim(
  deps: CommandDeps,
  { intent, claims, case: head }: Pending,
  options: FinishOptions,
): Promise<Refusal | 'waiting' | null> {
  let state = claims;
  for (let round = 0; round < 3 && (state.state === 'retry' || state.state === 'waiting'); round++) {
    if (state.state === 'waiting' && state.holder && (options.depth ?? 0) < 2) {
      await finishWithDueLapse(deps, state.holder, { ...options, depth: (options.depth ?? 0) + 1 });
    }
    state = await takeClaims(deps.db, intent.id);
  }
  if (state.state === 'held') return null;
  // Where it is settled by now, writing a refusal changes nothing and gives the outcome that stands.
  if (state.state !== 'taken' && state.state !== 'settled') return 'waiting';
  const claim = (await conflictingClaim(deps.db, intent.id)) ?? intent.claims?.[0];
  if (!claim) throw new Error(`intent ${intent.id} lacks a claim it does not make`);
  // Where the unit goes to another committee by now, that is why, and sending it anew puts it right.
  return !head.opened && wentElsewhere(argumentOf(intent), head) ? versionConflict() : claimTaken(claim);
}

/** Settles what is open in a line, and what fell due but is not recorded yet, without waiting for its timer. */
export async function finishWithDueLapse(deps: CommandDeps, no: string, options: FinishOptions): Promise<void> {
  await finish(deps, no, options);
  const lapse = await recordLapse(deps.db, no);
  if (lapse.status === 'recorded') await finish(deps, no, options);
}

async function decideIntent(
  deps: CommandDeps,
  { intent, case: head }: Pending,
  options: FinishOptions,
): Promise<Answer> {
  const command = commandOf(deps, intent, head);
  if (!head.opened) {
    // A refusal of a first submission needs no workflow: the same `decide` on an empty case says so, and no shell is started in vain.
    const first = decide(emptyCase(intent.no), command);
    if (first.kind === 'refused') return { kind: 'refused', refusal: first.refusal };
    if (wentElsewhere(command, head)) return { kind: 'refused', refusal: versionConflict() };
  } else if (options.catchUp !== false) {
    // Bounded: a clock cannot move while a lapse of its workflow waits for a worker.
    await deps.temporal.connection.withDeadline(options.deadlineAt, () => catchUp(deps, head));
  }
  return ask(deps.temporal, intent.no, {
    command,
    opened: head.opened,
    offsetMs: head.startOffsetMs,
    spreadMs: wakeSpreadOf(head.no, deps.longestWakeSpreadMs ?? (head.world === null ? longestWakeSpreadMs : 0)),
    taskQueue: deps.taskQueue,
    continueAfterEvents: deps.continueAfterEvents,
    deadlineAt: options.deadlineAt,
  });
}

/** Whether the draft goes to another committee since its plan was compiled: the committee of its unit changed meanwhile. */
const wentElsewhere = ({ plan }: Pick<Command, 'plan'>, { committee }: CaseHead): boolean =>
  committee !== null && plan !== undefined && plan.committee !== committee;
