import type { ApplicationHead } from '../../db/applications/applications.ts';
import { text } from '../../domain/text.ts';

/** The stage of an application nobody has seen but its applicant. */
export const draftStage = { key: 'DRAFT', kind: 'draft', label: text('草稿', 'Draft') } as const;

type Applied = Pick<ApplicationHead, 'no' | 'programme' | 'series' | 'specialty' | 'level' | 'track' | 'unit'>;

/** What is applied for and by whose people, as every view of an application says it. */
export function appliedFor({ no, programme, series, specialty, level, track, unit }: Applied): Applied {
  return { no, programme, series, specialty, level, track, unit };
}
