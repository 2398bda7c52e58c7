import { z } from 'zod';
import { exclusionReasons } from '../../../domain/session/draw/draw.ts';
import { line, paragraph, uuid } from '../../http/common-schemas.ts';
import { ofSession } from '../sessions-schemas.ts';

/** A SHA-256 in hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 digits 0-9 and a-f');
const quota = z.strictObject({
  by: z.enum(['specialty', 'origin']),
  value: line(60),
  least: z.int().min(1).max(99),
});

/** What the office asks of a draw, and the hash of the secret that it keeps until the second party has given a value. */
export const drawInput = z
  .strictObject({
    members: z.int().min(1).max(199).meta({ description: 'How many experts sit: an odd number.', example: 17 }),
    quotas: z
      .array(quota)
      .max(20)
      .optional()
      .meta({ description: 'Places that are filled first, beside those of the programme.' }),
    exclusions: z
      .array(
        z.strictObject({
          expert: uuid,
          reason: z.enum(['sameUnit', 'relation', 'jointWork']),
          why: paragraph(500).meta({ description: 'What the office found; kept sealed.' }),
        }),
      )
      .max(200)
      .optional()
      .meta({ description: 'Experts who must not be drawn, beside those that the data exclude.' }),
    secretHash: hash.meta({ description: 'The SHA-256 in hex of the secret, which is 64 hex digits (docs/draw.md).' }),
    reason: paragraph(2000)
      .optional()
      .meta({ description: 'Why experts are drawn again; needed from the second draw on, and kept sealed.' }),
  })
  .meta({ id: 'NewDraw' });

/** The value of the second party: any line that nobody could foresee. */
export const valueInput = z.strictObject({
  value: line(200).meta({ example: '今日双色球红球 03 09 14 22 27 31' }),
});

/** The secret whose hash was published. */
export const revealInput = z.strictObject({ secret: hash });

export const ofDraw = ofSession.extend({ n: z.coerce.number().int().min(1).max(999) });

const pool = z.object({
  session: z.string(),
  draw: z.int(),
  members: z.int(),
  alternates: z.int(),
  quotas: z.array(quota),
  candidates: z.array(z.object({ id: uuid, specialty: z.string(), origin: z.string() })),
  excluded: z.array(z.object({ id: uuid, reason: z.enum(exclusionReasons) })),
});
const drawn = z.object({ members: z.array(uuid), alternates: z.array(uuid) });
const instantText = z.string().meta({ format: 'date-time' });

/** A draw without its pool; ids only, and the value once it is given. */
const drawItem = z.object({
  n: z.int(),
  status: z.enum(['committed', 'valued', 'revealed']).meta({
    description: 'A draw that stays `valued` was not revealed by the office, which everybody sees.',
  }),
  poolHash: hash,
  secretHash: hash,
  committedAt: instantText,
  value: z.string().nullable(),
  valueAt: instantText.nullable(),
  revealedAt: instantText.nullable(),
  recorded: z.boolean().meta({ description: 'Whether this draw is the one that counts for the session now.' }),
  reason: z.string().nullable().meta({ description: 'Why experts were drawn again.' }),
});
export const drawList = z.object({ items: z.array(drawItem) }).meta({ id: 'Draws' });

/** A draw with its frozen pool and what was found of each expert whom the office excluded. */
export const drawView = drawItem
  .extend({ pool, whys: z.record(uuid, z.string()), drawn: drawn.nullable() })
  .meta({ id: 'Draw' });

/** The file that `npm run verify-draw` reads. */
export const drawProof = z
  .object({ pool, poolHash: hash, secretHash: hash, secret: hash, value: z.string(), seed: hash, drawn })
  .meta({ id: 'DrawProof' });
