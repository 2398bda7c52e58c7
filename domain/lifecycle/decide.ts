/**
 * How an application moves. The whole state table in prose:
 *
 * - A case is empty until its first accepted `submit`, which brings the plan: the programme compiled for this applicant.
 *   It then stands in exactly one stage, until the road ends with an outcome.
 * - Whatever is asked to be confirmed by name is confirmed with the act itself, and an act that a window opens waits for it (`checks.ts`).
 * - Whoever passes a review that receives the paper dossier lists what lies in it; what the notice prints and is not there refuses the pass.
 * - filing: `submit` freezes the content and enters the next stage, or another one where certain parts of it changed.
 * - review: under review from the start (or, where submissions are counted, after each `submit`). The office passes (next stage), returns
 *   with one complete list (back to the stage the programme names, or here awaiting the next submission), or refuses (end).
 *   A later list is held to the first of the same stage, or is no longer given at all, unless a reason is recorded (LN-5.5.2-b, LYG-4.3-b).
 *   Where grounds are printed a return names one, which decides where the application goes or ends the road. A period the officer sets ends
 *   the stage gone back to, or keeps a window open for this application alone (LYG-4.4-b).
 *   Counted submissions: inside the window only, `recall` before review is not counted, after the last one a hard stop; the office
 *   may grant one more with a reason (LN-5.5.3-b, A-13). Whoever has a submission under review when the window closes has not
 *   exhausted them: the office may finish that review late. Nothing passes while it is open whether work is used again.
 * - publicity: open until posted; posted for n working days; objections until the last day; ends by time into the next stage unless an
 *   objection with a name is open (then at its conclusion); an upheld one removes its item or ends the road.
 * - handover: steps in order, each by its own role, some with one of the printed values; the last one enters the next stage or ends the road.
 * - session: waits; `recordResult` enters the next stage or ends the road, once the meeting was opened as printed and held inside its window.
 * - certification: `certify` ends the road well.
 * - In every stage: `withdraw` (applicant, until the committee has decided), `invalidatePublicity` (office, A-16), and `cancel` (office) on a printed
 *   irregularity where one shows (LN-6.1-d). Fraud is `endForFraud`, by an integrity case alone: it ends a running road, keeps an ended one from
 *   `acceptLate`, `grantAttempt` and an upheld recheck, and leaves a title to be revoked (model.md 5.6).
 * - The committee changes for all people of a unit at once, until they are reported to it: the road and windows are those of the new one.
 * - Time: each deadline lapses as of its own instant, whoever speaks next; a lapse ends the road with the outcome the programme names, a
 *   publicity's last day enters the next stage. Equal instants go in stage order.
 * - An ended road stays open for remedies for `remedyDays` (`acceptLate`, `grantAttempt`, `requestRecheck`), then the case closes, but not over a
 *   recheck that waits. A reopened road keeps that last
 *   day in place of the deadline that lapsed and of those that count from the same window, until a stage whose deadline counts from its entry;
 *   ended again before, it closes on that same day.
 * - A case that was referred elsewhere waits as long as the programme says: the office that referred it records the result once, and corrects it with
 *   a reason (`recordReferralResult`, `correctReferralResult`); it then stays open for no less than `remedyDays`. The outcome stays the referral.
 */

import type { CaseState } from '../case/case.ts';
import type { Command, Decision } from '../case/commands.ts';
import { currentStage, planOf, withTimeline } from '../case/compiled-stages.ts';
import { system, Transition } from '../case/transition.ts';
import { emitAllowances } from '../claims/overrides.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { actionsOf } from './actions.ts';
import { applyLapses, nextDueAt } from './lapses.ts';
import { moveCommittee } from './move-committee.ts';

/** Decides one command on one case. Pure: the same case and command always decide the same. */
export function decide(before: CaseState, command: Command): Decision {
  const transition = new Transition(adopt(before, command), command);
  const refusal = outdated(before, command) ?? unopened(before, command) ?? proceed(before, transition, command);
  if (refusal) return { kind: 'refused', refusal };
  return { kind: 'accepted', events: transition.events, state: transition.state, warnings: transition.warnings };
}

/** The plan comes with the first submission; a newer timeline replaces the case's own before anything is decided. */
function adopt(state: CaseState, command: Command): CaseState {
  const plan = state.plan ?? command.plan ?? null;
  const newer = plan && command.timeline && command.timeline.version > plan.timeline.version ? command.timeline : null;
  return { ...state, plan: plan && newer ? withTimeline(plan, newer) : plan };
}

function outdated(before: CaseState, command: Command): Refusal | null {
  if (command.expectedSeq === undefined || command.expectedSeq === before.seq) return null;
  return versionConflict({ expected: command.expectedSeq, actual: before.seq });
}

/** Refuses what was decided by a view that is no longer true. */
export const versionConflict = (details: Refusal['details'] = {}): Refusal =>
  refuse(
    'VERSION_MOVED',
    { zh: '申报已有新的变化，请刷新后再操作。', en: 'The application has changed since you looked; read it again.' },
    { details },
  );

/** Only a `submit` that brings the plan opens a case. */
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

/** Newer dates are adopted with the command, but not after the instant of what lapses by them later than it would have. */
function adoptedAt(before: CaseState, { state, at }: Transition): number {
  const [known, due] = [nextDueAt(before), nextDueAt(state)];
  return known !== null && due !== null && known <= due ? Math.min(at, due) : at;
}

/** The first submission opens the case at the programme's first stage. */
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
  emitAllowances(transition, command.data);
  const { state } = transition;
  const refusal =
    action.guard(state, { role: command.by.role, at: transition.at }) ?? action.run(transition, command.data);
  return refusal ?? (outgrown(state, transition.state) ? tooMuch() : null);
}

/** How many points one stage, and how many objections and removed items a case keeps, so that its snapshot stays small. */
const mostKept = 60;

function outgrown(before: CaseState, after: CaseState): boolean {
  const points = ({ deficiencies }: CaseState) =>
    deficiencies.filter((each) => each.stage === before.stage?.key).length;
  const others = ({ objections, removedItems }: CaseState) => objections.length + removedItems.length;
  return points(after) > Math.max(mostKept, points(before)) || others(after) > Math.max(mostKept, others(before));
}

/** Only what would add to the lists is refused: time, and every way out, stay open. */
function tooMuch(): Refusal {
  return refuse('INVALID_DATA', {
    zh: '本申报记录的问题和异议过多，请合并后再提交。',
    en: 'This application would keep too many points and objections; put them together.',
  });
}

/** Why a command finds no action: the road has ended (with the rules of its outcome), the case is closed, or the stage has no such action. */
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
