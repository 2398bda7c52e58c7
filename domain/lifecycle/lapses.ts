import type { CaseState } from '../case/case.ts';
import { attemptsAllowed, currentStage } from '../case/compiled-stages.ts';
import { blocked, deadlineDef, deadlinesOf, publicityKey, remedyKey } from '../case/deadlines.ts';
import { system, Transition } from '../case/transition.ts';
import type { LapseCase } from '../programme/deadlines.ts';

/** The instant at which the case's nearest deadline falls due (epoch ms), or null when none is left. */
export function nextDueAt(state: CaseState): number | null {
  return state.plan ? (deadlinesOf(state)[0]?.dueAt ?? null) : null;
}

/** The case as it stands at an instant (epoch ms): whatever fell due up to it has lapsed, also where nobody has written that down yet. */
export function withLapsesUpTo(state: CaseState, at: number): CaseState {
  const transition = new Transition(state, { by: system, receivedAt: at });
  applyLapses(transition);
  return transition.state;
}

/**
 * Settles everything that fell due up to `transition.at`, each as of its own instant and in order. Every lapse moves the
 * road, ends it or closes it, so the loop ends with the case's last deadline.
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

/** Ends a publicity nobody stands against; the instant is the day's end, or the later one at which the last objection was settled. */
function endPublicity(transition: Transition, dueAt: number): void {
  const stage = currentStage(transition.state);
  if (stage?.kind !== 'publicity' || blocked(transition.state)) return;
  transition.emit({ name: 'publicityEnded', at: dueAt, data: {} }, system);
  transition.enter(stage.next, { at: dueAt, by: system });
}

function lapseConditionMet(state: CaseState, when: LapseCase['when']): boolean {
  if (when === 'nothingSubmitted') return state.attempts.used === 0;
  // A last submission that still waits for review is not exhausted: the office may yet finish it.
  if (when === 'attemptsUsed')
    return state.stage?.phase !== 'underReview' && state.attempts.used >= attemptsAllowed(state);
  if (when === undefined) return true;
  const open = state.deficiencies.filter((each) => !each.resolved);
  return when === 'deficienciesOpen' ? open.length > 0 : open.some((each) => each.stage === when.deficienciesOpenOf);
}
