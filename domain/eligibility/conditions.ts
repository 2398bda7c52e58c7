import { addDays, type IsoDate, yearOf } from '../calendar/dates.ts';
import { obtainedAfterTitle } from '../materials/checks/evidence.ts';
import { conditionsMet } from '../materials/conditions.ts';
import { type Answer, type Context, cutOffDay, decided, notStated, type Of, statedDay } from './answer.ts';
import type { CountedAchievement } from './facts.ts';

type Standard = NonNullable<NonNullable<Context['facts']['standard']>['conditions']> & {
  readonly oneWorkForSeveral: boolean;
};

/**
 * Counts the distinct conditions of the standard that achievements up to the cut-off meet (LN-3-b, LN-4.1), and where the notice prints
 * it, only those obtained after the present title (LN-6.3.2-a, DL-2.3.3-d).
 */
export function conditionsOfStandard(context: Context, rule: Of<'conditionsOfStandard'>): Answer {
  const { achievements, standard } = context.facts;
  if (!standard?.conditions) return notStated('standard');
  if (!achievements) return notStated('achievements');
  const { conditions, oneWorkForSeveral = false } = standard;
  const until = cutOffDay(context, rule.cutOff);
  const inTime = achievements.filter(({ on }) => on === undefined || until === undefined || on <= until);
  const count = (works: readonly CountedAchievement[]) => counted(works, { ...conditions, oneWorkForSeveral });
  const { heldTitle } = context.facts;
  if (!rule.afterTitle || heldTitle?.level === 'none') return answerBy(count(inTime));
  const latest = heldTitle && statedDay(heldTitle);
  // As long as no day of the title was told, all count, and it is asked for.
  if (!latest) return { outcome: 'met', ...answerBy(count(inTime)), ask: ['heldTitle'] };
  const after = (title: IsoDate): Count => ({
    ...count(inTime.filter(({ on }) => on === undefined || obtainedAfterTitle(on, title))),
    after: title,
  });
  // Of a year the conditions are counted for its first and for its last day.
  const [least, most] = [after(latest), after(heldTitle.obtainedOn ?? addDays(`${yearOf(latest)}-01-01`, -1))];
  return isMet(least) === isMet(most) ? answerBy(least) : notStated('heldTitle');
}

type Count = {
  readonly conditions: number;
  readonly required: number;
  readonly achievements: number;
  /** The day of the present title, after which an achievement must have been obtained. */
  readonly after?: IsoDate;
};

const isMet = ({ conditions, required }: Count): boolean => conditions >= required;
const answerBy = (count: Count): Answer => decided(isMet(count), count);

function counted(works: readonly CountedAchievement[], { least, of, oneWorkForSeveral }: Standard): Count {
  const mapped = works.map(({ conditions }) => conditions.filter((each) => of.includes(each)));
  const conditions = oneWorkForSeveral
    ? conditionsMet(mapped.map((each) => ({ conditions: each }))).size
    : maxConditions(mapped);
  return { conditions, required: least, achievements: works.length };
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
