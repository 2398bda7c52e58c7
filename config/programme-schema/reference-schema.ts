import { z } from 'zod';
import { confidences, provenances } from '../../domain/programme/reference-tables.ts';
import { clausesSchema, keySchema, list, readingsSchema, someOf, textSchema } from './schema-parts.ts';

const cellSchema = z
  .strictObject({
    value: z.string().min(1).nullable(),
    provenance: z.enum(provenances),
    inferred: z.strictObject({ value: z.string().min(1), confidence: z.enum(confidences) }).optional(),
    quality: z.literal('suspect').optional(),
  })
  .refine(({ value, provenance }) => provenance !== 'printed' || value !== null, 'what is printed has a value')
  .refine(
    ({ value, provenance }) => value === null || provenance === 'printed' || provenance === 'external',
    'what was lost or is not printed has none',
  )
  .refine(({ value, inferred }) => value === null || !inferred, 'only what was lost is guessed at');

const rowSchema = z.strictObject({
  no: z.int().min(1),
  cells: z.record(keySchema, cellSchema).readonly(),
  office: keySchema.optional(),
  clauses: clausesSchema,
  readings: readingsSchema,
});

/** The schema of the printed tables and lists of a programme. */
export const referenceSchema = z.strictObject({
  tables: list(
    z.strictObject({
      key: keySchema,
      name: textSchema,
      columns: someOf(z.strictObject({ key: keySchema, name: textSchema })),
      rows: list(rowSchema),
      clauses: clausesSchema,
    }),
  ),
  lists: list(
    z.strictObject({
      key: keySchema,
      name: textSchema,
      items: someOf(z.string().min(1)),
      open: z.boolean().optional(),
      copies: z.int().min(1).optional(),
      clauses: clausesSchema,
    }),
  ),
});
