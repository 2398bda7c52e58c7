import { z } from 'zod';
import { roles } from '../../../domain/programme/facts.ts';
import { uuid } from '../../http/common-schemas.ts';
import { pageCursor, pageLimit } from '../../http/request/paging.ts';

/** Which changes of grants: of one person, or of one scope. */
export const grantEventQuery = z.strictObject({
  person: uuid.optional(),
  scope: z
    .string()
    .regex(/^(?:unit|office|programme):[\w*-]{1,100}$/)
    .optional(),
  limit: pageLimit,
  cursor: pageCursor,
});

const instant = z.string().meta({ format: 'date-time' });

/** Grants given and taken away, last first. */
export const grantEventList = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['given', 'taken']),
        person: uuid,
        role: z.enum(roles),
        scope: z.string(),
        by: uuid.nullable().meta({ description: 'The person who did it; null for an operator on the server.' }),
        at: instant,
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'GrantEvents' });

const place = z.object({
  territory: z.string().nullable(),
  supervisor: z.string().nullable(),
  agencyClient: z.boolean(),
});

/** Changes of where a unit belongs, first to last. */
export const placeEventList = z
  .object({ items: z.array(z.object({ was: place, became: place, by: uuid, at: instant })) })
  .meta({ id: 'PlaceEvents' });
