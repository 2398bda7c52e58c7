import { z } from 'zod';
import { roles } from '../../domain/programme/facts.ts';
import { checked } from '../actions/actions-schemas.ts';
import { applicationNo, problemSchema, uuid } from '../http/common-schemas.ts';
import { maxItems } from '../http/limits.ts';

/** The applications that one posting or batch names. */
export const items = z
  .array(applicationNo)
  .min(1)
  .max(maxItems)
  .refine((list) => new Set(list).size === list.length, {
    error: 'must name each application once',
    params: { zh: '同一申报只能列一次' },
  });

/** One delivery of paper dossiers by a unit, or one forwarding by an authority, of one series and level (DL-2.2.4-a). */
export const newBatch = z.strictObject({ kind: z.enum(['paperDelivery', 'forwarding']), items, checked }).meta({
  id: 'NewBatch',
  example: {
    kind: 'paperDelivery',
    items: ['LN24-0JJSBD69KD4DGFBQ', 'LN24-4QGWDW8S9JRC0B5P'],
    checked: ['everyPageSealed', 'photosRecent'],
  },
});

const instantText = z.string().meta({ format: 'date-time' });

/** The result of an action on one of several applications. */
export const itemOutcome = z
  .object({
    no: applicationNo,
    status: z.enum(['accepted', 'refused', 'recorded', 'notRecorded']),
    intent: uuid.optional(),
    version: z.int().optional(),
    warnings: z.array(z.unknown()).optional(),
    problem: problemSchema.optional(),
  })
  .meta({ id: 'ItemOutcome' });

/** A batch with its receipt. */
export const batchView = z
  .object({
    id: uuid,
    kind: z.enum(['paperDelivery', 'forwarding']),
    unit: uuid.nullable(),
    office: z.string().nullable(),
    receiver: z
      .object({ role: z.enum(roles), office: z.string() })
      .nullable()
      .meta({ description: 'Whom it is addressed to: the office that acts in the step the delivery leads to.' }),
    createdAt: instantText,
    count: z.int().meta({ description: 'How many were delivered; what was refused, or still waits, is not counted.' }),
    items: z.array(itemOutcome),
  })
  .meta({ id: 'Batch' });
