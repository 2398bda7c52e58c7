/**
 * The state table of an application:
 *
 * - A case is empty until its first accepted `submit`, which brings the plan: the programme compiled for this applicant.
 *   It is then in exactly one stage, until the application ends with an outcome.
 * - One person reviews a case once: whoever acted for its unit or an office does not act in another such role (`one-review.ts`).
 * - An action includes the confirmation of every check that its stage requires; an action with a gate is refused outside its window (`checks.ts`).
 * - The reviewer who receives the paper dossier lists its contents; a missing printed document prevents the pass.
 * - filing: `submit` freezes the content and enters the next stage, or another one when certain parts of it changed.
 * - review: under review from the start (or, where submissions are counted, after each `submit`). The office passes (next stage), returns
 *   with one complete list (back to the stage that the programme names, or here awaiting the next submission), or refuses (end).
 *   A later list may add nothing to the first one of the same stage, or is not allowed at all, unless a reason is recorded (LN-5.5.2-b, LYG-4.3-b).
 *   Where grounds are printed, a return names one, which decides the next stage or ends the application. A period set by the officer ends
 *   the stage returned to, or keeps a window open for this application only (LYG-4.4-b).
 *   Counted submissions: inside the window only, `recall` before review is not counted, and after the last one no more is accepted; the office
 *   may grant one more with a reason (LN-5.5.3-b, A-13). An applicant with a submission under review when the window closes has not
 *   exhausted them: the office may finish that review late. An application does not pass while the reuse of an achievement is undecided.
 * - publicity: open until posted; posted for n working days; a mistyped last day is corrected with a reason while nobody has objected; objections until the last day; its last day enters the next stage unless an
 *   objection by a named person is open (then its conclusion does); an upheld objection removes its item or ends the application.
 * - handover: steps in order, each by its own role, some with one of the printed values; the last one enters the next stage or ends the application.
 * - session: waits for the committee, on the roster of one of its sessions (`joinSession`, `leaveSession`); `recordResult` enters the next stage or ends the application. The opening must have been reported and
 *   approved as printed, and the meeting held inside its window.
 * - certification: `certify` ends the application with a title.
 * - In every stage: `withdraw` (applicant, until the committee has decided), `invalidatePublicity` (office, A-16), and `cancel` (office) on a printed
 *   irregularity in a stage that can show it (LN-6.1-d). `endForFraud` comes from an integrity case only: it ends a running application, prevents
 *   `acceptLate`, `grantAttempt` and an upheld recheck of an ended one, and leaves a title until it is revoked.
 * - The committee changes for all applicants of a unit at once, until they are reported to it; stage path and windows are then those of the new one.
 * - Time: each deadline lapses at its own instant, also when the lapse is recorded later; a lapse ends the application with the outcome that the
 *   programme names, a publicity's last day enters the next stage. Equal instants are processed in order of stages.
 * - An ended application accepts remedies for `remedyDays` (`acceptLate`, `grantAttempt`, `requestRecheck`), then the case closes, but not while a
 *   recheck is pending. A reopened application has that last day in place of the deadline that lapsed and of those counted from the same window,
 *   until it enters a stage whose deadline counts from its entry; if it ends again before, the case closes on that same day.
 * - A case referred elsewhere waits for the period of the programme: the office that referred it records the result once, and corrects it with
 *   a reason (`recordReferralResult`, `correctReferralResult`); it then stays open for at least `remedyDays`. The outcome remains the referral.
 */

import type { CaseState } from '../case/case.ts';
import type { Command, Decision } from '../case/commands/commands.ts';
import { implausibleDay } from '../case/commands/plausible-days.ts';
import { currentStage, planOf, withTimeline } from '../case/plan/compiled-stages.ts';
import { system, Transition } from '../case/transition.ts';
import { emitAllowances } from '../claims/overrides.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { actionsOf } from './actions.ts';
import { applyLapses, nextDueAt } from './lapses.ts';
import { moveCommittee } from './move-committee.ts';
import { reviewsAgain } from './one-review.ts';

/** Decides one command on one case. Pure: the same case and command always decide the same. */
export function decide(before: CaseState, command: Command): Decision {
  const transition = new Transition(adopt(before, command), command);
  const refusal = outdated(before, command) ?? unopened(before, command) ?? proceed(before, transition, command);
  if (refusal) return { kind: 'refused', refusal };
  return { kind: 'accepted', events: transition.events, state: transition.state, warnings: transition.warnings };
}

/** Takes the plan from the first submission; later a newer timeline replaces the one of the case before anything is decided. */
function adopt(state: CaseState, command: Command): CaseState {
  const plan = state.plan ?? command.plan ?? null;
  const newer = plan && command.timeline && command.timeline.version > plan.timeline.version ? command.timeline : null;
  return { ...state, plan: plan && newer ? withTimeline(plan, newer) : plan };
}

function outdated(before: CaseState, command: Command): Refusal | null {
  if (command.expectedSeq === undefined || command.expectedSeq === before.seq) return null;
  return versionConflict({ expected: command.expectedSeq, actual: before.seq });
}

/** Refuses a command whose caller saw an outdated version of the case. */
export const versionConflict = (details: Refusal['details'] = {}): Refusal =>
  refuse(
    'VERSION_MOVED',
    { zh: '申报已有新的变化，请刷新后再操作。', en: 'The application has changed meanwhile; reload it and try again.' },
    { details },
  );

/** Refuses every first command but a `submit` with a plan. */
function unopened(before: CaseState, command: Command): Refusal | null {
  return before.plan || (command.plan && command.name === 'submit')
    ? null
    : refuse('ACTION_NOT_HERE', { zh: '申报尚未提交。', en: 'The application has not been submitted yet.' });
}

function proceed(before: CaseState, transition: Transition, command: Command): Refusal | null {
  const plan = planOf(transition.state);
  if (before.plan && before.plan.timeline.version < plan.timeline.version) {
    transition.emit(
      {
        name: 'timelineAdopted',
        at: adoptedAt(before, transition),
        data: { from: before.plan.timeline.version, to: plan.timeline.version },
      },
      system,
    );
  }
  if (!transition.state.stage) open(transition, command);
  applyLapses(transition);
  if (command.name === 'lapse') return transition.events.length > 0 ? null : nothingDue();
  if (command.name === 'adoptTimeline') return transition.events.length > 0 ? null : nothingDue();
  const refusal = act(transition, command);
  if (!refusal) applyLapses(transition);
  return refusal;
}

/** The instant at which a newer timeline is adopted: that of the command, but not after a deadline that lapses later by the new dates. */
function adoptedAt(before: CaseState, { state, at }: Transition): number {
  const [known, due] = [nextDueAt(before), nextDueAt(state)];
  return known !== null && due !== null && known <= due ? Math.min(at, due) : at;
}

/** Opens the case at the first stage of the programme. */
function open(transition: Transition, command: Command): void {
  const plan = planOf(transition.state);
  const first = plan.stages[0];
  if (!first) throw new Error(`programme ${plan.programme} has no stage`);
  transition.emit({
    name: 'opened',
    data: {
      programme: plan.programme,
      programmeVersion: plan.programmeVersion,
      timelineVersion: plan.timeline.version,
      contentVersion: command.data.contentVersion ?? 1,
    },
  });
  transition.enter(first.key);
}

function act(transition: Transition, command: Command): Refusal | null {
  if (command.name === 'moveCommittee') return moveCommittee(transition, command);
  const action = actionsOf(transition.state).find((each) => each.name === command.name);
  if (!action) return notHere(transition.state, command.name);
  if (!action.roles.includes(command.by.role)) {
    return refuse(
      'NOT_YOURS',
      { zh: `“${action.label.zh}”不由您办理。`, en: `“${action.label.en}” is not yours to do.` },
      { clauses: action.clauses, details: { roles: action.roles } },
    );
  }
  const again = reviewsAgain(transition.state, command.by, action.clauses);
  if (again) return again;
  emitAllowances(transition, command.data);
  const { state } = transition;
  const refusal =
    action.guard(state, { role: command.by.role, at: transition.at }) ??
    implausibleDay(planOf(state), command) ??
    action.run(transition, command.data);
  return refusal ?? (outgrown(state, transition.state) ? tooMuch() : null);
}

/** The maximum number of deficiencies of one stage, and of objections and removed items of a case, so that its snapshot stays small. */
const maxKept = 60;

function outgrown(before: CaseState, after: CaseState): boolean {
  const points = ({ deficiencies }: CaseState) =>
    deficiencies.filter((each) => each.stage === before.stage?.key).length;
  const others = ({ objections, removedItems }: CaseState) => objections.length + removedItems.length;
  return points(after) > Math.max(maxKept, points(before)) || others(after) > Math.max(maxKept, others(before));
}

/** Refuses commands that would add to a full list; lapses and ending actions remain possible. */
function tooMuch(): Refusal {
  return refuse('INVALID_DATA', {
    zh: '本申报记录的问题和异议过多，请合并后再提交。',
    en: 'This application would keep too many points and objections; put them together.',
  });
}

/**
 * The reason why an action does not exist now: the application has ended (with the rules of its outcome), the case is closed, or the stage has no
 * such action.
 */
function notHere(state: CaseState, name: string): Refusal {
  const plan = planOf(state);
  if (state.closed)
    return refuse(
      'APPLICATION_CLOSED',
      { zh: '申报已办结。', en: 'The application is closed.' },
      { details: { outcome: state.ended?.outcome } },
    );
  if (state.ended) {
    const outcome = plan.outcomes[state.ended.outcome];
    return refuse(
      'APPLICATION_ENDED',
      {
        zh: `申报已结束：${outcome?.label.zh ?? state.ended.outcome}。`,
        en: `The application has ended: ${outcome?.label.en ?? state.ended.outcome}.`,
      },
      { clauses: outcome?.clauses ?? [], readings: outcome?.readings ?? [], details: { outcome: state.ended.outcome } },
    );
  }
  const stage = currentStage(state);
  return refuse(
    'ACTION_NOT_HERE',
    { zh: `当前环节“${stage?.name.zh}”没有此项操作。`, en: `The stage “${stage?.name.en}” has no such action.` },
    { clauses: stage?.clauses ?? [], details: { action: name, stage: stage?.key } },
  );
}

function nothingDue(): Refusal {
  return refuse('NOTHING_DUE', { zh: '没有到期事项。', en: 'Nothing has fallen due.' });
}
