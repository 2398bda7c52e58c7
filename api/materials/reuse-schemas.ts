import { z } from 'zod';
import { line, paragraph, textSchema } from '../http/common-schemas.ts';

const instantText = z.string().meta({ format: 'date-time' });
const item = line(40).meta({ description: 'The achievement by its id.' });

const decided = z.object({ reused: z.boolean(), reason: z.string(), decidedAt: instantText });

/** One achievement that another application contains too. */
const reuseFinding = z
  .object({
    item,
    other: z.string().meta({ description: 'The number of the other application.' }),
    otherProgramme: z.string(),
    samePerson: z.boolean(),
    decision: decided.nullable().meta({ description: 'What a person found out; null while nobody has.' }),
    earlier: z.array(decided).meta({ description: 'Decisions that a later one replaced, first to last.' }),
  })
  .meta({ id: 'ReuseFinding' });

/** The reused achievements, with the rule. */
export const reuseView = z
  .object({
    no: z.string(),
    clauses: z.array(z.string()),
    readings: z.array(z.string()),
    message: textSchema.nullable(),
    items: z.array(reuseFinding),
  })
  .meta({ id: 'ReuseFindings' });

/** A person's decision about one finding. */
export const reuseDecision = z
  .strictObject({
    item,
    other: line(40),
    reused: z
      .boolean()
      .meta({ description: 'true: used again, it must be removed; false: it is another work, or rightly shared.' }),
    reason: paragraph(2000),
  })
  .meta({
    id: 'ReuseDecision',
    example: { item: 'a1', other: 'LN24-4QGWDW8S9JRC0B5P', reused: false, reason: '两项为不同年度的独立项目。' },
  });
