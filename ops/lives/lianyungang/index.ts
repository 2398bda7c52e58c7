import type { Life } from '../life.ts';
import { committeeLives } from './committee.ts';
import { designatedLives } from './designated.ts';
import { referredLives } from './referred.ts';
import { unitLives } from './unit.ts';

/** Every way through Lianyungang's stages, at the printed dates of 2024. */
export const lianyungangLives: readonly Life[] = [
  ...unitLives,
  ...committeeLives,
  ...referredLives,
  ...designatedLives,
];
