import { z } from 'zod';
import { levels } from '../../domain/programme/facts.ts';
import { provisionTopics } from '../../domain/programme/provision.ts';
import { isoDate, textSchema } from '../http/common-schemas.ts';

/** The filters of provisions. */
export const provisionQuery = z.strictObject({ topic: z.enum(provisionTopics).optional() });

/** A printed rule, with what it mentions. */
const provisionView = z
  .object({
    clause: z.string(),
    topic: z.enum(provisionTopics),
    topicLabel: textSchema,
    quote: z.array(z.string()).meta({ description: 'The printed sentence.' }),
    rule: z.object({ zh: z.string().optional(), en: z.string() }),
    documents: z.array(z.string()),
    places: z.array(z.string()),
    levels: z.array(z.enum(levels)),
    lists: z.array(textSchema),
    until: isoDate.nullable(),
    readings: z.array(z.string()),
    suspect: z.boolean().meta({ description: 'Damaged in the text we have, kept as printed (A-27).' }),
  })
  .meta({ id: 'Provision' });

export const provisionList = z
  .object({ items: z.array(provisionView), nextCursor: z.null() })
  .meta({ id: 'ProvisionList' });
