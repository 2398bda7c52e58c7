import type { IsoDate } from '../calendar/dates.ts';
import type { CheckInput } from './checked-input.ts';
import { type Achievement, isPublication, type Proof } from './content.ts';
import type { Problem } from './finding.ts';

/** The place of a field of an achievement, as findings name it. */
export const at = ({ id }: Achievement, field: string): string => `/achievements/${id}/${field}`;
const provesNothing: readonly Proof['kind'][] = ['acceptanceLetter', 'statement'];
/** Whether it is an original that proves something. */
export const isOriginal = ({ kind }: Proof): boolean => !provesNothing.includes(kind);

/** The proofs that count: originals with a formal signature and seal (LN-4.1-c). */
const sealed = ({ proofs = [] }: Achievement) =>
  proofs.flatMap(({ kind, sealedOn }) => (sealedOn === undefined || provesNothing.includes(kind) ? [] : [sealedOn]));

/** The days that show that it was obtained: its publication, or the seals on its evidence. */
export const dated = (achievement: Achievement): readonly IsoDate[] =>
  isPublication(achievement) && achievement.publishedOn ? [achievement.publishedOn] : sealed(achievement);

/** What each achievement has wrong. */
export const each = (looked: CheckInput, problemsOf: (achievement: Achievement) => readonly Problem[]): Problem[] =>
  looked.content.achievements.flatMap(problemsOf);
/** What each paper and book has wrong. */
export const publications = (
  looked: CheckInput,
  problemsOf: (achievement: Achievement) => readonly Problem[],
): Problem[] => looked.content.achievements.filter(isPublication).flatMap(problemsOf);
