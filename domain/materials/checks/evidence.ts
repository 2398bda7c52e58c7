import { addDays, addMonths, type IsoDate } from '../../calendar/dates.ts';
import { type Achievement, isPublication, type Proof } from '../content.ts';
import type { CheckInput } from './checked-input.ts';
import type { Problem } from './finding.ts';

/** The JSON Pointer of a field of an achievement, used in findings. */
export const at = ({ id }: Achievement, field: string): string => `/achievements/${id}/${field}`;
const provesNothing: readonly Proof['kind'][] = ['acceptanceLetter', 'statement'];
/** Whether a proof is an original that proves something by itself. */
export const isOriginal = ({ kind }: Proof): boolean => !provesNothing.includes(kind);

/** The proofs that count: originals with a formal signature and seal (LN-4.1-c). */
const sealed = ({ proofs = [] }: Achievement) =>
  proofs.flatMap(({ kind, sealedOn }) => (sealedOn === undefined || provesNothing.includes(kind) ? [] : [sealedOn]));

/** The days that prove an achievement: its publication, or the seals on its evidence. */
export const dated = (achievement: Achievement): readonly IsoDate[] =>
  isPublication(achievement) && achievement.publishedOn ? [achievement.publishedOn] : sealed(achievement);

/** Whether an achievement of a day was obtained after the present title; the day of the title itself is not after it (LN-6.3.2-a, DL-2.3.3-d). */
export const obtainedAfterTitle = (on: IsoDate, title: IsoDate): boolean => on > title;

/** The last day on which an achievement was obtained; without dated evidence the last day of its last month. */
export const obtainedOn = (achievement: Achievement): IsoDate =>
  dated(achievement).toSorted().at(-1) ?? addDays(addMonths(`${achievement.to}-01`, 1), -1);

/** The problems of all achievements. */
export const each = (input: CheckInput, problemsOf: (achievement: Achievement) => readonly Problem[]): Problem[] =>
  input.content.achievements.flatMap(problemsOf);
/** The problems of all papers and books. */
export const publications = (
  input: CheckInput,
  problemsOf: (achievement: Achievement) => readonly Problem[],
): Problem[] => input.content.achievements.filter(isPublication).flatMap(problemsOf);
