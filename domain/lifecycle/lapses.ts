import type { CaseState } from '../case/case.ts';
import { attemptsAllowed, currentStage } from '../case/plan/compiled-stages.ts';
import { blocked, deadlineDef, deadlinesOf, publicityKey, remedyKey } from '../case/plan/deadlines.ts';
import { system, Transition } from '../case/transition.ts';
import type { LapseCase } from '../programme/stages/deadlines.ts';

/** The due instant of the nearest deadline of the case (epoch ms), or null when there is none. */
export function nextDueAt(state: CaseState): number | null {
  return state.plan ? (deadlinesOf(state)[0]?.dueAt ?? null) : null;
}

/** The state of the case at an instant (epoch ms), with all lapses up to it applied, also those not recorded yet. */
export function withLapsesUpTo(state: CaseState, at: number): CaseState {
  const transition = new Transition(state, { by: system, receivedAt: at });
  applyLapses(transition);
  return transition.state;
}

/**
 * Applies every lapse up to `transition.at`, each at its own instant and in order. Every lapse enters a stage, ends the application or closes the
 * case, so the loop terminates.
 */
export function applyLapses(transition: Transition): void {
  while (transition.state.plan) {
    const due = deadlinesOf(transition.state)[0];
    if (!due || due.dueAt > transition.at) return;
    lapse(transition, due);
  }
}

function lapse(transition: Transition, due: { key: string; dueAt: number }): void {
  const { state } = transition;
  if (due.key === publicityKey) {
    endPublicity(transition, due.dueAt);
  } else if (state.ended) {
    transition.emit({ name: 'closed', at: due.dueAt, data: {} }, system);
  } else if (due.key === remedyKey) {
    transition.end(state.reopened?.outcome ?? 'NOT_ACCEPTED', {
      at: due.dueAt,
      deadline: state.reopened?.waived ?? due.key,
      by: system,
    });
  } else {
    const lapses = deadlineDef(state, due.key)?.lapse ?? [];
    const meant = lapses.find((each) => lapseConditionMet(state, each.when));
    if (!meant) throw new Error(`deadline ${due.key} of ${state.stage?.key} has no lapse that holds`);
    transition.end(meant.outcome, { at: due.dueAt, deadline: due.key, by: system });
  }
}

/** Ends a publicity without open objections, at the end of its last day or when its last objection was concluded, whichever is later. */
function endPublicity(transition: Transition, dueAt: number): void {
  const stage = currentStage(transition.state);
  if (stage?.kind !== 'publicity' || blocked(transition.state)) return;
  transition.emit({ name: 'publicityEnded', at: dueAt, data: {} }, system);
  transition.enter(stage.next, { at: dueAt, by: system });
}

function lapseConditionMet(state: CaseState, when: LapseCase['when']): boolean {
  if (when === 'nothingSubmitted') return state.attempts.used === 0;
  // Attempts do not count as used up while the last submission is under review: the office may still finish it.
  if (when === 'attemptsUsed')
    return state.stage?.phase !== 'underReview' && state.attempts.used >= attemptsAllowed(state);
  if (when === undefined) return true;
  const open = state.deficiencies.filter((each) => !each.resolved);
  return when === 'deficienciesOpen' ? open.length > 0 : open.some((each) => each.stage === when.deficienciesOpenOf);
}
