import { z } from 'zod';
import { instant, uuid } from '../http/common-schemas.ts';
import type { Shown } from '../http/shown.ts';

const from = Date.parse('2020-01-01T00:00:00+08:00');
const to = Date.parse('2040-01-01T00:00:00+08:00');
const demoInstant = instant
  .refine((value) => Date.parse(value) >= from && Date.parse(value) < to, {
    error: 'must be from 2020 to 2039',
    params: { zh: '须在 2020 年至 2039 年之间' },
  })
  .transform((value) => Date.parse(value))
  .meta({ override: { type: 'string', format: 'date-time', example: '2024-07-01T09:00:00+08:00' } });

/** Who wants a token. */
export const tokenInput = z
  .strictObject({ account: z.string().min(1).max(60) })
  .meta({ id: 'TokenInput', example: { account: 'zhang-wei' } });
/** A token of the built-in issuer. */
export const tokenSchema = z
  .object({ token: z.string(), tokenType: z.literal('Bearer'), expiresIn: z.int() })
  .meta({ id: 'Token' });

/** The instant at which a new world begins. */
export const clockInput = z
  .strictObject({ startAt: demoInstant })
  .meta({ id: 'ClockInput', example: { startAt: '2024-07-01T09:00:00+08:00' } });
/** The instant to which a world is moved. */
export const advanceInput = z
  .strictObject({ advanceTo: demoInstant })
  .meta({ id: 'AdvanceInput', example: { advanceTo: '2024-07-09T09:00:00+08:00' } });
/** The id in the path of a world. */
export const clockParams = z.object({ id: uuid });
/** A clock world. */
export const clockSchema = z
  .object({ id: uuid, now: z.string(), status: z.enum(['settled', 'held']), moved: z.int(), openIntents: z.int() })
  .partial({ moved: true, openIntents: true, status: true })
  .meta({ id: 'Clock' });

/** The seeded people. */
export const accountList = z
  .object({
    items: z.array(
      z.object({
        account: z.string(),
        person: uuid,
        name: z.string(),
        roles: z.array(z.object({ role: z.string(), scope: z.string().nullable() })),
        unit: z.object({ id: uuid, name: z.string(), employerClass: z.string() }).nullable(),
      }),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'AccountList' });
export type AccountList = Shown<typeof accountList>;

/** How long the worker stays down, seconds. */
export const workerInput = z
  .strictObject({ down: z.int().min(1).max(60) })
  .meta({ id: 'WorkerInput', example: { down: 10 } });
/** What was asked of the supervisor. */
export const workerSchema = z.object({ down: z.int() }).meta({ id: 'WorkerDown' });
