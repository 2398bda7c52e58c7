import { addYears, type IsoDate } from '../../calendar/dates.ts';
import { type Level, levels } from '../../programme/facts.ts';
import type { SessionRules } from '../../programme/stages/session.ts';
import { type FieldError, invalidFields, type Refusal } from '../../refusal.ts';
import { text } from '../../text.ts';
import { groundsOf } from '../grounds.ts';

/** The filing (核准备案) by which a committee exists, for so many years (Order 40, articles 8 and 9). */
export type Filing = {
  readonly number: string;
  readonly formedBy: 'series' | 'specialty';
  readonly levels: readonly Level[];
  readonly members: number;
  readonly filedOn: IsoDate;
  readonly filedUntil: IsoDate;
};

type Rules = SessionRules['committee'];

/** How many experts a committee has at least, formed so and for these levels; 1 where the rules name no number. */
export const leastMembers = (
  { least }: Pick<Rules, 'least'>,
  { formedBy, levels: filed }: Pick<Filing, 'formedBy' | 'levels'>,
): number =>
  Math.max(
    1,
    ...least
      .filter((rule) => rule.levels.some((level) => filed.includes(level)))
      .map(({ bySeries, bySpecialty }) => (formedBy === 'series' ? bySeries : bySpecialty)),
  );

/** The lowest level for which a committee is filed; its experts have a title of this level at least. */
export const lowestLevel = ({ levels: filed }: Pick<Filing, 'levels'>): Level =>
  levels.find((level) => filed.includes(level)) ?? levels[0];

/** Why a filing cannot be right, everything at once; null where it can. */
export function filingRefusal(rules: Rules, filing: Filing, today: IsoDate): Refusal | null {
  const { formedBy, members, filedOn, filedUntil } = filing;
  const least = leastMembers(rules, filing);
  const latest = addYears(filedOn, rules.filedYears);
  const wrong: (FieldError | false)[] = [
    members % 2 === 0 && {
      path: '/members',
      message: text('评审专家人数须为单数。', 'The number of experts is odd.'),
    },
    members < least && {
      path: '/members',
      message: text(
        `按${formedBy === 'series' ? '系列' : '专业'}组建的评委会，评审专家不少于${least}人。`,
        `A committee formed by ${formedBy} has at least ${least} experts.`,
      ),
    },
    filedOn > today && {
      path: '/filedOn',
      message: text('核准备案日期不得晚于今天。', 'The day of the filing is not after today.'),
    },
    filedUntil <= filedOn && {
      path: '/filedUntil',
      message: text('有效期届满日须晚于备案日。', 'A filing ends after the day on which it begins.'),
    },
    filedUntil > latest && {
      path: '/filedUntil',
      message: text(
        `备案有效期不超过${rules.filedYears}年，最迟至${latest}。`,
        `A filing lasts ${rules.filedYears} years at most, here until ${latest}.`,
      ),
    },
  ];
  const errors = wrong.filter((each) => each !== false);
  return errors.length > 0 ? invalidFields(errors, groundsOf(rules)) : null;
}
