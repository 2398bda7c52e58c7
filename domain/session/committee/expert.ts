import { addYears, type IsoDate } from '../../calendar/dates.ts';
import { type Level, levels } from '../../programme/facts.ts';
import type { SessionRules } from '../../programme/stages/session.ts';
import type { FieldError } from '../../refusal.ts';
import { text } from '../../text.ts';

/** What the rules look at in an expert of a committee. */
export type ExpertTerm = { readonly level: Level; readonly termFrom: IsoDate; readonly termUntil: IsoDate };

/** Why somebody cannot be an expert of a committee whose lowest level is this; all that is wrong (Order 40, article 10). */
export function expertErrors(
  { termYears }: SessionRules['committee'],
  { level, termFrom, termUntil }: ExpertTerm,
  lowest: Level | null,
): readonly FieldError[] {
  const latest = addYears(termFrom, termYears);
  const wrong: (FieldError | false)[] = [
    lowest !== null &&
      !isAtLeast(level, lowest) && {
        path: '/level',
        message: text(
          '评审专家的职称不得低于评委会的评审层级。',
          'The title of an expert is not below the level that the committee reviews.',
        ),
      },
    termUntil <= termFrom && {
      path: '/termUntil',
      message: text('任期届满日须晚于起始日。', 'A term ends after the day on which it begins.'),
    },
    termUntil > latest && {
      path: '/termUntil',
      message: text(
        `评审专家任期不超过${termYears}年，最迟至${latest}。`,
        `The term of an expert is ${termYears} years at most, here until ${latest}.`,
      ),
    },
  ];
  return wrong.filter((each) => each !== false);
}

/** Whether a level is another one or above it. */
export const isAtLeast = (level: Level, lowest: Level): boolean => levels.indexOf(level) >= levels.indexOf(lowest);
