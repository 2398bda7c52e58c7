import { z } from 'zod';
import { employerClasses, unitRoles } from '../../../domain/programme/facts.ts';
import { line, textSchema, unitName, uuid } from '../../http/common-schemas.ts';

/** The id in the path of a unit. */
export const unitParams = z.object({ id: uuid });

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);

/** A new unit. */
export const unitInput = z
  .strictObject({
    name: unitName,
    employerClass: z.enum(employerClasses),
    territory: code.optional().meta({ description: 'Where it is registered: a territory of a programme.' }),
    supervisor: code.optional().meta({ description: 'The office of the commission that supervises it.' }),
    agencyClient: z.boolean().default(false).meta({ description: 'Whether the personnel agency acts for it.' }),
  })
  .meta({
    id: 'UnitInput',
    example: { name: '连云港云台快递有限公司', employerClass: 'private', territory: 'lyg-haizhou' },
  });

/** Where a unit belongs, as a whole. */
export const placeInput = z
  .strictObject({ territory: code.nullable(), supervisor: code.nullable(), agencyClient: z.boolean() })
  .meta({ id: 'PlaceInput', example: { territory: 'lyg-haizhou', supervisor: null, agencyClient: false } });

/** A unit, and what the caller is there. */
export const unitSchema = z
  .object({
    id: uuid,
    name: z.string(),
    employerClass: z.enum(employerClasses),
    territory: z.string().nullable(),
    supervisor: z.string().nullable(),
    agencyClient: z.boolean(),
    roles: z.array(z.string()),
  })
  .meta({ id: 'Unit' });

/** Pages of units; `mine=true` only those the caller acts for, `name` only those with that in their name. */
export const unitQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|1\d\d|200)$/, 'must be from 1 to 200')
    .transform(Number)
    .optional()
    .meta({ override: { type: 'integer', minimum: 1, maximum: 200 } }),
  cursor: uuid.optional(),
  mine: z.enum(['true', 'false']).optional(),
  name: line(120).optional().meta({ description: 'A part of the name.' }),
});

/** Units in order of their ids. */
export const unitList = z
  .object({ items: z.array(unitSchema), nextCursor: z.string().nullable() })
  .meta({ id: 'UnitList' });

const memberRole = z.enum(unitRoles);

/** The people who shall act for a unit, as a whole list. */
export const membersInput = z
  .strictObject({ members: z.array(z.strictObject({ person: uuid, role: memberRole })).max(100) })
  .meta({
    id: 'MembersInput',
    example: { members: [{ person: '80a85b3b-0832-84e0-80f9-260a1261fca7', role: 'unitHr' }] },
  });

/** Who acts for a unit. */
export const membersSchema = z
  .object({
    members: z.array(z.object({ person: uuid, name: z.string(), role: z.string() })),
    warnings: z
      .array(z.object({ code: z.string(), message: textSchema, person: uuid, roles: z.array(z.string()) }))
      .optional()
      .meta({
        description:
          'After a change: who among them reviews elsewhere as well, or twice here, which nobody does on one application.',
      }),
  })
  .meta({ id: 'Members' });
