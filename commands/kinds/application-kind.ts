import { findApplication } from '../../db/applications/applications.ts';
import { wholeTrail } from '../../db/applications/events.ts';
import type { CaseHead, MovedTimeline, PendingApplication } from '../../db/intent.ts';
import { openApplications } from '../../db/intents/lost-workflows.ts';
import type { NewOutcome } from '../../db/intents/outcomes.ts';
import { worldOffset } from '../../db/intents/rebuild.ts';
import { findPlan, planOfApplication } from '../../db/programmes/plans.ts';
import { rolesComeTo } from '../../domain/access/come-to.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import { emptyCase } from '../../domain/case/case.ts';
import type { Command } from '../../domain/case/commands/commands.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { fold } from '../../domain/case/evolve.ts';
import { compileTimeline } from '../../domain/case/plan/compile.ts';
import { withTimeline } from '../../domain/case/plan/compiled-stages.ts';
import { deadlinesOf } from '../../domain/case/plan/deadlines.ts';
import type { Reply } from '../../domain/lifecycle/command-queue.ts';
import { decide, versionConflict } from '../../domain/lifecycle/decide.ts';
import { innerDay } from '../../domain/lifecycle/notices/inner-day.ts';
import { nextRoles } from '../../domain/lifecycle/notices/next-roles.ts';
import { noticesFor } from '../../domain/lifecycle/notices/notifications.ts';
import { remindersOf } from '../../domain/lifecycle/notices/reminders.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import { type ApplicationInput, applicationWorkflowId } from '../../workflows/messages.ts';
import type { Answer, CommandDeps, DecideOptions, Kind } from '../deps.ts';
import { argumentOf, commandOf, wentElsewhere } from '../intents/command-of.ts';
import { demandSameState } from '../intents/from-trail.ts';
import { sendUpdate } from '../intents/send-update.ts';
import { maxWakeSpreadMs } from '../limits.ts';
import { planInForce } from '../preparing/case-now.ts';
import { wakeSpreadOf } from '../wake-spread.ts';
import { catchUp } from '../worlds/catch-up.ts';

/** Applications: one workflow each, from the first submission to the last remedy. */
export const applicationKind: Kind = {
  workflow: {
    type: 'application',
    id: applicationWorkflowId,
    lasting: ({ db }) => openApplications(db),
    async fromTrail(deps, { no, last }) {
      const row = await findApplication(deps.db, no);
      if (!row?.plan) throw new Error(`application ${no} has no plan`);
      const { plan: _, ...state } = fold(
        { ...emptyCase(no), plan: row.plan },
        await wholeTrail<CaseEvent>(deps.db, no),
      );
      demandSameState(no, state, row.snapshot);
      const plan = planInForce({ ...row, plan: row.plan }, deps.calendar);
      const input = inputOf(deps, { no, world: row.world, offsetMs: await worldOffset(deps.db, no) });
      return { ...input, carried: { case: { ...state, plan }, last: { n: last, reply: null } } };
    },
  },
  async decide(deps, pending, options) {
    if (!('case' in pending)) throw new Error(`intent ${pending.intent.id} is of no application`);
    const command = await commandOf(deps, pending.intent, pending.case);
    return (
      (await beforeSending(deps, pending, { ...options, command })) ??
      (await send(deps, pending, { ...options, command }))
    );
  },
};

type Sending = DecideOptions & { readonly command: Command };

/** Before the update is sent: refuses a first submission that `decide` refuses, or moves the clock of an open case to that of its world. */
async function beforeSending(
  deps: CommandDeps,
  { intent, case: head }: PendingApplication,
  { command, ...options }: Sending,
): Promise<Answer | null> {
  if (head.opened) {
    // With a deadline, because the clock cannot move while a lapse of the workflow waits for a worker.
    if (options.catchUp !== false)
      await deps.temporal.connection.withDeadline(options.deadlineAt, () => catchUp(deps, head));
    return null;
  }
  // The same `decide` on an empty case finds the refusal, so that no workflow is started for it.
  const first = decide(emptyCase(intent.no), command);
  if (first.kind === 'refused') return first;
  return wentElsewhere(argumentOf(intent), head) ? { kind: 'refused', refusal: versionConflict() } : null;
}

async function send(deps: CommandDeps, pending: PendingApplication, { command, deadlineAt }: Sending): Promise<Answer> {
  const { intent, case: head } = pending;
  const { no } = head;
  const { taskQueue } = deps;
  const input = inputOf(deps, { no, world: head.world, offsetMs: head.startOffsetMs });
  const start = head.opened ? null : { type: 'application', taskQueue, input };
  const workflowId = applicationWorkflowId(no);
  const answer = await sendUpdate<Reply>(deps.temporal, { workflowId, start, seq: head.seq, deadlineAt }, command);
  if (answer.kind === 'refused') return answer;
  const { reply } = answer;
  return {
    kind: 'accepted',
    byWorkflow: true,
    left: { intent, reply },
    outcome: async (moved) =>
      acceptance(pending, reply, {
        ...(moved ? await datesBy(deps, pending, { reply, moved }) : reply),
        plan: await planAfter(deps, head, command),
      }),
  };
}

/** The plan of a case after a command: the one that the command brought, or the one that the case has. */
async function planAfter({ db }: CommandDeps, { no, planHash }: CaseHead, { plan }: Command): Promise<Plan> {
  if (plan) return plan;
  if (planHash === null) throw new Error(`application ${no} has no plan`);
  return await findPlan(db, planHash);
}

/** What a workflow is started with, whether at the first submission or again in the middle. */
function inputOf(
  { maxWakeSpreadMs: max, continueAfterEvents }: CommandDeps,
  { no, world, offsetMs }: { readonly no: string; readonly world: string | null; readonly offsetMs: number },
): ApplicationInput {
  const spreadMs = wakeSpreadOf(no, max ?? (world === null ? maxWakeSpreadMs : 0));
  return { no, offsetMs, ...(spreadMs ? { spreadMs } : {}), ...(continueAfterEvents ? { continueAfterEvents } : {}) };
}

type Dates = Pick<Reply, 'deadlines' | 'reminders' | 'timelineVersion'> & { readonly innerDay?: IsoDate | null };
/** What an outcome is made of beside the reply: the dates, and the plan of the case. */
type Beside = Dates & { readonly plan: Plan };

/** The deadlines and reminders by dates that changed while the case was decided: the same rules and anchors are computed again. */
async function datesBy(
  { db, calendar }: CommandDeps,
  { intent }: PendingApplication,
  { reply, moved }: { readonly reply: Reply; readonly moved: MovedTimeline },
): Promise<Dates> {
  const named = argumentOf(intent).plan;
  const plan = named ? await findPlan(db, named.hash) : await planOfApplication(db, intent.no);
  const timeline = compileTimeline(moved.body, plan, calendar);
  const state = { ...reply.snapshot, plan: withTimeline(plan, timeline) };
  return {
    deadlines: deadlinesOf(state),
    reminders: remindersOf(state),
    innerDay: innerDay(state),
    timelineVersion: timeline.version,
  };
}

function acceptance({ intent, case: head }: PendingApplication, reply: Reply, beside: Beside): NewOutcome {
  const { deadlines, reminders = [], innerDay: inner = null, timelineVersion } = beside;
  const { plan, route } = argumentOf(intent);
  const { events, snapshot, warnings, claimsEnded } = reply;
  return {
    intent: intent.id,
    accepted: true,
    outcome: { seq: snapshot.seq, warnings },
    events,
    snapshot,
    deadlines,
    reminders,
    timelineVersion,
    comeTo: rolesComeTo(beside.plan, snapshot),
    ...(plan && (route || !head.opened) ? { plan } : {}),
    ...(route ? { route } : {}),
    notices: noticesFor(events, {
      snapshot,
      deadlines,
      innerDay: inner,
      next: nextRoles({ ...snapshot, plan: beside.plan }, snapshot.lastAt),
    }),
    claimsEnded,
  };
}
