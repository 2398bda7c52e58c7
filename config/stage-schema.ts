import { z } from 'zod';
import {
  clausesSchema,
  conditionSchema,
  daysSchema,
  keySchema,
  list,
  readingsSchema,
  roleSchema,
  someOf,
  textSchema,
} from './schema-parts.ts';

const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('windowClose'), window: keySchema }),
  z.strictObject({ kind: z.literal('workingDaysAfterWindow'), window: keySchema, days: daysSchema }),
  z.strictObject({ kind: z.literal('workingDaysAfterEntry'), days: daysSchema }),
  z.strictObject({ kind: z.literal('lastObjectionDay') }),
  z.strictObject({ kind: z.literal('calendarDaysAfterEnd'), days: daysSchema }),
]);

const deadlineSchema = z.strictObject({
  key: keySchema,
  rule: ruleSchema,
  lapse: someOf(z.strictObject({ when: z.enum(['nothingSubmitted', 'attemptsUsed']).optional(), outcome: keySchema })),
  clauses: clausesSchema,
  readings: readingsSchema,
});

const base = {
  key: keySchema,
  name: textSchema,
  clauses: clausesSchema,
  readings: readingsSchema,
  when: conditionSchema.optional(),
  deadlines: list(deadlineSchema).optional(),
};

const filing = z.strictObject({ ...base, kind: z.literal('filing'), next: keySchema });

const review = z.strictObject({
  ...base,
  kind: z.literal('review'),
  role: roleSchema,
  submission: z
    .strictObject({
      window: keySchema,
      attempts: z.int().min(1).max(100),
      clauses: clausesSchema,
      readings: readingsSchema,
      grantedBy: roleSchema,
    })
    .optional(),
  pass: z.strictObject({
    action: z.enum(['agree', 'select', 'pass', 'approve', 'confirmDossier']),
    next: keySchema,
  }),
  return: z
    .strictObject({
      next: keySchema,
      clauses: clausesSchema,
      completeList: z.boolean().optional(),
      keepSteps: list(keySchema).optional(),
    })
    .optional(),
  refuse: z.strictObject({ action: z.enum(['refuse', 'passOver']), outcome: keySchema }).optional(),
});

const publicity = z.strictObject({
  ...base,
  kind: z.literal('publicity'),
  role: roleSchema,
  workingDays: daysSchema,
  next: keySchema,
  upheldOutcome: keySchema,
  objectionClauses: clausesSchema,
  mustPrecede: z.strictObject({ window: keySchema, clauses: clausesSchema }).optional(),
  removesItems: z.boolean().optional(),
});

const handover = z.strictObject({
  ...base,
  kind: z.literal('handover'),
  steps: someOf(
    z.strictObject({
      key: keySchema,
      action: z.enum(['seal', 'uploadStampedPage', 'handOver', 'receivePaper', 'attachDelegation', 'forward']),
      role: roleSchema,
      name: textSchema,
      when: conditionSchema.optional(),
      clauses: clausesSchema,
    }),
  ),
  next: keySchema,
});

const session = z.strictObject({
  ...base,
  kind: z.literal('session'),
  role: roleSchema,
  next: keySchema,
  notPassedOutcome: keySchema,
});

const certification = z.strictObject({
  ...base,
  kind: z.literal('certification'),
  role: roleSchema,
  outcome: keySchema,
});

/** One stage of a programme; properties that its kind does not know are refused. */
export const stageSchema = z.discriminatedUnion('kind', [filing, review, publicity, handover, session, certification]);
