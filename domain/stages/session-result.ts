import { dateOf } from '../calendar/dates.ts';
import type { CommandData } from '../case/commands/commands.ts';
import type { Action, Transition } from '../case/transition.ts';
import type { Plan } from '../programme/programme.ts';
import type { SessionStage } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * The result that a review session came to, recorded by the service once the minutes are signed. What the session has judged (day, quorum, hearing, majority) is
 * not judged again. It is not offered to people as an action.
 */
export function recordSessionResult(plan: Plan): Action[] {
  const stage = sessionOf(plan);
  if (!stage) return [];
  return [
    {
      ...recording(stage),
      guard: (state) => (state.stage?.key === stage.key ? null : noResult(stage.clauses)),
      run: (transition, data) => record(stage, transition, data),
    },
  ];
}

/**
 * The same after the last day of the review has passed: a meeting that was held by then counts, whenever its minutes are signed. Nothing is recorded where the
 * application ended otherwise.
 */
export function recordLateSessionResult(plan: Plan): Action[] {
  const stage = sessionOf(plan);
  if (!stage) return [];
  return [
    {
      ...recording(stage),
      guard: ({ ended, fraud = [] }) =>
        ended?.stage === stage.key && ended.deadline !== null && fraud.length === 0 ? null : noResult(stage.clauses),
      run: (transition, data) => {
        const { ended } = transition.state;
        const inTime = ended !== null && data.heldOn !== undefined && data.heldOn <= dateOf(ended.at - 1);
        return inTime ? record(stage, transition, data) : noResult(stage.clauses);
      },
    },
  ];
}

const sessionOf = ({ stages }: Plan): SessionStage | undefined => stages.find((stage) => stage.kind === 'session');

const recording = ({ clauses }: SessionStage) => ({
  name: 'recordSessionResult' as const,
  label: { zh: '登记评审会议结果', en: 'Record the result of the session' },
  roles: ['system'] as const,
  clauses,
});

function record(stage: SessionStage, transition: Transition, data: CommandData): Refusal | null {
  const { session, round, passed, heldOn, reason, quantified, defence, composite } = data;
  if (session === undefined || passed === undefined || heldOn === undefined) return noResult(stage.clauses);
  const vetoed = reason === 'vetoed' && stage.veto ? stage.veto : null;
  transition.emit({
    name: 'resultRecorded',
    data: {
      session,
      round: round ?? 1,
      heldOn,
      passed,
      ...(vetoed ? { veto: true as const } : {}),
      ...(quantified === undefined ? {} : { quantified }),
      ...(defence === undefined ? {} : { defence }),
      ...(composite === undefined ? {} : { composite }),
      text: null,
      reason: reason ?? null,
    },
  });
  if (passed) transition.enter(stage.next);
  else transition.end(vetoed?.outcome ?? stage.notPassedOutcome);
  return null;
}

/** Refuses what a session tells an application that has nothing to do with it. */
export const noResult = (clauses: readonly string[]): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    { zh: '本申报没有该次评审会议的结果。', en: 'The application has no such result of this session.' },
    { clauses },
  );
