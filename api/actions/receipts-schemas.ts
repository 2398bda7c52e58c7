import { z } from 'zod';
import { applicationNo, uuid } from '../http/common-schemas.ts';
import type { Shown } from '../http/shown.ts';

/** A receipt: recorded, and decided later. */
export const receiptView = z
  .object({
    intent: z.object({
      id: uuid,
      no: applicationNo,
      action: z.string(),
      receivedAt: z
        .string()
        .meta({ format: 'date-time' })
        .optional()
        .meta({ description: 'Left out where it could not be read just then.' }),
      state: z.literal('recorded'),
    }),
  })
  .meta({ id: 'Receipt' });
export type ReceiptView = Shown<typeof receiptView>;
