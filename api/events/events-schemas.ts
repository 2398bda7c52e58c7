import { z } from 'zod';
import { uuid } from '../http/common-schemas.ts';
import type { Shown } from '../http/shown.ts';

/** A page of events. */
export const eventPage = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        name: z.string(),
        stage: z.string().nullable(),
        at: z.string().meta({ format: 'date-time' }),
        by: z.string().meta({ description: 'The role of whoever acted.' }),
        data: z.record(z.string(), z.unknown()),
        reason: z.string().optional(),
        deficiencies: z
          .array(z.object({ item: z.string(), clause: z.string(), expected: z.string().nullable() }))
          .optional(),
        objection: uuid.optional(),
      }),
    ),
    nextCursor: z.string().nullable(),
    deletedFiles: z
      .array(
        z.object({
          id: uuid,
          kind: z.string(),
          name: z.string(),
          size: z.int(),
          sha256: z.string(),
          at: z.string().meta({ format: 'date-time' }),
          by: z.string(),
        }),
      )
      .optional()
      .meta({
        description: 'With the last page, for the applicant, administrators and auditors: the files that were deleted.',
      }),
    integrity: z
      .array(
        z.object({
          case: z.int(),
          seq: z.int(),
          name: z.string(),
          at: z.string().meta({ format: 'date-time' }),
          by: z.string(),
          facts: z.string().nullable(),
        }),
      )
      .optional()
      .meta({ description: 'With the last page: the steps of its integrity cases, which have numbers of their own.' }),
  })
  .meta({ id: 'EventPage' });
/** One event in an answer. */
export type EventView = Shown<typeof eventPage>['items'][number];
