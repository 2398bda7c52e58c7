import { addDays, dateOf, endOfDayAt } from '../../calendar/dates.ts';
import type { CaseState } from '../../case/case.ts';
import { labelOf } from '../../case/commands/action-labels.ts';
import { lapsedBefore } from '../../case/plan/deadlines.ts';
import { type Action, needReason, reasonOf } from '../../case/transition.ts';
import type { Plan, RecheckRule } from '../../programme/programme.ts';
import { refuse } from '../../refusal.ts';

/** The applicant requests a recheck after the end, once and within the remedy period; the office decides it. */
export function recheckActions(plan: Plan): Action[] {
  return plan.recheck ? [requestRecheck(plan.recheck), concludeRecheck(plan.recheck, plan)] : [];
}

const isOpen = (state: CaseState): boolean => state.recheck === 'open';

function requestRecheck({ outcomes, clauses, readings }: RecheckRule): Action {
  return {
    name: 'requestRecheck',
    label: labelOf('requestRecheck'),
    roles: ['applicant'],
    clauses,
    guard: (state) =>
      outcomes.includes(state.ended?.outcome ?? '') && state.recheck === undefined
        ? null
        : refuse(
            'ACTION_NOT_HERE',
            { zh: '本结果不能申请复查，或已申请过一次。', en: 'This end cannot be rechecked, or was already once.' },
            { clauses, readings },
          ),
    run: (transition, data) => {
      const refusal = needReason(data, clauses, readings);
      if (refusal) return refusal;
      transition.emit({ name: 'recheckRequested', data: reasonOf(data) });
      return null;
    },
  };
}

/**
 * The office concludes the recheck. If upheld, the application is reopened in the stage where it ended for one remedy period, whatever window has
 * closed; if dismissed, the end remains.
 */
function concludeRecheck({ role, clauses, readings }: RecheckRule, plan: Plan): Action {
  return {
    name: 'concludeRecheck',
    label: labelOf('concludeRecheck'),
    roles: [role],
    clauses,
    needs: ['claims'],
    guard: (state) =>
      isOpen(state)
        ? null
        : refuse(
            'ACTION_NOT_HERE',
            { zh: '没有待办理的复查申请。', en: 'No request for a recheck is waiting.' },
            { clauses, readings },
          ),
    run: (transition, data) => {
      const { ended } = transition.state;
      const refusal = needReason(data, clauses, readings);
      if (refusal || !ended) return refusal;
      const upheld = data.upheld === true;
      transition.emit({ name: 'recheckConcluded', data: { upheld, ...reasonOf(data) } });
      if (!upheld) return null;
      const untilDay = addDays(dateOf(transition.at), plan.remedyDays);
      const waived = ended.deadline ?? lapsedBefore(plan, ended.stage, untilDay) ?? '';
      const terms = { waived, outcome: ended.outcome, maySubmit: false, byRecheck: true };
      transition.emit({
        name: 'reopened',
        data: { ...terms, until: endOfDayAt(untilDay), untilDay, ...reasonOf(data) },
      });
      return null;
    },
  };
}
