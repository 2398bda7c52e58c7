import { z } from 'zod';
import { identityTypes } from '../../domain/access/identity-document.ts';
import { paragraph, uuid } from '../http/common-schemas.ts';
import { pageLimit } from '../http/request/paging.ts';
import { fitsItsType, identityFields } from './people-schemas.ts';

/** The number that an account holds wrongly, and why it is taken from it. */
export const identityReleaseInput = z
  .strictObject({ ...identityFields, reason: paragraph(2000).meta({ description: 'Why; kept sealed.' }) })
  .check(fitsItsType)
  .meta({
    id: 'IdentityReleaseInput',
    example: { identityType: 'citizenId', identityNumber: '11010519491231002X', reason: '他人误填。' },
  });

export const identityReleaseQuery = z.strictObject({ limit: pageLimit });

/** The account from which a number was taken. */
export const identityReleased = z.object({ person: uuid }).meta({ id: 'IdentityReleased' });

/** The numbers taken from accounts, last first; masked. */
export const identityReleaseList = z
  .object({
    items: z.array(
      z.object({
        id: uuid,
        person: uuid.meta({ description: 'The account from which the number was taken.' }),
        identityType: z.enum(identityTypes),
        identityNumber: z.string().meta({ description: 'Masked.' }),
        by: uuid.meta({ description: 'The administrator.' }),
        at: z.string().meta({ format: 'date-time' }),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'IdentityReleases' });
