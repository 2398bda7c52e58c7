import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { committeeStages } from './committee.ts';
import { officeStages } from './office.ts';
import { preliminaries, unitStages } from './unit.ts';

/** The printed stages, N0 to N12, in order. */
export const stages: readonly StageDef[] = [...preliminaries, ...unitStages, ...officeStages, ...committeeStages];
