import { text } from '../../domain/text.ts';

/** A reason whose words nobody reads again. */
export const because = { reason: '情况属实，记录在案。' } as const;

/** What time says when a publicity is over. */
export const publicityOver = text('公示期满', 'The publicity is over');
