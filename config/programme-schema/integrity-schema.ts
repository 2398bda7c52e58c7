import { z } from 'zod';
import { clausesSchema, dateSchema, list, roleSchema, someOf } from './schema-parts.ts';

/** The schema of the rules for proven fraud. */
export const integritySchema = z.strictObject({
  decides: z.strictObject({ before: someOf(roleSchema), after: someOf(roleSchema) }),
  cancel: clausesSchema,
  revoke: clausesSchema,
  serious: clausesSchema.optional(),
  unit: clausesSchema.optional(),
  versions: list(
    z.strictObject({
      from: dateSchema,
      record: z.strictObject({ before: z.boolean(), after: z.boolean(), years: z.int().min(1) }),
      barsApplication: z.boolean(),
      clauses: clausesSchema,
      readings: list(z.string()),
    }),
  ),
});
