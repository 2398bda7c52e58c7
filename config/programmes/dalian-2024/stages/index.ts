import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { authorityStages } from './authority.ts';
import { committeeStages } from './committee.ts';
import { unitStages } from './unit.ts';

/** The printed stages, D1 to D10 with D5C and D7P, in order. */
export const stages: readonly StageDef[] = [...unitStages, ...authorityStages, ...committeeStages];
