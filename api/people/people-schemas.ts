import { z } from 'zod';
import { documentNumber, identityTypes, misfit } from '../../domain/access/identity-document.ts';
import { roles } from '../../domain/programme/facts.ts';
import { checkedAlways, personName, telephone } from '../http/common-schemas.ts';

/** The type of an identity document and its number; without a type it is a citizen identity number. */
export const identityFields = {
  identityType: z.enum(identityTypes).optional().meta({
    description:
      'citizenId (the default): GB 11643, also of residence permits for Hong Kong, Macao and Taiwan residents and of foreigners’ cards since 2023.',
  }),
  identityNumber: z
    .string()
    .max(40)
    .overwrite(documentNumber)
    .refine((number) => /^[\dA-Z()]+$/.test(number), {
      error: 'must be of letters and digits',
      params: { zh: '须为字母和数字' },
    }),
};

/** The number fits its type, whatever else is wrong with the body. */
export const fitsItsType = checkedAlways<{ identityType?: unknown; identityNumber?: unknown }>((value) => {
  const { identityType = 'citizenId', identityNumber: number } = value;
  const type = identityTypes.find((each) => each === identityType);
  const wrong = type !== undefined && typeof number === 'string' ? misfit({ type, number }) : null;
  return wrong ? [{ path: ['identityNumber'], message: wrong }] : [];
});

/** A person's own data; `identityNumber` may be left out after it is registered. */
export const personInput = z
  .strictObject({
    name: personName(60),
    ...identityFields,
    identityNumber: identityFields.identityNumber.optional(),
    phone: telephone.nullable(),
    mail: z.email().max(254).nullable(),
    language: z.enum(['zh', 'en']),
  })
  .check(fitsItsType)
  .meta({
    id: 'PersonInput',
    example: {
      name: '张蔚',
      identityType: 'citizenId',
      identityNumber: '11010519491231002X',
      phone: '024-23786900',
      mail: 'zhang-wei@example.org',
      language: 'zh',
    },
  });

/** The caller: the identity number masked, phone and mail as they are. */
export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    identityType: z.enum(identityTypes).nullable(),
    identityNumber: z
      .string()
      .nullable()
      .meta({ description: 'Masked: of a citizen the first 6 and last 4 characters.' }),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
    language: z.enum(['zh', 'en']),
    grants: z.array(z.object({ role: z.enum(roles), scope: z.string() })),
    version: z.int(),
  })
  .meta({ id: 'Person' });
