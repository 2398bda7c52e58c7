import { z } from 'zod';
import { paragraph, personName, uuid } from '../http/common-schemas.ts';

export const ofPerson = z.strictObject({ id: uuid });

/** The correct name, and the reason. */
export const nameCorrectionInput = z
  .strictObject({ name: personName(60), reason: paragraph(2000).meta({ description: 'Why; kept sealed.' }) })
  .meta({ id: 'NameCorrectionInput', example: { name: '张蔚', reason: '登记时误写为张慰。' } });

/** Every correction of a person's name, first to last. */
export const nameCorrectionList = z
  .object({
    items: z.array(
      z.object({
        id: uuid,
        by: uuid.meta({ description: 'The administrator.' }),
        at: z.string().meta({ format: 'date-time' }),
        was: z.string(),
        became: z.string(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'NameCorrections' });
