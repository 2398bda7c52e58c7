import { z } from 'zod';
import { roles } from '../../domain/programme/facts.ts';
import { checked, namedRight, namedWrong, objectionFields } from '../actions/actions-schemas.ts';
import { applicationNo } from '../applications/applications-schemas.ts';
import { isoDate, problemSchema, textSchema, uuid } from '../http/common-schemas.ts';
import { postingDocument } from '../postings/posting-document-schemas.ts';

/** How many applications one posting or batch may hold. */
const itemsAtMost = 200;

const items = z
  .array(applicationNo)
  .min(1)
  .max(itemsAtMost)
  .refine((list) => new Set(list).size === list.length, {
    error: 'must name each application once',
    params: { zh: '同一申报只能列一次' },
  });

/** One posting for many applications: of a unit by annex 1, or of a committee office with the results. */
export const newPosting = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('unit'),
      items,
      document: postingDocument,
      postedOn: isoDate.optional().meta({
        description: 'The day of posting where it was posted before the online filing (A-07); today if left out.',
      }),
      lastDay: isoDate.optional(),
      checked,
    }),
    z.strictObject({
      kind: z.enum(['result', 'preReview']),
      items,
      document: postingDocument.optional(),
      lastDay: isoDate.optional(),
      checked,
    }),
  ])
  .meta({ id: 'NewPosting' });

/** One delivery of paper dossiers of a unit, or one forwarding of an authority's, of one series and level (DL-2.2.4-a). */
export const newBatch = z
  .strictObject({ kind: z.enum(['paperDelivery', 'forwarding']), items, checked })
  .meta({ id: 'NewBatch' });

/** An objection to one application on a posting. */
export const newObjection = z
  .strictObject({ no: applicationNo, ...objectionFields })
  .refine(namedRight, namedWrong)
  .meta({ id: 'NewObjection' });

/** The path of a posting: its id, or its unguessable link. */
export const ofPosting = z.strictObject({ id: z.string().regex(/^[\w-]{20,64}$/) });
/** The path of a row with a UUID. */
export const ofRow = z.strictObject({ id: uuid });

const instantText = z.string().meta({ format: 'date-time' });

/** What came of an action on one of many applications. */
const itemOutcome = z
  .object({
    no: applicationNo,
    status: z.enum(['accepted', 'refused', 'recorded', 'notRecorded']),
    intent: uuid.optional(),
    version: z.int().optional(),
    warnings: z.array(z.unknown()).optional(),
    problem: problemSchema.optional(),
  })
  .meta({ id: 'ItemOutcome' });

/** A posting as anyone may see it: nothing but what a posting shows. */
export const postingView = z
  .object({
    id: uuid,
    kind: z.enum(['unit', 'preReview', 'result']),
    unit: z.string().nullable(),
    office: z.string().nullable(),
    items: z.array(
      z.object({
        no: applicationNo,
        name: z.string(),
        specialty: z.string(),
        specialtyLabel: textSchema,
        level: z.string(),
        lastDay: isoDate.nullable(),
      }),
    ),
    document: postingDocument.nullable().optional().meta({ description: 'For those who post only.' }),
    link: z.string().optional().meta({ description: 'For those who post only, to hand out.' }),
  })
  .meta({ id: 'Posting' });

/** A posting just made, with what came of each application. */
export const postedView = z
  .object({ id: uuid, token: z.string(), link: z.string(), items: z.array(itemOutcome) })
  .meta({ id: 'Posted' });

/** A batch with its receipt. */
export const batchView = z
  .object({
    id: uuid,
    kind: z.enum(['paperDelivery', 'forwarding']),
    unit: uuid.nullable(),
    office: z.string().nullable(),
    receiver: z
      .object({ role: z.enum(roles), office: z.string() })
      .nullable()
      .meta({ description: 'Whom it is addressed to: the office that acts in the step the delivery leads to.' }),
    createdAt: instantText,
    count: z.int(),
    items: z.array(itemOutcome),
  })
  .meta({ id: 'Batch' });

/** The receipt of an objection. */
export const objectionView = z
  .object({
    objection: z.object({ id: uuid, no: applicationNo, named: z.boolean(), state: z.enum(['received', 'recorded']) }),
  })
  .meta({ id: 'ObjectionReceipt' });
