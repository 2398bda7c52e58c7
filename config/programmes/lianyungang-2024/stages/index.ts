import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { committeeStages } from './committee.ts';
import { filingStages } from './filing.ts';
import { officeStages } from './office.ts';

/** The printed stages, L1 to L12, in order. */
export const stages: readonly StageDef[] = [...filingStages, ...officeStages, ...committeeStages];
