import { labelOf } from '../case/action-labels.ts';
import type { CommandData } from '../case/commands.ts';
import { type Action, alwaysOpen, needReason, reasonOf } from '../case/transition.ts';
import type { Supervision } from '../programme/programme.ts';

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
