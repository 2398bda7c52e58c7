import type { ConditionGroup } from '../programme/materials/materials.ts';
import type { Achievement } from './content.ts';

/** The distinct conditions that achievements are mapped to: three works for one condition count once (LN-3-b). */
export function conditionsMet(achievements: readonly Pick<Achievement, 'conditions'>[]): ReadonlySet<string> {
  return new Set(achievements.flatMap(({ conditions = [] }) => conditions));
}

/** The groups with too few conditions met, each with the number met. */
export function groupsUnmet(
  achievements: readonly Pick<Achievement, 'conditions'>[],
  groups: readonly ConditionGroup[],
): { readonly group: ConditionGroup; readonly met: number }[] {
  const met = conditionsMet(achievements);
  return groups
    .map((group) => ({ group, met: group.from.filter((condition) => met.has(condition)).length }))
    .filter(({ group, met: count }) => count < group.least);
}

/** The achievements mapped to more than one condition, which the standard must allow. */
export const mappedTwice = <A extends Pick<Achievement, 'conditions'>>(achievements: readonly A[]): A[] =>
  achievements.filter(({ conditions = [] }) => new Set(conditions).size > 1);
