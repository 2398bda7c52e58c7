import { z } from 'zod';
import { isIdentityNumber } from '../../domain/access/identity-number.ts';
import { roles } from '../../domain/programme/facts.ts';
import { personName, telephone } from '../http/common-schemas.ts';

/** The number of a citizen's identity card. */
export const identityNumber = z
  .string()
  .max(18)
  .toUpperCase()
  .refine(isIdentityNumber, {
    error: 'must be a citizen identity number with its right check digit (GB 11643)',
    params: { zh: '须为校验码正确的公民身份号码（GB 11643）' },
  });

/** A person's own data; `identityNumber` may be left out after it is registered. */
export const personInput = z
  .strictObject({
    name: personName(60),
    identityNumber: identityNumber.optional(),
    phone: telephone.nullable(),
    mail: z.email().max(254).nullable(),
    language: z.enum(['zh', 'en']),
  })
  .meta({ id: 'PersonInput' });

/** The caller: the identity number masked, phone and mail as they are. */
export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    identityNumber: z.string().nullable().meta({ description: 'First 6 and last 4 characters.' }),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
    language: z.enum(['zh', 'en']),
    grants: z.array(z.object({ role: z.enum(roles), scope: z.string() })),
    version: z.int(),
  })
  .meta({ id: 'Person' });
