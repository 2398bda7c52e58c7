import { z } from 'zod';
import { identityTypes } from '../../domain/access/identity-document.ts';
import { attachmentView } from '../attachments/attachments-schemas.ts';
import { textSchema } from '../http/common-schemas.ts';
import { formSchema } from './form-schemas.ts';

const problemText = z.object({ path: z.string(), message: textSchema });

/** The finding of one printed rule about material. */
export const materialFinding = z
  .object({
    key: z.string(),
    clause: z.string(),
    readings: z.array(z.string()),
    item: z.string().meta({ description: 'A JSON Pointer into the form as it is written; `/` is the whole.' }),
    outcome: z.enum(['missing', 'invalid', 'warning', 'needsAttestation', 'ok']),
    message: textSchema,
  })
  .meta({ id: 'MaterialFinding' });

/** The findings by which a submission would be judged. */
export const completenessView = z
  .object({
    no: z.string(),
    version: z.int(),
    complete: z.boolean(),
    conditions: z.array(z.string()).meta({ description: 'The distinct conditions claimed (LN-3-b).' }),
    findings: z.array(materialFinding),
  })
  .meta({ id: 'Completeness' });

/** The achievements of a form, with what they lack. */
export const achievementsView = z
  .object({
    no: z.string(),
    version: z.int(),
    achievements: formSchema.shape.achievements,
    findings: z.array(materialFinding),
  })
  .meta({ id: 'AchievementsView' });

/** A form in an answer. */
export const formView = z
  .object({
    no: z.string(),
    version: z.int(),
    frozen: z.boolean(),
    editable: z.boolean(),
    applicant: z.object({
      name: z.string(),
      identityType: z.enum(identityTypes).nullable(),
      identity: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    form: formSchema,
    removed: z
      .array(z.object({ item: z.string(), title: z.string().nullable(), reason: z.string().optional() }))
      .meta({ description: 'What was removed from the review; the reason for those who may read it.' }),
    missing: z.array(problemText).meta({ description: 'What it lacks to be submitted.' }),
    attachments: z.array(attachmentView),
  })
  .meta({ id: 'FormView' });
