import { z } from 'zod';
import { paperKinds } from '../../documents/session/paper-kinds.ts';
import { textSchema, uuid } from '../../http/common-schemas.ts';

const kind = z.enum(paperKinds);

/** The path of a paper of a session. */
export const ofSessionPaper = z.strictObject({ id: uuid, kind });

/** The papers of a session that the caller may have, with every version that was made. */
export const sessionPapers = z
  .object({
    items: z.array(
      z.object({
        kind,
        title: textSchema,
        exists: z.boolean().meta({ description: 'Whether what it says has happened, so that it can be had.' }),
        link: z.string(),
        versions: z.array(
          z.object({
            version: z.number().int(),
            sha256: z.string().meta({ description: 'Of the bytes of the file, in hex.' }),
            correction: z
              .number()
              .int()
              .nullable()
              .meta({ description: 'The number of the last correction that it names.' }),
            madeAt: z.string().meta({ format: 'date-time' }),
            signed: z.boolean().meta({ description: 'Whether these are the minutes that were signed.' }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'SessionPapers' });
