import { z } from 'zod';
import { reuseScopes } from '../../domain/programme/materials/materials.ts';
import { stepActions } from '../../domain/programme/stages/stages.ts';
import {
  clausesSchema,
  conditionSchema,
  dateSchema,
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
  z.strictObject({ kind: z.literal('setDay') }),
  z.strictObject({ kind: z.literal('lastObjectionDay') }),
  z.strictObject({ kind: z.literal('calendarDaysAfterEnd'), days: daysSchema }),
]);

const reminderSchema = z.strictObject({
  workingDaysBefore: someOf(daysSchema).refine(
    (days) => days.every((day, i) => i === 0 || day < (days[i - 1] ?? 0)),
    'the days before stand in falling order',
  ),
  to: someOf(roleSchema),
  anyDesk: z.literal(true).optional(),
  clauses: clausesSchema,
  readings: readingsSchema,
});
const reminders = someOf(reminderSchema);

const deadlineSchema = z.strictObject({
  key: keySchema,
  when: conditionSchema.optional(),
  rule: ruleSchema,
  reminders: reminders.optional(),
  lapse: someOf(
    z.strictObject({
      when: z
        .union([
          z.enum(['nothingSubmitted', 'attemptsUsed', 'deficienciesOpen']),
          z.strictObject({ deficienciesOpenOf: keySchema }),
        ])
        .optional(),
      outcome: keySchema,
    }),
  ),
  clauses: clausesSchema,
  readings: readingsSchema,
});

const basis = { clauses: clausesSchema, readings: readingsSchema };
const check = { key: keySchema, name: textSchema, clauses: clausesSchema, when: conditionSchema.optional() };
const checks = someOf(z.strictObject(check)).optional();
const gate = z.strictObject({
  window: keySchema,
  orWindow: keySchema.optional(),
  when: conditionSchema.optional(),
  ...basis,
});

const base = {
  key: keySchema,
  name: textSchema,
  ...basis,
  when: conditionSchema.optional(),
  otherwise: keySchema.optional(),
  deadlines: list(deadlineSchema).optional(),
  alarms: someOf(z.strictObject({ key: keySchema, rule: ruleSchema, reminders })).optional(),
};

const filing = z.strictObject({
  ...base,
  kind: z.literal('filing'),
  next: keySchema,
  gate: gate.optional(),
  checks,
  keepSteps: list(keySchema).optional(),
  ifChanged: z.strictObject({ parts: someOf(keySchema), next: keySchema, ...basis }).optional(),
});

const returnSchema = z.strictObject({
  action: z.enum(['return', 'fail']).optional(),
  next: keySchema,
  ...basis,
  completeList: z.boolean().optional(),
  once: z.boolean().optional(),
  keepSteps: list(keySchema).optional(),
  period: z
    .strictObject({
      least: daysSchema,
      most: daysSchema,
      usual: daysSchema,
      extends: keySchema.optional(),
      keepsOpenWithin: keySchema.optional(),
      ...basis,
    })
    .refine(({ least, usual, most }) => least <= usual && usual <= most, 'least, usual and most stand in order')
    .optional(),
  grounds: someOf(
    z
      .strictObject({
        key: keySchema,
        name: textSchema,
        to: someOf(keySchema).optional(),
        outcome: keySchema.optional(),
        elsewhere: z.literal(true).optional(),
        ...basis,
      })
      .refine(({ to, outcome }) => (to === undefined) !== (outcome === undefined), 'a ground has either to or outcome'),
  ).optional(),
});

const refuseSchema = z
  .strictObject({
    action: z.enum(['refuse', 'passOver']),
    outcome: keySchema.optional(),
    next: keySchema.optional(),
    completeList: z.boolean().optional(),
    grounds: checks,
    clauses: clausesSchema.optional(),
  })
  .refine(({ next, outcome }) => (next === undefined) !== (outcome === undefined), 'either next or outcome');

const review = z.strictObject({
  ...base,
  kind: z.literal('review'),
  role: roleSchema,
  submission: z
    .strictObject({
      window: keySchema,
      attempts: z.int().min(1).max(100),
      ...basis,
      grantedBy: roleSchema,
      lockedBy: clausesSchema.optional(),
      checks,
    })
    .optional(),
  pass: z.strictObject({
    action: z.enum(['agree', 'select', 'pass', 'approve', 'confirmDossier', 'consent', 'designate']),
    next: keySchema,
    gate: gate.optional(),
    checks,
    dossier: z.strictObject(basis).optional(),
  }),
  return: returnSchema.optional(),
  refuse: refuseSchema.optional(),
  reuse: z
    .strictObject({ among: z.enum(reuseScopes), clauses: clausesSchema, readings: list(z.string().regex(/^A-\d{2}$/)) })
    .optional(),
});

const publicity = z.strictObject({
  ...base,
  kind: z.literal('publicity'),
  role: roleSchema,
  workingDays: daysSchema,
  next: keySchema,
  upheldOutcome: keySchema,
  objectionClauses: clausesSchema,
  heldBefore: z.strictObject(basis).optional(),
  mustPrecede: z.strictObject({ window: keySchema, clauses: clausesSchema }).optional(),
  removesItems: z.boolean().optional(),
  checks,
});

const handover = z
  .strictObject({
    ...base,
    kind: z.literal('handover'),
    steps: someOf(
      z.strictObject({
        key: keySchema,
        action: z.enum(stepActions),
        role: roleSchema,
        name: textSchema,
        when: conditionSchema.optional(),
        gate: gate.optional(),
        checks,
        choices: someOf(z.strictObject({ ...check, afterObjection: z.boolean().optional() })).optional(),
        clauses: clausesSchema,
      }),
    ),
    next: keySchema.optional(),
    outcome: keySchema.optional(),
    awaits: z
      .strictObject({ role: roleSchema, days: daysSchema, passed: textSchema, notPassed: textSchema, ...basis })
      .optional(),
  })
  .refine(({ next, outcome }) => (next === undefined) !== (outcome === undefined), 'either next or outcome')
  .refine(({ outcome, awaits }) => !awaits || outcome !== undefined, 'only what ends here is awaited from elsewhere');

const percent = z.int().min(0).max(100);

const session = z.strictObject({
  ...base,
  kind: z.literal('session'),
  role: roleSchema,
  next: keySchema,
  notPassedOutcome: keySchema,
  hearing: someOf(
    z.strictObject({
      when: conditionSchema.optional(),
      defence: z.boolean(),
      weights: z
        .strictObject({ quantified: percent, defence: percent })
        .refine(({ quantified, defence }) => quantified + defence === 100, 'weights add up to 100')
        .optional(),
      ...basis,
    }),
  ).optional(),
  heldWithin: gate.extend({ withReason: gate.optional() }).optional(),
  opening: z.strictObject({ daysBefore: daysSchema, ...basis }).optional(),
  planned: keySchema.optional(),
  veto: z.strictObject({ outcome: keySchema, clauses: clausesSchema }).optional(),
  checks,
});

const certification = z.strictObject({
  ...base,
  kind: z.literal('certification'),
  role: roleSchema,
  outcome: keySchema,
  checks,
});

/** The schema of a stage; properties that its kind does not have are refused. */
export const stageSchema = z.discriminatedUnion('kind', [filing, review, publicity, handover, session, certification]);

/** The schema of the rules for the year of a committee. */
export const committeeYearSchema = z.strictObject({
  notice: z.strictObject({
    by: dateSchema,
    clauses: clausesSchema,
    countersign: clausesSchema,
    sites: someOf(z.strictObject(check)),
    printed: clausesSchema,
    withinYear: clausesSchema,
  }),
  duties: clausesSchema,
  meeting: clausesSchema,
  planned: keySchema,
  passRate: z.strictObject({ clauses: clausesSchema, readings: list(z.string().regex(/^A-\d{2}$/)) }),
  measures: z.strictObject({ clauses: clausesSchema }).optional(),
  report: someOf(z.strictObject(check)),
  dataFiling: z.strictObject({
    workingDays: daysSchema,
    clauses: clausesSchema,
    reminders,
    overdue: z.strictObject({ to: someOf(roleSchema), clauses: clausesSchema }),
  }),
});
