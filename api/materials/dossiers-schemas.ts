import { z } from 'zod';
import { suppliers } from '../../domain/programme/materials/materials.ts';
import { materialFinding } from '../form/form-views-schemas.ts';
import { textSchema } from '../http/common-schemas.ts';
import { maxDossierParts } from '../http/limits.ts';
import type { Shown } from '../http/shown.ts';

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/, { error: 'must be the key of a material' });

/** The check list of a paper dossier. */
export const dossierView = z
  .object({
    no: z.string(),
    lines: z.array(
      z.object({
        key,
        name: textSchema,
        clause: z.string(),
        suppliedBy: z.enum(suppliers),
        place: z.string().nullable().meta({ description: '`1.2` is the second of part 1; null lies beside it.' }),
        copies: z.int(),
        bound: z.int(),
        isPaper: z.boolean().meta({ description: 'false: no paper of its own, but a mark on the papers before it.' }),
        ifAny: z.boolean().meta({ description: 'Only those deliver it who have it.' }),
        needed: z.boolean(),
        signed: z.array(z.object({ key, name: textSchema })),
      }),
    ),
  })
  .meta({ id: 'Dossier' });
export type DossierView = Shown<typeof dossierView>;

/** The contents of a paper dossier, in its order. */
export const deliveredList = z
  .array(
    z.strictObject({
      key,
      copies: z.int().min(0).max(100),
      signed: z.array(key).max(20).optional().meta({ description: 'Signatures and seals that are there.' }),
    }),
  )
  .max(maxDossierParts)
  .refine((list) => new Set(list.map((each) => each.key)).size === list.length, {
    error: 'must name each material once',
    params: { zh: '同一材料只能列一次' },
  });

/** A paper dossier to be checked. */
export const dossierCheck = z.strictObject({ delivered: deliveredList }).meta({
  id: 'DossierCheck',
  example: {
    delivered: [
      { key: 'recommendationForm', copies: 3 },
      { key: 'publicityDocument', copies: 1 },
    ],
  },
});

/** What a dossier lacks. */
export const dossierResult = z
  .object({ no: z.string(), complete: z.boolean(), findings: z.array(materialFinding) })
  .meta({ id: 'DossierResult' });
