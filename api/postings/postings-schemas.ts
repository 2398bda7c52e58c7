import { z } from 'zod';
import { checked, namedWrong, objectionFields, signedRight } from '../actions/actions-schemas.ts';
import { postingDocument } from '../actions/posting-document-schemas.ts';
import { itemOutcome, items } from '../bulk/bulk-schemas.ts';
import { applicationNo, isoDate, textSchema, uuid } from '../http/common-schemas.ts';

/** One posting for several applications: by a unit (annex 1), or by a committee office with the results. */
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
  .meta({
    id: 'NewPosting',
    example: {
      kind: 'unit',
      items: ['LN24-0JJSBD69KD4DGFBQ', 'LN24-4QGWDW8S9JRC0B5P'],
      document: { decidingMeeting: '总经理办公会议', contactPerson: '高洁', telephone: '024-23786900' },
      checked: ['sealedAndProminent'],
    },
  });

/** An objection to one application on a posting. */
export const newObjection = z
  .strictObject({ no: applicationNo, ...objectionFields })
  .refine(signedRight, namedWrong)
  .meta({
    id: 'NewObjection',
    example: { no: 'LN24-0JJSBD69KD4DGFBQ', named: true, item: 'a1', body: '该项目由他人主持完成。' },
  });

/** The path of a posting: its id, or its unguessable link. */
export const ofPosting = z.strictObject({ id: z.string().regex(/^[\w-]{20,64}$/) });

/** A posting as everybody may see it. */
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

/** A new posting, with the result of each application. */
export const postedView = z
  .object({ id: uuid, token: z.string(), link: z.string(), items: z.array(itemOutcome) })
  .meta({ id: 'Posted' });

/** The receipt of an objection. */
export const objectionView = z
  .object({
    objection: z.object({
      id: uuid,
      no: applicationNo,
      named: z.boolean(),
      verified: z.boolean(),
      state: z.enum(['received', 'recorded', 'queued']),
    }),
  })
  .meta({ id: 'ObjectionReceipt' });
