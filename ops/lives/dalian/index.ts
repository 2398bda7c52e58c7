import type { Life } from '../life.ts';
import { failedLives } from './failed.ts';
import { referredLives } from './referred.ts';
import { reviewedLives } from './reviewed.ts';

/** Every way through Dalian's stages, at the printed dates of 2024. */
export const dalianLives: readonly Life[] = [...reviewedLives, ...failedLives, ...referredLives];
