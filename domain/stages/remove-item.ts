import { labelOf } from '../case/commands/action-labels.ts';
import type { CommandData } from '../case/commands/commands.ts';
import { type Action, alwaysOpen, needReason, reasonOf } from '../case/transition.ts';
import type { Role } from '../programme/facts.ts';
import { refuse } from '../refusal.ts';

/** Removes one item from the review, with a reason: disputed and not verified (LN-5.4-g), or reused. */
export function removeItem(role: Role, clauses: readonly string[], guard: Action['guard'] = alwaysOpen): Action {
  return {
    name: 'removeItem',
    label: labelOf('removeItem'),
    roles: [role],
    clauses,
    guard,
    needs: ['items'],
    run: (transition, data: CommandData<'removeItem'>) => {
      if (!data.item)
        return refuse('INVALID_DATA', { zh: '缺少材料编号。', en: 'The item to remove is not named.' }, { clauses });
      const missing = needReason(data, clauses);
      if (missing) return missing;
      transition.emit({ name: 'itemRemoved', data: { item: data.item, ...reasonOf(data) } });
      return null;
    },
  };
}
