import { z } from 'zod';
import { recusalGrounds } from '../../../domain/session/recusal.ts';
import { applicationNo, paragraph, uuid } from '../../http/common-schemas.ts';

const ground = z.enum(recusalGrounds).meta({
  description: 'Same unit, a relation, joint work, or something else, which is then told in `reason`.',
});
const found = {
  expert: uuid.optional().meta({ description: 'Whom the office found; without it the caller declares for himself.' }),
  reason: paragraph(1000).optional().meta({ description: 'What it is; kept sealed.' }),
};

/** What an expert declares, or the office found. */
export const recusalInput = z
  .discriminatedUnion('scope', [
    z.strictObject({ scope: z.literal('none') }),
    z.strictObject({ scope: z.literal('session'), ground, ...found }),
    z.strictObject({ scope: z.literal('application'), application: applicationNo, ground, ...found }),
  ])
  .meta({ id: 'RecusalInput' });

const recusal = { ground: z.enum(recusalGrounds), foundBy: z.string(), reason: z.string().nullable() };

/** An expert of a session. */
const drawnExpert = z.object({
  id: uuid,
  name: z.string().nullable().meta({ description: 'For the office of the committee and the experts of the session.' }),
  title: z.string(),
  specialty: z.string(),
  unitName: z.string(),
  chair: z.enum(['chair', 'viceChair']).nullable(),
  place: z.int(),
  seat: z.enum(['member', 'alternate']),
  declared: z.boolean(),
  present: z.boolean(),
  /** Withdrew from the whole session; the reasons are for the office and the expert concerned. */
  recused: z.object(recusal).nullable(),
  recusedFrom: z.array(z.object({ application: applicationNo, ...recusal })),
});
export const drawnExpertList = z.object({ items: z.array(drawnExpert) }).meta({ id: 'SessionExperts' });
