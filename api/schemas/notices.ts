import { z } from 'zod';
import { applicationNo } from './applications.ts';
import { textSchema, uuid } from './common.ts';

const instantText = z.string().meta({ format: 'date-time' });

/** A page of an inbox. */
export const inboxView = z
  .object({
    items: z.array(
      z.object({
        id: uuid,
        no: applicationNo,
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
