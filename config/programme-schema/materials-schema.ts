import { z } from 'zod';
import {
  attestedContents,
  coverFields,
  databases,
  deliveredContents,
  documentKinds,
  plainRules,
  suppliers,
} from '../../domain/programme/materials/materials.ts';
import { conditionSchema, keySchema, list, readingsSchema, roleSchema, someOf, textSchema } from './schema-parts.ts';

const required = z.literal('required');
const count = z.int().min(1).max(10_000);

const requiredSchema = z.union([
  z.strictObject({ kind: required, of: z.enum(plainRules) }),
  z.strictObject({ kind: required, of: z.literal('educationReport'), months: count }),
  z.strictObject({ kind: required, of: z.literal('continuingEducation'), certificate: z.boolean().optional() }),
  z.strictObject({ kind: required, of: z.literal('photo'), months: count.optional() }),
  z.strictObject({
    kind: required,
    of: z.literal('statement'),
    characters: z.strictObject({
      technician: count,
      assistant: count,
      mid: count,
      deputySenior: count,
      fullSenior: count,
    }),
    leastPercent: z.int().min(1).max(100),
  }),
  z.strictObject({
    kind: required,
    of: z.literal('pledge'),
    version: z.string().optional(),
    text: z.string().optional(),
  }),
  z.strictObject({
    kind: required,
    of: z.literal('cover'),
    fields: someOf(z.enum(coverFields)),
    always: z.boolean().optional(),
  }),
  z.strictObject({ kind: required, of: z.literal('attachment'), file: keySchema }),
  z.strictObject({ kind: required, of: z.literal('cutOff'), cutOff: keySchema }),
  z.strictObject({ kind: required, of: z.literal('retrieval'), databases: someOf(z.enum(databases)), least: count }),
  z.strictObject({
    kind: required,
    of: z.literal('conditions'),
    groups: list(z.strictObject({ from: someOf(z.string().min(1)), least: count })),
    oneWorkForSeveral: z.boolean(),
  }),
]);

const checkSchema = z.union([
  requiredSchema,
  z.strictObject({
    kind: z.literal('attested'),
    by: roleSchema,
    concerns: z.enum(attestedContents).optional(),
  }),
  z.strictObject({
    kind: z.literal('delivered'),
    signed: list(z.strictObject({ key: keySchema, name: textSchema })).optional(),
    only: z.enum(deliveredContents).optional(),
  }),
  z.strictObject({ kind: z.literal('shown') }),
  z.strictObject({ kind: z.literal('mustNotBeDemanded'), demands: someOf(keySchema) }),
]);

/** The schema of one rule about material. */
export const materialSchema = z.strictObject({
  key: keySchema,
  name: textSchema,
  clause: z.string().min(1),
  readings: readingsSchema,
  when: conditionSchema.optional(),
  suppliedBy: z.enum(suppliers),
  copies: z.int().min(1).max(20).optional(),
  bound: z.int().min(0).max(20).optional(),
  place: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional(),
  check: checkSchema,
  prints: z
    .strictObject({
      document: z.enum(documentKinds),
      after: z.union([z.enum(['draft', 'submitted']), z.strictObject({ passed: keySchema })]),
      blank: list(z.string().min(1)).optional(),
    })
    .optional(),
});
