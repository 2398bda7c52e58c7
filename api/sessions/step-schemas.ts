import { z } from 'zod';
import { sheetKinds } from '../../domain/session/meeting/scores.ts';
import type { SessionData } from '../../domain/session/session.ts';
import type { SessionActionName } from '../../domain/session/steps.ts';
import { checked } from '../actions/actions-schemas.ts';
import { applicationNo, isoDate, paragraph, programmeKey, uuid } from '../http/common-schemas.ts';
import { hundredths } from './hundredths.ts';

const reason = paragraph(2000).meta({ description: 'Why; kept sealed.' });
const meetingOn = isoDate.meta({ description: 'The day of the meeting.', example: '2024-10-15' });
const lastDay = isoDate.optional().meta({ description: 'Its last day, where it takes more than one.' });
const nothing = z.strictObject({}).optional();
const because = z.strictObject({ reason });
const attendance = z.strictObject({
  present: z.array(uuid).min(1).max(200).meta({ description: 'The experts who are present.' }),
  chair: uuid.meta({ description: 'Who of them presides.' }),
});

/** The plan of a session; a day outside the printed period needs a reason. */
export const planBody = z
  .strictObject({ programme: programmeKey, committee: programmeKey, meetingOn, lastDay, reason: reason.optional() })
  .meta({ id: 'NewSession' });
export type PlanBody = z.infer<typeof planBody>;

/** The steps that somebody takes over HTTP after the plan; the count is recorded by the service. */
export type SteppedName = Exclude<SessionActionName, 'plan' | 'recordCount'>;

/** The body of each step. */
export const stepBodies = {
  publishNotice: nothing,
  accept: nothing,
  closeRecheck: nothing,
  reportOpening: z.strictObject({
    passRate: hundredths('The rate of passing that is expected (评审通过率设定), in percent.').optional(),
    checked,
  }),
  approveOpening: nothing,
  draw: nothing,
  settleRecusals: nothing,
  openMeeting: attendance,
  closeBallot: nothing,
  signMinutes: z.strictObject({
    minutes: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({
        description: 'The SHA-256 of the minutes that were read, in hex; if they changed since, nothing is signed.',
      })
      .optional(),
  }),
  publishResults: nothing,
  announceResults: nothing,
  confirm: nothing,
  fileData: nothing,
  archive: nothing,
  reschedule: z.strictObject({ meetingOn, lastDay, reason }),
  refuseOpening: because,
  redraw: because,
  recordAttendance: attendance,
  openBallot: nothing,
  nextRound: nothing,
  suspend: because,
  resume: nothing,
  cancel: because,
  void: because,
  correct: z.strictObject({
    what: z.enum(['meetingOn', 'attendance', 'score']),
    meetingOn: isoDate.optional(),
    present: z.array(uuid).max(200).optional(),
    sheet: z
      .strictObject({
        application: applicationNo,
        expert: uuid,
        kind: z.enum(sheetKinds),
        points: hundredths('What the points are, with at most two decimals.'),
      })
      .optional()
      .meta({ description: 'The score that is corrected; it becomes a new version of the sheet.' }),
    reason,
  }),
} as const satisfies Readonly<Record<SteppedName, z.ZodType>>;

/** What a step may bring; every field of every step. */
export type StepBody = {
  readonly meetingOn?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly passRate?: number | undefined;
  readonly checked?: readonly string[] | undefined;
  readonly present?: readonly string[] | undefined;
  readonly chair?: string | undefined;
  readonly minutes?: string | undefined;
  readonly what?: 'meetingOn' | 'attendance' | 'score' | undefined;
  readonly sheet?: SessionData['sheet'] | undefined;
  readonly reason?: string | undefined;
};

/** What each step does, and who takes it. */
export const stepSummaries: Readonly<Record<SteppedName, string>> = {
  publishNotice: 'Publish the notice of the session; the office of the committee.',
  accept: 'Begin to accept applications for the roster; the office of the committee.',
  closeRecheck: 'Close the re-check of the roster; the office of the committee.',
  reportOpening: 'Report the opening with the roster and the rate of passing, so many days ahead; the office.',
  approveOpening: 'Consent to the opening; whoever approves the sessions of the committee.',
  draw: 'Record the draw of experts, once it is revealed with its proof; the office.',
  settleRecusals: 'Settle the recusals, once every drawn expert has declared; the office.',
  openMeeting: 'Open the meeting with those who are present: freezes the roster; the office.',
  closeBallot: 'Close the ballot; the office.',
  signMinutes: 'Sign the minutes as they stand, by the SHA-256 of their file; the expert who presided.',
  publishResults: 'Publish the list of results; the office.',
  announceResults: 'Announce the results after their publicity; the office.',
  confirm: 'Confirm the results; whoever confirms those of the committee.',
  fileData: 'File the data of the results; the office.',
  archive: 'Archive the session; the office.',
  reschedule: 'Move the meeting, with a reason; a reported opening is reported again; the office.',
  refuseOpening: 'Refuse the opening, with a reason; whoever approves.',
  redraw: 'Set the draw aside, with a reason, so that experts are drawn again; the office.',
  recordAttendance: 'Record who is present now, before the ballot opens; the office.',
  openBallot: 'Open the ballot; the office.',
  nextRound: 'Open one more round, where the programme has it; the office.',
  suspend: 'Suspend the review, with a reason; whoever supervises.',
  resume: 'Resume a suspended review; whoever supervises.',
  cancel: 'Cancel the session before its meeting, with a reason: its applications wait again; the office.',
  void: 'Declare the results void, with a reason; whoever supervises.',
  correct: 'Correct an entry, with a reason; somebody else of the office than who entered it.',
};
