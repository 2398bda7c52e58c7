import {
  type CaseHead,
  type Intent,
  nextIntent,
  noteIntentError,
  type Outcome,
  type OutcomeWritten,
  type Pending,
  recordOutcome,
  takeClaims,
} from '../db/commands.ts';
import type { Command, CommandData } from '../domain/case.ts';
import { emptyCase } from '../domain/case.ts';
import { claimsEnded } from '../domain/claims.ts';
import { compileTimeline } from '../domain/compile.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { decide } from '../domain/decide.ts';
import { noticesFor } from '../domain/notices.ts';
import type { Plan } from '../domain/programme.ts';
import type { Reply } from '../domain/receive.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type Answer, ask } from './ask.ts';
import { type CommandDeps, crashPoint } from './deps.ts';
import { catchUp } from './worlds.ts';

/** How a finisher works: until when it waits (real epoch ms), and whether it may move a lagging workflow clock first. */
export type FinishOptions = { readonly deadlineAt: number; readonly catchUp?: boolean; readonly depth?: number };

/** What an intent came to. */
export type Finished = { readonly accepted: boolean; readonly outcome: Outcome };

/** Settles the open intents of a line in order of their numbers, each written down before the next is sent. Everyone acts through this; nothing else sends an update. */
export async function finish(deps: CommandDeps, no: string, options: FinishOptions): Promise<void> {
  for (let pending = await nextIntent(deps.db, no); pending; pending = await nextIntent(deps.db, no)) {
    const finished = await settleIntent(deps, pending, options);
    if (!finished) return;
  }
}

/** Decides one intent and writes its outcome; null when it must wait for a claim held by an open intent elsewhere. */
export async function settleIntent(
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
    const written = await write(deps, pending, answer);
    crashPoint(deps, 'after-outcome');
    return written;
  } catch (error) {
    await noteIntentError(deps.db, intent.id, String(error)).catch(() => undefined);
    throw error;
  }
}

/** Where a claim is held by an open intent of another application, that one is settled first; where that cannot be, this one waits. */
async function missingClaim(
  deps: CommandDeps,
  { intent, claims }: Pending,
  options: FinishOptions,
): Promise<Refusal | 'waiting' | null> {
  let state = claims;
  for (let round = 0; round < 3 && (state.state === 'retry' || state.state === 'waiting'); round++) {
    if (state.state === 'waiting' && state.holder && (options.depth ?? 0) < 2) {
      await finish(deps, state.holder, { ...options, depth: (options.depth ?? 0) + 1 });
    }
    state = await takeClaims(deps.db, intent.id);
  }
  if (state.state === 'held') return null;
  if (state.state !== 'taken') return 'waiting';
  const claim = intent.claims?.[0];
  return refuse(
    'CLAIM_TAKEN',
    {
      zh: '本年度已有申报占用此项资格，不能重复申报。',
      en: 'Another application already uses this for the year; it cannot be made twice.',
    },
    { clauses: claim?.clauses ?? [], readings: claim?.readings ?? [], details: { kind: claim?.kind } },
  );
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
  } else if (options.catchUp !== false) {
    await catchUp(deps, head);
  }
  return ask(deps.temporal, intent.no, {
    command,
    opened: head.opened,
    offsetMs: head.startOffsetMs,
    taskQueue: deps.taskQueue,
    continueAfterEvents: deps.continueAfterEvents,
    deadlineAt: options.deadlineAt,
  });
}

/** The command as the workflow sees it: the recorded argument and what the row adds to it, always the same for the same intent. */
export function commandOf(deps: Pick<CommandDeps, 'calendar'>, intent: Intent, head: CaseHead): Command {
  const { data, plan } = JSON.parse(intent.argument) as { data: CommandData; plan?: Plan };
  const { timeline } = intent;
  const newer = timeline
    ? compileTimeline(timeline.body, head, {
        year: Number(timeline.body.windows[0]?.opens.slice(0, 4)),
        calendar: deps.calendar,
      })
    : null;
  return {
    intent: intent.id,
    n: intent.n,
    name: intent.action,
    by: {
      person: intent.person,
      role: intent.role as Command['by']['role'],
      ...(intent.scope ? { scope: intent.scope } : {}),
    },
    data: { ...data, ...(intent.contentVersion === null ? {} : { contentVersion: intent.contentVersion }) },
    receivedAt: intent.receivedAt,
    ...(intent.expectedSeq === null ? {} : { expectedSeq: intent.expectedSeq }),
    ...(plan ? { plan } : {}),
    ...(newer ? { timeline: newer } : {}),
  };
}

async function write(deps: CommandDeps, pending: Pending, answer: Answer): Promise<Finished> {
  const { intent } = pending;
  if (answer.kind === 'refused') {
    return stands(
      deps,
      intent,
      false,
      await recordOutcome(deps.db, { intent: intent.id, accepted: false, outcome: { refusal: answer.refusal } }),
    );
  }
  const written = await recordOutcome(deps.db, acceptance(pending, answer.reply, answer.reply));
  if (written.status !== 'timelineMoved') return stands(deps, intent, true, written);
  // The dates moved while we decided: the same rules and anchors are computed again by the newer timeline before they are written.
  const moved = compileTimeline(written.timeline.body, pending.case, {
    year: Number(written.timeline.body.windows[0]?.opens.slice(0, 4)),
    calendar: deps.calendar,
  });
  const { plan } = JSON.parse(intent.argument) as { plan?: Plan };
  const known =
    plan ?? (await deps.db.sql<{ plan: Plan }[]>`select plan from applications where no = ${intent.no}`)[0]?.plan;
  if (!known) throw new Error(`application ${intent.no} has no plan to compute dates by`);
  const deadlines = deadlinesOf({ ...answer.reply.snapshot, plan: { ...known, timeline: moved } });
  return stands(
    deps,
    intent,
    true,
    await recordOutcome(deps.db, acceptance(pending, answer.reply, { deadlines, timelineVersion: moved.version })),
  );
}

function acceptance(
  { intent, case: head }: Pending,
  reply: Reply,
  dates: Pick<Reply, 'deadlines' | 'timelineVersion'>,
) {
  const { plan } = JSON.parse(intent.argument) as { plan?: Plan };
  return {
    intent: intent.id,
    accepted: true,
    outcome: { seq: reply.snapshot.seq, warnings: reply.warnings },
    events: reply.events,
    snapshot: reply.snapshot,
    deadlines: dates.deadlines,
    timelineVersion: dates.timelineVersion,
    ...(plan && !head.opened ? { plan } : {}),
    notices: noticesFor(reply.events),
    claimsEnded: claimsEnded({ ...reply.snapshot, plan: plan ?? null }),
  };
}

/** The outcome that stands. A finisher that holds an acceptance where the row says refused, or the other way round, raises an alarm and changes nothing. */
function stands(deps: CommandDeps, intent: Intent, accepted: boolean, written: OutcomeWritten): Finished {
  if (written.status === 'timelineMoved') throw new Error(`the timeline of intent ${intent.id} moved twice`);
  if (written.status === 'already' && written.accepted !== accepted) {
    deps.alarm('two finishers disagree', {
      intent: intent.id,
      no: intent.no,
      n: intent.n,
      holds: accepted,
      stands: written.accepted,
    });
  }
  return { accepted: written.accepted, outcome: written.outcome };
}
