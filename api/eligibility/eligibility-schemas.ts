import { z } from 'zod';
import { askable } from '../../domain/eligibility/facts.ts';
import { employerClasses, levels, personStatuses, roles, tracks } from '../../domain/programme/facts.ts';
import { suppliers } from '../../domain/programme/materials/materials.ts';
import { applicationNo, isoDate, textSchema } from '../http/common-schemas.ts';
import { factsTold } from './facts-schemas.ts';

const key = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

/** The facts that decide whether somebody may apply; none of them identifies the person. */
export const eligibilityInput = z
  .strictObject({
    series: key,
    specialty: key,
    level: z.enum(levels),
    track: z.enum(tracks).default('standard'),
    employerClass: z.enum(employerClasses),
    territory: key.optional().meta({ description: 'The district, county or zone where the employer is registered.' }),
    supervisor: key.optional().meta({ description: 'The office that supervises a unit of the city.' }),
    agencyClient: z.boolean().optional().meta({ description: 'Whether the personnel agency acts for the unit.' }),
    status: z.enum(personStatuses).optional(),
    ...factsTold,
    asOf: isoDate.optional().meta({ description: 'The day for which it is asked; today where it is left out.' }),
  })
  .meta({
    id: 'EligibilityInput',
    description: 'Everything but what is applied for and the kind of employer may be left out: it is then asked for.',
    example: {
      series: 'engineering',
      specialty: 'robotics',
      level: 'deputySenior',
      employerClass: 'provincialStateOwned',
      status: 'inService',
      heldTitle: { level: 'mid', obtainedYear: 2018 },
      standard: { years: 5 },
      asOf: '2024-07-10',
    },
  });

const ids = z.array(z.string());

const finding = z.object({
  clause: z.string(),
  outcome: z.enum(['met', 'notMet', 'needsAttestation', 'notToldYet', 'checkedAtSubmit']),
  message: textSchema,
  readings: ids,
  attestedBy: z
    .object({ role: z.enum(roles), name: textSchema })
    .optional()
    .meta({ description: 'Who attests what a machine cannot know.' }),
  ask: z
    .array(z.enum(askable))
    .optional()
    .meta({ description: 'What must be told so that the rule can be looked at.' }),
  counted: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .meta({ description: 'The years, hours or dates that were counted.' }),
});

const office = z.object({
  id: z.string(),
  name: textSchema,
  address: textSchema.nullable(),
  telephone: z.string().nullable().meta({ description: 'As printed, also where the print is damaged.' }),
});

const step = z.object({
  stage: z.string(),
  step: z.string().nullable(),
  name: textSchema,
  role: z.enum(roles),
  who: textSchema,
  office: office.nullable().meta({ description: 'Null where the applicant or the unit acts.' }),
  lastDay: isoDate
    .nullable()
    .meta({ description: 'The last day on which this still fits; null where nothing printed bounds it.' }),
  tooLate: z.boolean(),
  announcedLater: z.boolean().meta({ description: 'Its last day hangs on a window that another notice announces.' }),
  clauses: ids,
});

const window = z.object({ key: z.string(), opens: isoDate, closes: isoDate, clauses: ids });

/** The conditions for applying of one application, as judged on a day. */
export const conditionsView = z
  .object({
    no: applicationNo,
    asOf: isoDate,
    eligible: z.enum(['yes', 'no', 'needsAttestation', 'notToldYet']),
    findings: z.array(finding),
    toldOtherwise: z.array(z.object({ clause: z.string(), item: z.string(), message: textSchema })).meta({
      description:
        'What the form says otherwise than was told with the draft; the form counts. `item` is a JSON Pointer into it.',
    }),
  })
  .meta({ id: 'ConditionsOfApplication' });

/** The checked rules, and where, with what and by when the application would be handed in. */
export const eligibilityView = z
  .object({
    eligible: z.enum(['yes', 'no', 'needsAttestation', 'notToldYet']),
    asOf: isoDate,
    findings: z.array(finding),
    warnings: z.array(z.object({ code: z.string(), message: textSchema, clauses: ids, readings: ids })).meta({
      description: 'What one should know before anything is sent, for instance that it can no longer arrive.',
    }),
    routing: z
      .object({
        channel: z.array(step),
        office: z
          .string()
          .nullable()
          .meta({ description: 'Null where another authority reviews, which `referTo` names.' }),
        committee: z.string().nullable(),
        destination: z.enum(['here', 'province']).nullable(),
        sealingAuthority: z.string().nullable(),
        referTo: textSchema.nullable().meta({ description: 'Who reviews it elsewhere, in the printed words.' }),
        printedIn: z
          .object({ document: z.string(), clauses: ids })
          .nullable()
          .meta({ description: 'The notice of another authority that prints it, where this one does not.' }),
        clauses: ids,
      })
      .nullable(),
    window: window.nullable(),
    windows: z.array(window),
    announcedLater: z
      .array(z.object({ key: z.string(), clauses: ids, readings: ids }))
      .meta({ description: 'Windows whose dates another notice announces: closed until then.' }),
    cutOffs: z.array(z.object({ key: z.string(), date: isoDate, clauses: ids })),
    latestPublicityPosting: isoDate.nullable(),
    materials: z.array(
      z.object({
        key: z.string(),
        name: textSchema,
        clause: z.string(),
        suppliedBy: z.enum(suppliers),
        copies: z.int().nullable(),
        bound: z.int().nullable(),
        place: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Eligibility' });
