import { z } from 'zod';
import { applicationNo, paragraph } from '../../http/common-schemas.ts';
import { routed, routingInput } from '../routings-schemas.ts';

/** To which committee the people of a unit change, and why. */
export const changeInput = routingInput
  .extend({
    reason: paragraph(2000).meta({ description: 'Why; kept sealed and shown to those concerned only.' }),
  })
  .meta({
    id: 'CommitteeChangeInput',
    example: {
      unit: '03ea3733-3246-8eaf-8df4-5b95aea91dbb',
      series: 'engineering',
      specialty: 'expressDelivery',
      level: 'mid',
      committee: 'row-60',
      reason: '主管部门调整评委会归口。',
    },
  });

/** A change with the result of each application; drafts are only counted, since only their applicants may see them. */
export const changeView = z
  .object({
    ...routed,
    items: z.array(
      z.object({
        no: applicationNo,
        status: z.enum(['moved', 'already', 'recorded', 'refused']).meta({
          description:
            '`already`: it was with that committee; `recorded`: it moves as soon as the service has decided it.',
        }),
        version: z.int().optional(),
      }),
    ),
    drafts: z.int().meta({ description: 'How many drafts go to that committee from here on.' }),
    clauses: z.array(z.string()),
    readings: z.array(z.string()),
  })
  .meta({ id: 'CommitteeChange' });
