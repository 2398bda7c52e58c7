import { z } from 'zod';
import { levels, tracks } from '../../domain/programme/facts.ts';
import { applicationNo, programmeKey as key, textSchema, uuid } from '../http/common-schemas.ts';
import { pageCursor, pageLimit } from '../http/request/paging.ts';

const code = z.string();

/** The filters of a work list. */
export const listQuery = z.strictObject({
  stage: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .optional(),
  programme: key.optional(),
  office: key.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  no: applicationNo.optional(),
  limit: pageLimit,
  cursor: pageCursor,
});

/** A page of a work list. */
export const applicationList = z
  .object({
    items: z.array(
      z.object({
        no: applicationNo,
        programme: code,
        series: code,
        specialty: code,
        level: z.enum(levels),
        track: z.enum(tracks),
        unit: uuid,
        name: code.meta({ description: 'Of the applicant.' }),
        stage: z.object({ key: code, label: textSchema, phase: code.nullable().optional(), kind: code.optional() }),
        outcome: code.nullable(),
        outcomeLabel: textSchema.nullable(),
        open: z.boolean(),
        dueAt: z.string().meta({ format: 'date-time' }).nullable(),
        overdue: z.boolean(),
        version: z.int(),
      }),
    ),
    nextCursor: code.nullable(),
  })
  .meta({ id: 'ApplicationList' });
