import { z } from 'zod';
import { claimKinds } from '../../domain/programme/programme.ts';
import { applicationNo, paragraph, uuid } from '../http/common-schemas.ts';

const claims = z.array(z.enum(claimKinds));

/** The application that is allowed although another has its claim, and the reason. */
export const overrideInput = z
  .strictObject({
    application: applicationNo,
    claims: claims
      .min(1)
      .max(claimKinds.length)
      .refine((list) => new Set(list).size === list.length, {
        error: 'must name each claim once',
        params: { zh: '同一项只能列一次' },
      })
      .meta({ description: 'What may be claimed beside another: as `details.kind` of CLAIM_TAKEN names it.' }),
    reason: paragraph(2000).meta({ description: 'Why; kept sealed and shown to those concerned only.' }),
  })
  .meta({
    id: 'ClaimOverrideInput',
    example: {
      application: 'LYG24-0JJSBD69KD4DGFBQ',
      claims: ['committeeOfUnit'],
      reason: '单位跨行业，另有两人属另一评委会专业。',
    },
  });

/** A decision of the title office. */
export const overrideView = z
  .object({
    id: uuid,
    application: applicationNo,
    claims,
    decidedAt: z.string(),
    used: z.boolean().meta({ description: 'Whether an accepted act rested on it; it stands for one.' }),
    clauses: z.array(z.string()),
    readings: z.array(z.string()),
  })
  .meta({ id: 'ClaimOverride' });

/** The latest decisions of a programme. */
export const overrideList = z
  .object({ items: z.array(overrideView), nextCursor: z.string().nullable() })
  .meta({ id: 'ClaimOverrideList' });
