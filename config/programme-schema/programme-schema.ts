import { z } from 'zod';
import { destinations } from '../../domain/programme/facts.ts';
import { paperDemands } from '../../domain/programme/materials/papers.ts';
import { claimKinds, type Programme } from '../../domain/programme/programme.ts';
import { eligibilitySchema } from './eligibility-schema.ts';
import { integritySchema } from './integrity-schema.ts';
import { materialSchema } from './materials-schema.ts';
import { paperWordsSchema } from './papers-schema.ts';
import { provisionSchema } from './provision-schema.ts';
import { referenceSchema } from './reference-schema.ts';
import {
  clausesSchema,
  conditionSchema,
  dateSchema,
  daysSchema,
  employerClassSchema,
  keySchema,
  levelSchema,
  list,
  readingsSchema,
  roleSchema,
  someOf,
  textSchema,
  trackSchema,
} from './schema-parts.ts';
import { sessionSchema } from './session-schema.ts';
import { committeeYearSchema, stageSchema } from './stage-schema.ts';

const timelineSchema = z.strictObject({
  version: z.int().min(1),
  year: z.int().min(2000).max(2100),
  windows: list(
    z
      .strictObject({
        key: keySchema,
        series: someOf(keySchema),
        levels: someOf(levelSchema).optional(),
        committees: someOf(keySchema).optional(),
        tracks: someOf(trackSchema).optional(),
        opens: dateSchema,
        closes: dateSchema,
        clauses: clausesSchema,
      })
      .refine((window) => window.opens <= window.closes, 'a window closes on or after the day it opens'),
  ),
  announced: list(
    z.strictObject({
      key: keySchema,
      series: someOf(keySchema).optional(),
      committees: someOf(keySchema).optional(),
      clauses: clausesSchema,
      readings: readingsSchema,
    }),
  ).optional(),
  cutOffs: list(
    z.strictObject({ key: keySchema, series: someOf(keySchema), date: dateSchema, clauses: clausesSchema }),
  ),
});

const notOfferedSchema = z
  .strictObject({
    levels: someOf(levelSchema),
    message: textSchema,
    clauses: someOf(z.string().min(1)),
    readings: readingsSchema,
  })
  .optional();

const seriesSchema = z.strictObject({
  key: keySchema,
  name: textSchema,
  levels: someOf(levelSchema),
  specialties: someOf(
    z.strictObject({
      key: keySchema,
      name: textSchema,
      class: keySchema,
      levels: someOf(levelSchema).optional(),
      notOffered: notOfferedSchema,
      clauses: clausesSchema,
    }),
  ),
  notOffered: notOfferedSchema,
});

const routing = {
  series: someOf(keySchema).optional(),
  specialties: someOf(keySchema).optional(),
  specialtyClasses: someOf(keySchema).optional(),
  levels: someOf(levelSchema).optional(),
  tracks: someOf(trackSchema).optional(),
  employerClasses: someOf(employerClassSchema).optional(),
  territories: someOf(keySchema).optional(),
  agencyClient: z.boolean().optional(),
};

const authoritySchema = z.strictObject({
  ...routing,
  decision: z.enum(['here', 'province', 'elsewhere', 'afterDelegation', 'manual']),
  committee: keySchema.optional(),
  office: keySchema.optional(),
  referTo: textSchema.optional(),
  printedIn: z.strictObject({ document: z.string().min(1), clauses: someOf(z.string().min(1)) }).optional(),
  clauses: someOf(z.string().min(1)),
  readings: readingsSchema,
});

const sealingSchema = z.strictObject({
  ...routing,
  authority: keySchema,
  supervised: z.boolean().optional(),
  clauses: clausesSchema,
  readings: readingsSchema,
});

const committeeSchema = z.strictObject({
  id: keySchema,
  office: keySchema,
  name: textSchema,
  shownAs: z
    .strictObject({
      name: textSchema,
      address: textSchema.optional(),
      telephone: z.string().min(1).optional(),
    })
    .optional(),
  planRow: z.int().min(1).optional(),
  clauses: clausesSchema.optional(),
});

/** The schema of a programme; unknown properties are refused. `programmeProblems` checks what several properties must satisfy in combination. */
export const programmeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*-\d{4}$/),
  version: z.int().min(1),
  year: z.int().min(2000).max(2100),
  name: textSchema,
  authority: textSchema,
  source: z.string().min(1),
  office: keySchema,
  offices: list(
    z.strictObject({
      id: keySchema,
      name: textSchema,
      address: textSchema.optional(),
      telephone: z.string().min(1).optional(),
      clauses: clausesSchema.optional(),
    }),
  ),
  fixedOffices: z.partialRecord(roleSchema, keySchema).optional(),
  roleNames: z.partialRecord(roleSchema, textSchema).optional(),
  series: someOf(seriesSchema),
  tracks: someOf(trackSchema),
  scope: someOf(z.string().min(1)),
  eligibility: list(eligibilitySchema),
  authorities: list(authoritySchema),
  sealing: list(sealingSchema),
  placeRule: textSchema.optional(),
  committees: list(committeeSchema).optional(),
  territories: list(z.strictObject({ key: keySchema, name: textSchema })).optional(),
  timeline: timelineSchema,
  openEnded: someOf(
    z.strictObject({
      stage: keySchema,
      tracks: someOf(trackSchema).optional(),
      destinations: someOf(z.enum(destinations)).optional(),
      clauses: someOf(z.string().min(1)),
      readings: readingsSchema,
    }),
  ).optional(),
  committeeYear: committeeYearSchema.optional(),
  session: sessionSchema.optional(),
  integrity: integritySchema.optional(),
  provisions: list(provisionSchema).optional(),
  reference: referenceSchema.optional(),
  publicityPaper: z
    .strictObject({
      clauses: clausesSchema,
      points: someOf(z.strictObject({ asks: z.enum(paperDemands), clause: z.string().min(1) })),
    })
    .optional(),
  papers: list(paperWordsSchema).optional(),
  materials: list(materialSchema).optional(),
  stages: someOf(stageSchema),
  outcomes: z.record(
    keySchema,
    z.strictObject({
      label: textSchema,
      responsible: roleSchema.optional(),
      clauses: clausesSchema,
      readings: readingsSchema,
      variants: someOf(
        z.strictObject({ when: conditionSchema, label: textSchema, clauses: clausesSchema, readings: readingsSchema }),
      ).optional(),
    }),
  ),
  remedyDays: daysSchema,
  withdrawUntil: keySchema,
  cancel: z.strictObject({
    role: roleSchema,
    outcome: keySchema,
    clauses: clausesSchema,
    grounds: someOf(
      z.strictObject({ key: keySchema, name: textSchema, clauses: clausesSchema, stages: someOf(keySchema) }),
    ).optional(),
  }),
  lateAcceptances: list(
    z.strictObject({
      stage: keySchema,
      deadline: keySchema,
      role: roleSchema,
      requires: z.enum(['submissionUnderReview', 'nothing']),
      clauses: clausesSchema,
      readings: list(z.string()),
    }),
  ),
  invalidation: z
    .strictObject({
      from: someOf(keySchema),
      to: keySchema,
      role: roleSchema,
      window: keySchema,
      lateOutcome: keySchema,
      clauses: clausesSchema,
      readings: list(z.string()),
    })
    .optional(),
  recheck: z
    .strictObject({ role: roleSchema, outcomes: someOf(keySchema), clauses: clausesSchema, readings: list(z.string()) })
    .optional(),
  supervision: z
    .strictObject({
      role: roleSchema,
      clauses: clausesSchema,
      spotCheck: clausesSchema,
      voidResults: clausesSchema.optional(),
    })
    .optional(),
  claims: list(
    z.strictObject({
      kind: z.enum(claimKinds),
      sharedWithin: z.literal('specialty').optional(),
      when: conditionSchema.optional(),
      clauses: clausesSchema,
      readings: list(z.string()),
      keptFrom: keySchema,
      freedBy: someOf(keySchema).optional(),
      overriddenBy: roleSchema.optional(),
      changed: z.strictObject({ by: roleSchema, reportedFrom: someOf(keySchema) }).optional(),
    }),
  ),
});

/** A type without `readonly` and with flattened intersections, so that two notations of it compare as equal. */
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;

// Compiles only if the schema and the type of the domain are equal.
true satisfies Same<Plain<z.infer<typeof programmeSchema>>, Plain<Programme>>;
