import { z } from 'zod';
import { line, personName, telephone } from '../http/common-schemas.ts';

/** The parts of a publicity document besides the applications, by annex 1. */
export const postingDocument = z
  .strictObject({
    decidingMeeting: line(100).meta({ description: 'The meeting that decided (LN-A1-a).', example: '总经理办公会议' }),
    contactPerson: personName(60).meta({ description: 'LN-A1-g' }),
    telephone: telephone.meta({ description: 'LN-A1-g' }),
    address: line(200).optional(),
    contents: z
      .array(line(60))
      .min(1)
      .max(20)
      .optional()
      .meta({
        description: '公示内容 of part 7 of the form (DL-2.2.2-f).',
        example: ['基本情况', '工作经历', '主要工作业绩'],
      }),
    ways: z
      .array(z.enum(['telephone', 'letter', 'visit']))
      .min(1)
      .max(3)
      .default(['telephone', 'letter', 'visit'])
      .meta({ description: 'How objections reach the personnel department (LN-A1-e).' }),
  })
  .meta({ id: 'PostingDocument' });
