import { z } from 'zod';
import { titleIssuers } from '../../domain/eligibility/facts.ts';
import { plainText } from '../../domain/plain-text.ts';
import {
  backgrounds,
  disciplines,
  foreignerDocuments,
  origins,
  schoolings,
  specialPaths,
  tiers,
} from '../../domain/programme/eligibility.ts';
import { levels } from '../../domain/programme/facts.ts';
import { isoDate, programmeKey as key } from '../http/common-schemas.ts';

const year = z.int().min(1950).max(2199);
const years = z.int().min(0).max(80);
const hours = z.int().min(0).max(9_000);
const condition = z
  .string()
  .overwrite(plainText)
  .regex(/^[\p{L}\p{N}.()（）-]{1,20}$/u);

const heldTitle = z
  .strictObject({
    level: z.enum([...levels, 'none']),
    obtainedOn: isoDate.optional(),
    obtainedYear: year.optional(),
    issuer: z.enum(titleIssuers).optional(),
    series: key.optional(),
  })
  .meta({
    id: 'HeldTitle',
    description: 'The title from which this application goes on; level `none` where there is none.',
  });

const education = z
  .strictObject({
    tier: z.enum(tiers).optional(),
    schooling: z.enum(schoolings).optional(),
    obtainedOn: isoDate.optional(),
    obtainedYear: year.optional(),
    years: years.optional(),
    recognised: z.boolean().optional(),
    majorMatches: z.boolean().optional(),
  })
  .meta({ id: 'EducationTold' });

const standard = z
  .strictObject({
    years: years.optional(),
    education: z.enum(tiers).optional(),
    conditions: z.strictObject({ least: z.int().min(1).max(50), of: z.array(condition).min(1).max(50) }).optional(),
    oneWorkForSeveral: z.boolean().optional(),
  })
  .meta({
    id: 'StandardTold',
    description: 'What the standard of the series and level asks, as the applicant reads it there.',
  });

/** The facts about a person for the rules of applying: codes, years and dates, none of which identifies the person. All are optional. */
export const factsTold = {
  hasEmployment: z.boolean().optional(),
  yearsInProvince: years.optional(),
  yearsInCity: years.optional(),
  origin: z.enum(origins).optional(),
  foreignerDocument: z.enum(foreignerDocuments).optional(),
  background: z.enum(backgrounds).optional(),
  specialPath: z.enum(specialPaths).optional(),
  firstApplication: z.boolean().optional(),
  discipline: z
    .strictObject({ measure: z.enum(disciplines), from: isoDate.optional(), to: isoDate.optional() })
    .optional(),
  heldTitle: heldTitle.optional(),
  badAssessmentYears: z.array(year).max(60).optional(),
  transfer: z.strictObject({ on: isoDate.optional(), assessed: z.boolean().optional() }).optional(),
  education: education.optional(),
  examPassedOn: isoDate.optional(),
  examYear: year.optional(),
  examValidUntil: isoDate.optional(),
  examSpecialty: key.optional(),
  examCertificate: z.boolean().optional(),
  continuingEducation: z.strictObject({ total: hours, professional: hours }).optional(),
  usedBefore: z
    .boolean()
    .optional()
    .meta({ description: 'Whether an achievement was used in an earlier application, in another year or system too.' }),
  probation: z.strictObject({ from: isoDate.optional(), assessed: z.boolean().optional() }).optional(),
  standard: standard.optional(),
  achievements: z
    .array(z.strictObject({ conditions: z.array(condition).max(50), on: isoDate.optional() }))
    .max(200)
    .optional(),
};
