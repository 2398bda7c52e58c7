import { z } from 'zod';
import { destinations, levels, roles, tracks } from '../../domain/programme/facts.ts';
import { applicationNo, isoDate, line, textSchema, uuid } from '../http/common-schemas.ts';
import type { Shown } from '../http/shown.ts';

const code = z.string();
const instantText = z.string().meta({ format: 'date-time' });
const skippedDay = z.object({ date: isoDate, why: textSchema });
const deadline = z
  .object({
    key: code,
    due: isoDate,
    dueAt: instantText,
    clause: code.nullable(),
    clauses: z.array(code),
    readings: z.array(code),
    rule: z.record(z.string(), z.unknown()),
    countedFrom: isoDate.nullable(),
    skipped: z.array(skippedDay),
    calendarVersion: code,
    timelineVersion: z.int(),
    provisional: z.boolean(),
    moves: z.array(z.unknown()),
  })
  .meta({ id: 'Deadline' });

const objection = z.object({
  id: uuid,
  named: z.boolean(),
  verified: z.boolean().meta({
    description:
      'Whether the name is that of an account, or was recorded by whoever posted; only then it holds the publicity.',
  }),
  waiting: z.boolean().meta({ description: 'Received while the board was full, and not taken up yet.' }),
  name: line(100).nullable(),
  body: code,
  item: code.nullable(),
  open: z.boolean(),
  closedBy: code
    .nullable()
    .meta({ description: 'The role that concluded it; `system` where the publicity ended without (A-17).' }),
  upheld: z.boolean().nullable(),
  receivedAt: instantText,
});

const askedPoint = z.object({ key: code, name: textSchema, clauses: z.array(code) });
const openAction = z
  .object({
    name: code,
    label: textSchema,
    checks: z
      .array(askedPoint)
      .optional()
      .meta({ description: 'What must be confirmed by name: every key goes into `checked`.' }),
    choices: z
      .array(askedPoint)
      .optional()
      .meta({ description: 'The printed values, the key of one of which goes into `choice`.' }),
    dossier: z
      .object({ clauses: z.array(code) })
      .optional()
      .meta({ description: 'The paper dossier is received: what lies in it goes into `delivered`.' }),
  })
  .meta({ id: 'OpenAction' });

/** The view of an application. */
export const applicationView = z
  .object({
    no: applicationNo,
    programme: code,
    series: code,
    specialty: code,
    level: z.enum(levels),
    track: z.enum(tracks),
    unit: uuid,
    office: code,
    sealingAuthority: code.nullable(),
    committee: code.nullable(),
    destination: z
      .enum(destinations)
      .nullable()
      .meta({ description: 'Who decides: a committee here, or the province.' }),
    acting: z.partialRecord(z.enum(roles), code).meta({ description: 'The office that acts in each role.' }),
    roles: z.array(z.enum(roles)),
    stage: z.object({
      key: code,
      kind: code,
      label: textSchema,
      phase: code,
      enteredAt: instantText.nullable(),
      steps: z.array(code).optional(),
      lastDay: isoDate.nullable().optional(),
    }),
    open: z.boolean(),
    outcome: code.nullable(),
    outcomeLabel: textSchema.nullable(),
    responsible: code
      .nullable()
      .meta({ description: 'The office whose omission ended the road, for instance what was not forwarded in time.' }),
    rightCommittee: z
      .object({
        id: code,
        name: textSchema,
        office: textSchema,
        address: textSchema.nullable(),
        telephone: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'The committee named when it was returned as out of scope (LYG-4.4-b).' }),
    referral: z
      .object({
        office: code.nullable().meta({ description: 'The office that referred it and records what was decided.' }),
        until: isoDate
          .nullable()
          .meta({ description: 'How long the case waits, or may be corrected; null once closed.' }),
        result: z
          .object({
            passed: z.boolean(),
            label: textSchema.nullable(),
            decidedOn: isoDate,
            documentNo: code,
            certificate: code.nullable(),
            recordedOn: isoDate,
            corrected: z.boolean(),
          })
          .nullable(),
      })
      .nullable()
      .meta({ description: 'What comes back of a case that was referred, for instance to the province.' }),
    revokedOn: isoDate.nullable().meta({ description: 'The day a title that was certified was revoked (LN-5.1-c).' }),
    attempts: z
      .object({ used: z.int(), max: z.int().nullable() })
      .meta({ description: 'Submissions for review; `max` is null where the notice counts none, and in a draft.' }),
    deadlines: z.array(deadline),
    availableActions: z.array(openAction),
    pending: z.array(z.object({ id: uuid, action: code, receivedAt: instantText })),
    deficiencies: z.array(
      z.object({ item: code, clause: code, expected: code.nullable(), resolved: z.boolean(), stage: code }),
    ),
    objections: z.array(objection).optional(),
    forecast: z.array(
      z.object({
        stage: code,
        label: textSchema,
        earliest: isoDate.nullable().meta({ description: 'From today on; null where it is too late.' }),
        latest: isoDate.nullable(),
        tooLate: z.boolean().meta({ description: 'It cannot be reached in time any more, nor what follows it.' }),
        provisional: z.boolean(),
      }),
    ),
    contentVersion: z.int(),
    version: z.int(),
    warnings: z
      .array(z.object({ code, message: textSchema, clauses: z.array(code), readings: z.array(code) }))
      .optional()
      .meta({ description: 'After an action, and with a draft: what one should know about it.' }),
  })
  .meta({ id: 'Application' });
export type ApplicationView = Shown<typeof applicationView>;

/** The small answer for polling. */
export const statusView = z
  .object({
    no: applicationNo,
    stage: code,
    label: textSchema,
    now: textSchema.meta({ description: 'What is going on.' }),
    next: textSchema.nullable().meta({ description: 'The stage that follows on the good way.' }),
    by: isoDate.nullable().meta({
      description:
        'The last day of the nearest deadline, or an earlier one by which all later stages still fit; null once there is an outcome.',
    }),
    version: z.int(),
  })
  .meta({ id: 'ApplicationStatus' });
export type StatusView = Shown<typeof statusView>;
