import { z } from 'zod';
import { provisionTopics } from '../../domain/programme/provision.ts';
import { dateSchema, levelSchema, readingsSchema, someOf, textSchema } from './schema-parts.ts';

/** The schema of a printed rule that people must be able to find. */
export const provisionSchema = z.strictObject({
  clause: z.string().min(1),
  topic: z.enum(provisionTopics),
  documents: someOf(z.string().min(1)).optional(),
  places: someOf(z.string().min(1)).optional(),
  levels: someOf(levelSchema).optional(),
  lists: someOf(textSchema).optional(),
  until: dateSchema.optional(),
  readings: readingsSchema,
  quality: z.literal('suspect').optional(),
});
