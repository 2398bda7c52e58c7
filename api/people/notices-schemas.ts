import { z } from 'zod';
import { applicationNo, textSchema, uuid } from '../http/common-schemas.ts';

const instantText = z.string().meta({ format: 'date-time' });

/** A page of an inbox. */
export const inboxView = z
  .object({
    items: z.array(
      z.object({
        id: uuid,
        no: applicationNo.nullable().meta({ description: 'The application it is about.' }),
        committee: z
          .object({ programme: z.string(), id: z.string() })
          .nullable()
          .meta({ description: 'The committee it is about, where it is about no application.' }),
        template: z.string(),
        at: instantText,
        subject: textSchema,
        body: textSchema,
        readAt: instantText.nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Inbox' });

/** A notice just read. */
export const readView = z.object({ id: uuid, readAt: instantText });
