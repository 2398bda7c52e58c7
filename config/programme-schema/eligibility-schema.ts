import { z } from 'zod';
import {
  backgrounds,
  disciplines,
  foreignerDocuments,
  origins,
  schoolings,
  specialPaths,
  tiers,
} from '../../domain/programme/eligibility.ts';
import { personStatuses } from '../../domain/programme/facts.ts';
import {
  conditionSchema,
  dateSchema,
  employerClassSchema,
  keySchema,
  levelSchema,
  readingsSchema,
  roleSchema,
  someOf,
  textSchema,
} from './schema-parts.ts';

const yearsSchema = z.int().min(1).max(50);
const namesSchema = someOf(z.string().min(1));
const tierSchema = z.enum(tiers);
const schoolingSchema = z.enum(schoolings);

/** A requirement without parameters. */
const plain = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind) });
const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape });

const personal = [
  plain('employment'),
  plain('inService'),
  kind('status', { not: someOf(z.enum(personStatuses)) }),
  kind('noDiscipline', { from: z.enum(disciplines), institutions: someOf(employerClassSchema).optional() }),
  kind('origin', { origin: z.enum(origins), documents: someOf(z.enum(foreignerDocuments)).optional() }),
  kind('yearsInProvince', { years: yearsSchema }),
  kind('yearsInCity', { years: yearsSchema }),
  kind('freedomAfterYears', { years: yearsSchema }),
  plain('noBar'),
  kind('specialPath', { path: z.enum(specialPaths), elsewhere: z.literal(true).optional() }),
  plain('notUsedBefore'),
  plain('attestation'),
  plain('notHere'),
  plain('levelByLevel'),
  kind('directTitle', { backgrounds: someOf(z.enum(backgrounds)) }),
] as const;

const counted = [
  kind('seniority', {
    counting: z.enum(['calendarYears', 'fullYears']),
    cutOff: keySchema.optional(),
    years: yearsSchema.optional(),
    held: levelSchema.optional(),
  }),
  kind('seniorityLessBadYears', { cutOff: keySchema }),
  kind('yearsAfterTransfer', { years: yearsSchema }),
  kind('joinedYears', { cutOff: keySchema }),
  plain('transferAssessed'),
  kind('localTitle', {
    years: z.strictObject({ junior: yearsSchema, mid: yearsSchema, senior: yearsSchema }),
    to: levelSchema,
    cutOff: keySchema,
  }),
  plain('titleFromElsewhere'),
  kind('learningHours', { least: z.int().min(1) }),
  kind('professionalHours', { parts: yearsSchema, of: yearsSchema, leaveToAuthority: z.int().min(1) }),
  kind('conditionsOfStandard', { cutOff: keySchema, afterTitle: z.literal(true).optional() }),
] as const;

const educational = [
  kind('educationAs', { tiers: z.partialRecord(schoolingSchema, tierSchema) }),
  kind('educationLowered', { schooling: schoolingSchema, by: yearsSchema }),
  kind('educationRecognised', { schooling: schoolingSchema, years: yearsSchema.optional() }),
  kind('notEducation', { schooling: schoolingSchema }),
  kind('educationEqual', { schoolings: someOf(schoolingSchema) }),
  kind('educationBy', { cutOff: keySchema }),
  plain('educationOfStandard'),
  kind('majorMayDiffer', { exceptIn: namesSchema }),
] as const;

const special = [
  kind('examinationList', { names: namesSchema }),
  kind('alwaysReviewed', { names: namesSchema }),
  plain('notExamined'),
  kind('examPassed', { names: namesSchema.optional(), certificate: z.literal(true).optional() }),
  kind('examValid', { years: yearsSchema.optional(), names: namesSchema.optional() }),
  kind('examSpecialty', { names: namesSchema.optional() }),
  kind('examCertificate', { names: namesSchema.optional() }),
  kind('designationScope', { fromYear: z.int().min(2000).max(2100) }),
  kind('transition', { until: dateSchema }),
  kind('designationByStandard', { names: namesSchema }),
  kind('designation', { tiers: someOf(tierSchema), level: levelSchema, probationYears: z.int().min(0).max(10) }),
  plain('notNormallyEligible'),
] as const;

/** The schema of one condition of applying. */
export const eligibilitySchema = z.strictObject({
  key: keySchema,
  when: conditionSchema.optional(),
  requires: z.discriminatedUnion('kind', [...personal, ...counted, ...educational, ...special]),
  message: textSchema,
  clause: z.string().min(1),
  readings: readingsSchema,
  attestedBy: roleSchema.optional(),
  mustBeTold: z.boolean().optional(),
});
