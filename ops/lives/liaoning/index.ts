import type { Life } from '../life.ts';
import { certifiedLives } from './certified.ts';
import { onlineLives } from './online.ts';
import { paperLives } from './paper.ts';
import { trackLives } from './tracks.ts';
import { unitLives } from './unit.ts';

/** Every way through Liaoning's stages, at the printed dates of 2024. */
export const liaoningLives: readonly Life[] = [
  ...certifiedLives,
  ...unitLives,
  ...onlineLives,
  ...paperLives,
  ...trackLives,
];
