import { dalianLives } from './dalian/index.ts';
import { lianyungangLives } from './lianyungang/index.ts';
import { liaoningLives } from './liaoning/index.ts';
import type { Life } from './life.ts';

/** The lives of the three authorities: every way through their stages, each at the printed dates of 2024. */
export const lives: readonly Life[] = [...liaoningLives, ...dalianLives, ...lianyungangLives];
