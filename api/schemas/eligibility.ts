import { z } from 'zod';
import { employerClasses, levels, personStatuses, tracks } from '../../domain/facts.ts';
import { isoDate, textSchema } from './common.ts';

const key = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

/** What decides whether someone may apply; nothing that says who it is. */
export const eligibilityInput = z
  .strictObject({
    series: key,
    specialty: key,
    level: z.enum(levels),
    track: z.enum(tracks).default('standard'),
    employerClass: z.enum(employerClasses),
    status: z.enum(personStatuses).default('inService'),
    examPassedOn: isoDate.optional(),
    yearsInProvince: z.int().min(0).max(80).optional(),
    asOf: isoDate.optional().meta({ description: 'The day for which it is asked; today where it is left out.' }),
  })
  .meta({ id: 'EligibilityInput' });

const ids = z.array(z.string());

/** The rules that were looked at, and where and when the application would go. */
export const eligibilityView = z
  .object({
    eligible: z.enum(['yes', 'no', 'needsAttestation']),
    findings: z.array(
      z.object({
        clause: z.string(),
        outcome: z.enum(['met', 'notMet', 'needsAttestation', 'checkedAtSubmit']),
        message: textSchema,
        readings: ids,
      }),
    ),
    routing: z
      .object({
        channel: z.array(z.object({ stage: z.string(), name: textSchema, role: z.string() })),
        office: z.string(),
        sealingAuthority: z.string().nullable(),
      })
      .nullable(),
    window: z.object({ key: z.string(), opens: isoDate, closes: isoDate, clauses: ids }).nullable(),
    latestPublicityPosting: isoDate.nullable(),
  })
  .meta({ id: 'Eligibility' });
