import { labelOf } from '../../case/commands/action-labels.ts';
import type { CommandData } from '../../case/commands/commands.ts';
import { stageIndex } from '../../case/plan/compiled-stages.ts';
import { type Action, alwaysOpen, needReason, reasonOf } from '../../case/transition.ts';
import type { Plan, Supervision } from '../../programme/programme.ts';
import { refuse } from '../../refusal.ts';

/**
 * Whoever supervises checks the material of an application at random, in any stage, and records what was found (LYG-4.4-c). It changes no stage: what
 * is wrong is corrected by the office in charge, or looked into in an integrity case.
 */
export function spotCheck({ role, spotCheck: clauses }: Supervision): Action {
  return {
    name: 'spotCheck',
    label: labelOf('spotCheck'),
    roles: [role],
    clauses,
    guard: alwaysOpen,
    run: (transition, data: CommandData<'spotCheck'>) => {
      const inOrder = data.inOrder === true;
      const refusal = inOrder ? null : needReason(data, clauses);
      if (refusal) return refusal;
      transition.emit({ name: 'spotChecked', data: { inOrder, ...reasonOf(data) } });
      return null;
    },
  };
}

/** A result of a meeting whose results were declared void is set aside, until a certificate is issued; the committee reviews the case again (LYG-5.3-b). */
export function voidResult(plan: Plan, { role, voidResults: clauses }: Supervision): Action | null {
  const session = plan.stages.find(({ kind }) => kind === 'session');
  if (!session || !clauses) return null;
  return {
    name: 'voidResult',
    label: labelOf('voidResult'),
    roles: [role],
    clauses,
    needs: ['void'],
    guard: ({ stage }) =>
      stage && stageIndex(plan, stage.key) > stageIndex(plan, session.key)
        ? null
        : refuse('ACTION_NOT_HERE', { zh: '没有评审结果。', en: 'There is no result yet.' }, { clauses }),
    run: (transition) => {
      transition.emit({ name: 'resultVoided', data: {} }).enter(session.key);
      return null;
    },
  };
}
