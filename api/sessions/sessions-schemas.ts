import { z } from 'zod';
import { roles } from '../../domain/programme/facts.ts';
import { sessionSteps } from '../../domain/programme/stages/session.ts';
import { isoDate, programmeKey, textSchema, uuid } from '../http/common-schemas.ts';
import { pageCursor, pageLimit } from '../http/request/paging.ts';

const sessionStatuses = [...sessionSteps, 'SUSPENDED', 'CANCELLED', 'VOIDED'] as const;

/** The path of a session. */
export const ofSession = z.strictObject({ id: uuid });

/** Which sessions are listed. */
export const sessionQuery = z.strictObject({
  programme: programmeKey.optional(),
  committee: programmeKey.optional(),
  status: z.enum(sessionStatuses).optional(),
  mine: z
    .enum(['', 'true'])
    .optional()
    .meta({ description: 'Only the sessions that the caller was drawn for as an expert.' }),
  limit: pageLimit,
  cursor: pageCursor,
});

export const pageQuery = z.strictObject({ limit: pageLimit, cursor: pageCursor });

const instantText = z.string().meta({ format: 'date-time' });
const step = { name: z.string(), label: textSchema };

/** A session in a list. */
const sessionItem = z.object({
  id: uuid,
  programme: z.string(),
  committee: z.string(),
  name: textSchema,
  status: z.enum(sessionStatuses),
  label: textSchema,
  meetingOn: isoDate.nullable(),
  lastDay: isoDate.nullable(),
  roles: z.array(z.enum(roles)).meta({ description: 'What the caller is to it.' }),
  version: z.int(),
});
export type SessionItem = z.infer<typeof sessionItem>;
export const sessionPage = z
  .object({ items: z.array(sessionItem), nextCursor: z.string().nullable() })
  .meta({ id: 'Sessions' });

/** How a session stands, for those who have a part in it. */
export const sessionView = sessionItem
  .extend({
    suspendedFrom: z.enum(sessionStatuses).nullable(),
    roster: z.int().nullable().meta({ description: 'Applications on the roster when it was last counted.' }),
    members: z.int().nullable(),
    present: z.int().nullable(),
    passRate: z.number().nullable().meta({ description: 'The rate of passing that was reported, in percent (A-36).' }),
    results: z.object({ reviewed: z.int(), passed: z.int(), rate: z.number(), above: z.boolean() }).nullable().meta({
      description: 'What was counted, the rate in percent; `above` warns that more passed than was reported.',
    }),
    ballot: z.object({ round: z.int(), open: z.boolean(), ready: z.int(), waiting: z.int() }).nullable(),
    reportBy: isoDate.nullable().meta({ description: 'The last day on which the opening is reported (LYG-5.2-b).' }),
    reportedOn: isoDate.nullable(),
    approvedOn: isoDate.nullable(),
    minutesOn: isoDate.nullable(),
    announcedOn: isoDate.nullable(),
    filedOn: isoDate.nullable(),
    corrections: z.array(z.object({ n: z.int(), what: z.string(), on: isoDate, afterMinutes: z.boolean() })),
    next: z
      .object({ ...step, roles: z.array(z.enum(roles)) })
      .nullable()
      .meta({ description: 'The step that comes next, and who takes it.' }),
    availableActions: z.array(
      z.object({
        ...step,
        checks: z.array(z.object({ key: z.string(), name: textSchema, clauses: z.array(z.string()) })).optional(),
      }),
    ),
    forecast: z.array(
      z.object({
        step: z.enum(sessionSteps),
        label: textSchema,
        earliest: isoDate.nullable(),
        latest: isoDate.nullable(),
        tooLate: z.boolean(),
        provisional: z.boolean(),
      }),
    ),
    clauses: z.array(z.string()).meta({ description: 'What its meetings rest on.' }),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;

/** What happened to a session, first to last. */
export const sessionEvents = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        name: z.string(),
        label: textSchema,
        at: instantText,
        by: z.enum(roles).meta({ description: 'The role of whoever acted.' }),
        data: z.record(z.string(), z.unknown()),
        reason: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'SessionEvents' });
