import { z } from 'zod';
import { levels } from '../../domain/programme/facts.ts';
import { isoDate, line, programmeKey, uuid } from '../http/common-schemas.ts';

/** Which committee. */
export const ofCommittee = z.strictObject({ id: programmeKey, committee: programmeKey });

const fields = {
  number: line(80).meta({ description: 'The number of the filing (核准备案文号).', example: '辽职评备〔2024〕12号' }),
  formedBy: z.enum(['series', 'specialty']).meta({ description: 'Whether it is formed by series or by specialty.' }),
  levels: z.array(z.enum(levels)).min(1).max(levels.length),
  members: z.int().min(1).max(999).meta({ description: 'How many experts it has: an odd number.' }),
  filedOn: isoDate,
  filedUntil: isoDate.meta({ description: 'The last day; at most three years after the first.' }),
};

/** A filing that is registered. */
export const filingInput = z.strictObject(fields).meta({ id: 'CommitteeFilingInput' });

/** A filing, and whether it is in force today. */
export const filingView = z.object({ id: uuid, ...fields, inForce: z.boolean() }).meta({ id: 'CommitteeFiling' });

/** The filings of a committee; the first one counts. */
export const filingList = z.object({ items: z.array(filingView) }).meta({ id: 'CommitteeFilings' });
