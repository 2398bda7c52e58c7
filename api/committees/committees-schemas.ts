import { z } from 'zod';
import { measureKeys } from '../../domain/programme/stages/committee-year.ts';
import { checked } from '../actions/actions-schemas.ts';
import { isoDate, paragraph, textSchema } from '../http/common-schemas.ts';

const reason = paragraph(2000).optional().meta({ description: 'Why; kept sealed.' });
const period = z
  .strictObject({ key: z.enum(['acceptance', 'plannedReview']), opens: isoDate, closes: isoDate })
  .meta({ description: 'A period that the plan leaves to the notice.' });
const meetingOn = isoDate.meta({ description: 'The day of the meeting.', example: '2024-10-15' });
const ofMeeting = z.strictObject({ meetingOn });

/** What the body of each step of a committee's year holds. */
export const committeeBodies = {
  proposeNotice: z.strictObject({ windows: z.array(period).max(2).optional() }).optional(),
  countersign: z.strictObject({}).optional(),
  publishNotice: z.strictObject({ checked, reason }),
  reportOpening: z.strictObject({
    meetingOn,
    checked,
    reason,
    passRate: z
      .int()
      .min(0)
      .max(10_000)
      .refine((rate) => rate === 0 || rate > 100, {
        error: 'is in hundredths of a percent: 70 % is 7000',
        params: { zh: '通过率以0.01%为单位：70%须填7000' },
      })
      .optional()
      .meta({
        description: 'The rate of passing that is set (评审通过率设定), in hundredths of a percent: 70 % is 7000.',
        example: 7000,
      }),
  }),
  approveOpening: ofMeeting,
  announceResults: ofMeeting,
  fileData: ofMeeting,
  takeMeasure: z.strictObject({
    measure: z.enum(measureKeys).meta({ description: '限期纠正、停止评审、宣布评审结果无效、取消评审权 (LYG-5.3-b).' }),
    until: isoDate.optional().meta({ description: 'The day by which the office must correct; with `correctBy` only.' }),
    meetingOn: meetingOn
      .optional()
      .meta({ description: 'The meeting whose results are void; with `voidResults` only.' }),
    reason,
  }),
  liftMeasure: z.strictObject({ measure: z.enum(measureKeys), reason }),
} as const;

/** What a step may bring; every field of every step. */
export type CommitteeBody = {
  readonly windows?: readonly z.infer<typeof period>[] | undefined;
  readonly meetingOn?: string | undefined;
  readonly passRate?: number | undefined;
  readonly measure?: (typeof measureKeys)[number] | undefined;
  readonly until?: string | undefined;
  readonly checked?: readonly string[] | undefined;
  readonly reason?: string | undefined;
};

export const committeeParams = z.object({ id: z.string(), committee: z.string() });

const meeting = z.object({
  meetingOn: isoDate,
  reportedOn: isoDate,
  approvedOn: isoDate.nullable(),
  announcedOn: isoDate.nullable(),
  filedOn: isoDate.nullable(),
  /** The last day of the data; overdue after it until they are there (LYG-5.2-e). */
  dataDue: isoDate.nullable(),
  overdue: z.boolean(),
  passRate: z.int().nullable().meta({ description: 'The rate set with the report, in hundredths of a percent.' }),
  results: z.object({ reviewed: z.int(), passed: z.int(), rate: z.int(), above: z.boolean() }).nullable().meta({
    description: 'What was recorded of it; `above` warns that more passed than the rate that was set (A-36).',
  }),
});

const measure = z.object({
  measure: z.enum(measureKeys),
  on: isoDate,
  until: isoDate.nullable(),
  meetingOn: isoDate.nullable(),
  liftedOn: isoDate.nullable(),
});

/** The year of a committee. Only its office and the title office see the meetings, and the notice before it is published. */
export const committeeView = z
  .object({
    programme: z.string(),
    committee: z.string(),
    name: textSchema,
    seq: z.int(),
    notice: z
      .object({
        status: z.enum(['draft', 'countersigned', 'published']),
        windows: z.array(z.object({ key: z.string(), opens: isoDate, closes: isoDate })),
        publishedOn: isoDate.nullable(),
        due: isoDate,
      })
      .nullable(),
    meetings: z.array(meeting),
    measures: z.array(measure).meta({ description: 'Taken by the title office, for those who act (LYG-5.3-b).' }),
    actions: z.array(z.object({ name: z.string(), checks: z.array(z.object({ key: z.string(), name: textSchema })) })),
  })
  .meta({ id: 'CommitteeYear' });

/** What happened in the year of a committee, first to last, with the recorded reasons. */
export const committeeHistory = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        at: z.string().meta({ format: 'date-time' }),
        by: z.string().meta({ description: 'The role of whoever acted.' }),
        meetingOn: isoDate.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CommitteeHistory' });
