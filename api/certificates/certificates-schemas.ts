import { z } from 'zod';
import { levels } from '../../domain/programme/facts.ts';
import { isoDate, textSchema } from '../http/common-schemas.ts';

/** The path of a certificate: its public code. */
export const ofCertificate = z.strictObject({ code: z.string().min(1).max(64) });

const state = z.enum(['valid', 'revoked']);
const stood = {
  state,
  issuedOn: isoDate,
  revokedOn: isoDate.nullable().meta({ description: 'The day from which it is not valid any more.' }),
};

/** What anyone who holds the code of a certificate may know of it. */
export const certificateCheck = z
  .object({
    ...stood,
    name: z.string().meta({ description: 'The name of the holder, masked.' }),
    series: textSchema,
    specialty: textSchema,
    level: z.enum(levels),
    levelLabel: textSchema,
    office: textSchema.nullable().meta({ description: 'The office that issued it.' }),
  })
  .meta({ id: 'CertificateCheck' });

/** A certificate for those who see its application. */
export const certificateView = z
  .object({
    number: z.string().meta({ description: 'The management number.' }),
    code: z.string().meta({ description: 'The public code, by which anyone can ask whether it is valid.' }),
    link: z.string(),
    ...stood,
  })
  .meta({ id: 'Certificate' });
