import type { CaseState } from '../case/case.ts';
import type { Command } from '../case/commands/commands.ts';
import { unannounced } from '../case/plan/announced-windows.ts';
import { planOf, stageIndex } from '../case/plan/compiled-stages.ts';
import { type Deadline, deadlinesOf } from '../case/plan/deadlines.ts';
import { needReason, reasonOf, type Transition } from '../case/transition.ts';
import type { ClaimRule, Plan } from '../programme/programme.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** The claim rule of a programme by which the committee of a unit can be changed for all its applicants, and who changes it. */
export type ChangeRule = ClaimRule & { readonly changed: NonNullable<ClaimRule['changed']> };

/** The first claim rule that allows a change, if there is one. */
export const changeRuleOf = (claims: readonly ClaimRule[]): ChangeRule | undefined =>
  claims.find((rule): rule is ChangeRule => rule.changed !== undefined);

/** Whether a case has been reported to its committee; the committee cannot be changed afterwards (LYG-4.0-d, A-26). */
export function reported({ furthest = 0 }: Pick<CaseState, 'furthest'>, plan: Plan, { changed }: ChangeRule): boolean {
  return changed.reportedFrom.some((key) => {
    const from = stageIndex(plan, key);
    return from >= 0 && furthest >= from;
  });
}

/** Refuses a change of the committee of a reported case (LYG-4.0-d, A-26). */
export const committeeFixed = ({ clauses, readings }: ClaimRule, details: Refusal['details'] = {}): Refusal =>
  refuse(
    'COMMITTEE_FIXED',
    {
      zh: '已报送评委会办事机构，不能再变更评委会；同一单位不得多头报送。',
      en: 'It was reported to the office of its committee, which stays: people of one unit go to one committee.',
    },
    { clauses, readings, details },
  );

/**
 * Moves a case to another committee with the stage path and windows of that committee, taken from `command.plan`; the current stage stays. Only the
 * change of the committee of a whole unit sends this command. It is refused if the case was reported already, or would miss a deadline on that
 * day.
 */
export function moveCommittee(transition: Transition, { by, data, plan: next }: Command): Refusal | null {
  const { state } = transition;
  const plan = planOf(state);
  const rule = changeRuleOf(plan.claims);
  if (!rule || !next || state.closed || !sameStagePathSoFar(state, plan, next)) return notMovable(rule);
  const { clauses, readings } = rule;
  if (by.role !== rule.changed.by)
    return refuse(
      'NOT_YOURS',
      { zh: '评委会由职称办变更。', en: 'The title office changes the committee.' },
      { clauses, readings },
    );
  const refusal = needReason(data, clauses, readings);
  if (refusal) return refusal;
  if (reported(state, plan, rule)) return committeeFixed(rule);
  const moved = { ...state, plan: next };
  const late = state.ended ? null : (unannounced(next, []) ?? lateAt(transition.at, deadlinesOf(moved)[0]));
  if (late) return late;
  transition.state = moved;
  const { committee: to, destination } = next;
  transition.emit({ name: 'committeeMoved', data: { from: plan.committee, to, destination, ...reasonOf(data) } });
  return null;
}

/** Whether both stage paths agree up to the furthest stage reached, so that the case keeps its stage. */
function sameStagePathSoFar({ furthest = 0 }: CaseState, plan: Plan, next: Plan): boolean {
  if (plan.programme !== next.programme) return false;
  return plan.stages.slice(0, furthest + 1).every(({ key }, i) => next.stages[i]?.key === key);
}

const notMovable = (rule: ClaimRule | undefined): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    { zh: '此项申报不能变更评委会。', en: 'The committee of this application cannot be changed.' },
    { clauses: rule?.clauses ?? [], readings: rule?.readings ?? [] },
  );

function lateAt(at: number, due: Deadline | undefined): Refusal | null {
  if (!due || due.dueAt > at) return null;
  return refuse(
    'WINDOW_CLOSED',
    {
      zh: `该评委会受理时间已于${due.due}截止。`,
      en: `The period of that committee closed on ${due.due}.`,
    },
    { clauses: due.clauses, readings: due.readings, details: { closes: due.due } },
  );
}
