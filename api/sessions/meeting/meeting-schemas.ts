import { z } from 'zod';
import { sheetKinds } from '../../../domain/session/meeting/scores.ts';
import { applicationNo, instant, line, paragraph, textSchema, uuid } from '../../http/common-schemas.ts';
import { hundredths } from '../hundredths.ts';

const points = hundredths('Points from 0 to 100, with at most two decimals.');
const application = applicationNo;

/** The path of an application of a session. */
export const ofSessionApplication = z.strictObject({ id: uuid, no: applicationNo });
/** The path of a file of one. */
export const ofSessionFile = z.strictObject({ id: uuid, no: applicationNo, file: uuid });

/** A score sheet as an expert hands it in. */
export const sheetBody = z
  .strictObject({
    application,
    kind: z.enum(sheetKinds),
    points: points.optional().meta({ description: 'Left out where the items say it.' }),
    items: z
      .array(z.strictObject({ key: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/), points }))
      .min(1)
      .max(40)
      .optional()
      .meta({ description: 'The parts of the sheet, whose sum the points are.' }),
  })
  .meta({ id: 'NewSheet' });

/** The opinion of an expert. */
export const opinionBody = z
  .strictObject({ application, text: paragraph(4000).meta({ description: 'Kept sealed.' }) })
  .meta({ id: 'NewOpinion' });

/** The slot of a defence. */
export const slotBody = z
  .strictObject({ application, at: instant.meta({ description: 'When it begins.' }), room: line(100) })
  .meta({ id: 'DefenceSlot' });

/** Who did not come. */
export const absenceBody = z.strictObject({ application });

export const writtenVersion = z.object({ application, version: z.int() }).meta({ id: 'WrittenVersion' });
export const slotStatus = z
  .object({ application, at: z.string().meta({ format: 'date-time' }), room: z.string() })
  .meta({ id: 'DefenceSlotSet' });

const shown = z.number().nullable();
const about = {
  no: applicationNo,
  series: z.string(),
  specialty: z.string(),
  level: z.string(),
  defence: z
    .object({
      at: z.string().nullable().meta({ format: 'date-time' }),
      room: z.string().nullable(),
      moved: z.int(),
      absent: z
        .boolean()
        .meta({ description: 'Did not come to the defence: does not pass unless it is moved (A-20).' }),
    })
    .nullable()
    .meta({ description: 'Null where the application has no oral defence (LN-7-g, DL-1.1.1-c).' }),
  voters: z.int().meta({ description: 'Experts present who did not withdraw from it.' }),
  ready: z.boolean(),
  waiting: textSchema.nullable().meta({ description: 'Why it waits: it has no quorum (A-37).' }),
};
const averages = z.object({
  weights: z.object({ quantified: z.int(), defence: z.int() }).nullable(),
  quantified: shown,
  defence: shown,
  composite: shown.meta({ description: 'By the weights from both averages, half up (LN-7-d to -f).' }),
});

/** The applications that an expert reads. */
export const dossierList = z
  .object({
    items: z.array(
      z.object({
        ...about,
        mine: z
          .object({ quantified: shown, defence: shown, opinion: z.boolean() })
          .meta({ description: 'What the caller has handed in.' }),
        scores: averages.nullable().meta({ description: 'From the moment at which the sheets are locked.' }),
      }),
    ),
  })
  .meta({ id: 'SessionDossiers' });

const counted = { quantified: z.int(), defence: z.int(), opinions: z.int() };

/** How the applications are heard. */
export const hearingList = z
  .object({ items: z.array(z.object({ ...about, counted: z.object(counted), scores: averages })) })
  .meta({ id: 'SessionHearings' });

/** How one application is heard, with each sheet and opinion. */
export const hearingView = z
  .object({
    ...about,
    counted: z.object(counted),
    scores: averages,
    sheets: z.array(
      z.object({
        expert: uuid,
        kind: z.enum(sheetKinds),
        version: z.int(),
        points: z.number(),
        items: z.array(z.object({ key: z.string(), points: z.number() })),
        correction: z.int().nullable().meta({ description: 'The number of the correction that made it.' }),
        at: z.string().meta({ format: 'date-time' }),
      }),
    ),
    outliers: z
      .array(z.object({ expert: uuid, kind: z.enum(sheetKinds), points: z.number() }))
      .nullable()
      .meta({ description: 'More than 20 points from the median; for who presides, null for others.' }),
    opinions: z.array(z.object({ expert: uuid, version: z.int(), text: z.string() })),
  })
  .meta({ id: 'SessionHearing' });
