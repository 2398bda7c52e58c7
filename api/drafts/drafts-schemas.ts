import { z } from 'zod';
import { levels, personStatuses, tracks } from '../../domain/programme/facts.ts';
import { factsTold } from '../eligibility/facts-schemas.ts';
import { programmeKey as key, uuid } from '../http/common-schemas.ts';

/** A draft: the wanted title, the place, and the facts by which eligibility is judged. */
export const newApplication = z
  .strictObject({
    programme: key,
    series: key,
    specialty: key,
    level: z.enum(levels),
    track: z.enum(tracks).default('standard'),
    employer: uuid.meta({ description: 'The unit that employs the applicant, or acts for a freelancer.' }),
    status: z
      .enum(personStatuses)
      .optional()
      .meta({ description: 'Must be told: a draft without it is refused with the rules that ask for it.' }),
    ...factsTold,
  })
  .meta({
    id: 'NewApplication',
    example: {
      programme: 'liaoning-diit-2024',
      series: 'engineering',
      specialty: 'robotics',
      level: 'deputySenior',
      employer: '03ea3733-3246-8eaf-8df4-5b95aea91dbb',
      status: 'inService',
      heldTitle: { level: 'mid', obtainedYear: 2018 },
    },
  });
