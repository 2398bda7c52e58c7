import { z } from 'zod';
import { destinations, levels } from '../../domain/programme/facts.ts';
import { programmeKey as key, uuid } from '../http/common-schemas.ts';

/** The committee that reviews the people of a unit in a specialty and at a level. */
export const routingInput = z
  .strictObject({
    unit: uuid,
    series: key,
    specialty: key,
    level: z.enum(levels),
    committee: key.meta({ description: 'A committee of the programme.' }),
    destination: z
      .enum(destinations)
      .default('here')
      .meta({ description: 'Whether that committee decides, or its office reports to the province.' }),
  })
  .meta({
    id: 'RoutingInput',
    example: {
      unit: '03ea3733-3246-8eaf-8df4-5b95aea91dbb',
      series: 'engineering',
      specialty: 'expressDelivery',
      level: 'mid',
      committee: 'row-60',
    },
  });

/** The applications that a decision is about, and where they go. */
export const routed = {
  programme: z.string(),
  unit: uuid,
  series: z.string(),
  specialty: z.string(),
  level: z.enum(levels),
  committee: z.string(),
  destination: z.enum(destinations),
  decidedAt: z.string(),
} as const;

/** A decision of the title office. */
export const routingView = z
  .object({
    ...routed,
    readings: z.array(z.string()),
  })
  .meta({ id: 'Routing' });

/** The latest decisions of a programme. */
export const routingList = z
  .object({ items: z.array(routingView), nextCursor: z.string().nullable() })
  .meta({ id: 'RoutingList' });

/** Every decision, also those that a later one replaced, with the person who made it. */
export const routingEventList = z
  .object({ items: z.array(z.object({ ...routed, person: uuid, readings: z.array(z.string()) })) })
  .meta({ id: 'RoutingEvents' });
