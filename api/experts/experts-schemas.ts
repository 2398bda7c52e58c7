import { z } from 'zod';
import { levels } from '../../domain/programme/facts.ts';
import { isoDate, line, personName, uuid } from '../http/common-schemas.ts';
import { fitsItsType, identityFields } from '../people/people-schemas.ts';
import { ofCommittee } from './filings-schemas.ts';

const fields = {
  title: line(60).meta({ description: 'The title as it is printed.', example: '教授级高级工程师' }),
  level: z.enum(levels),
  specialty: line(60).meta({ description: 'The specialty for which quotas of a draw may ask.', example: '机械工程' }),
  unitName: line(120),
  origin: line(40).meta({ description: 'Where the expert comes from, for quotas of a draw.', example: '高校' }),
  chair: z.enum(['chair', 'viceChair']).nullable().optional(),
  termFrom: isoDate,
  termUntil: isoDate.meta({ description: 'The last day of the term; at most three years after the first.' }),
};

/** A new expert; by the identity document the account is found, and the document itself is not kept. */
export const expertInput = z
  .strictObject({
    name: personName(60),
    ...fields,
    ...identityFields,
    identityNumber: identityFields.identityNumber.optional(),
  })
  .check(fitsItsType)
  .meta({ id: 'ExpertInput' });

/** An expert of a committee. */
export const expertView = z
  .object({
    id: uuid,
    name: z.string().nullable().meta({ description: 'For the office of the committee only.' }),
    ...fields,
    chair: z.enum(['chair', 'viceChair']).nullable(),
    unit: uuid.nullable().meta({ description: 'The unit of this name, where one is registered.' }),
    endedOn: isoDate.nullable().meta({ description: 'The day from which the expert serves no more.' }),
    serving: z.boolean().meta({ description: 'Whether the term runs today.' }),
    account: z.boolean().meta({ description: 'Whether an account is linked, by which the expert acts.' }),
  })
  .meta({ id: 'Expert' });

export const expertList = z
  .object({ items: z.array(expertView), nextCursor: z.string().nullable() })
  .meta({ id: 'Experts' });

/** Which expert of which committee. */
export const ofExpert = ofCommittee.extend({ expert: uuid });

/** The day from which an expert serves no more. */
export const endInput = z.strictObject({ on: isoDate });

/** The identity document by which the account of an expert is found. */
export const accountInput = z.strictObject(identityFields).check(fitsItsType);

/** A row of a workbook that was not taken. */
const rowError = z.object({
  row: z.int().meta({ description: 'As the workbook numbers it; the headers are row 1.' }),
  column: z.string().nullable().meta({ description: 'The letter of the column; null where it is the whole row.' }),
  message: z.object({ zh: z.string(), en: z.string() }),
});

/** What came of a workbook of experts. */
export const importResult = z.object({ imported: z.int(), errors: z.array(rowError) }).meta({ id: 'ExpertsImported' });
