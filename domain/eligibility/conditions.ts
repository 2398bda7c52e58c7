import { conditionsMet } from '../materials/conditions.ts';
import { type Answer, type Context, cutOffDay, decided, notStated, type Of } from './answer.ts';
import type { CountedAchievement } from './facts.ts';

/** Counts the distinct conditions of the standard that achievements up to the cut-off meet (LN-3-b, LN-4.1, model.md 8.4). */
export function conditionsOfStandard(context: Context, { cutOff }: Of<'conditionsOfStandard'>): Answer {
  const { achievements, standard } = context.facts;
  if (!standard?.conditions) return notStated('standard');
  if (!achievements) return notStated('achievements');
  const { least, of } = standard.conditions;
  const until = cutOffDay(context, cutOff);
  const counting = achievements
    .filter(({ on }) => on === undefined || until === undefined || on <= until)
    .map(({ conditions }) => conditions.filter((each) => of.includes(each)));
  const conditions = standard.oneWorkForSeveral
    ? conditionsMet(counting.map((each) => ({ conditions: each }))).size
    : maxConditions(counting);
  return decided(conditions >= least, { conditions, required: least, achievements: counting.length });
}

/** The maximum number of conditions met when each work counts for one condition only. */
export function maxConditions(works: readonly CountedAchievement['conditions'][]): number {
  const workOf = new Map<string, number>();
  const place = (work: number, tried: Set<string>): boolean =>
    (works[work] ?? []).some((condition) => {
      if (tried.has(condition)) return false;
      tried.add(condition);
      const rival = workOf.get(condition);
      if (rival !== undefined && !place(rival, tried)) return false;
      workOf.set(condition, work);
      return true;
    });
  return works.filter((_, work) => place(work, new Set())).length;
}
