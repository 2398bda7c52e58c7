import { grantEventsOf, placeEventsOf } from '../../../db/people/grant-events.ts';
import { findUnit } from '../../../db/people/units.ts';
import { toRfc3339 } from '../../../domain/calendar/dates.ts';
import { overseer } from '../../access/may.ts';
import { notFound } from '../../http/errors.ts';
import { pageOf, placeOf, usualLimit } from '../../http/request/paging.ts';
import { defineRoute, type RouteDef } from '../../http/route.ts';
import { grantEventList, grantEventQuery, placeEventList } from './grant-events-schemas.ts';
import { unitParams } from './units-schemas.ts';

const tag = 'people';

/** Who gave and took which right, and who changed where a unit belongs: written once, never changed. */
export const grantEventRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/grants/events',
    summary: 'Every role given and taken away, with who did it and when, last first; for administrators and auditors.',
    tag,
    access: 'login',
    may: overseer,
    query: grantEventQuery,
    answers: { 200: { description: 'The changes', schema: grantEventList } },
    handle: async ({ services, world, query: { person = null, scope = null, limit = usualLimit, cursor } }) => {
      const before = cursor === undefined ? null : Number(placeOf(cursor, ['number'])[0]);
      const found = await grantEventsOf(services.db, { world, person, scope, before, limit: limit + 1 });
      const { page, nextCursor } = pageOf(found, limit, ({ n }) => [n]);
      return {
        status: 200,
        body: { items: page.map(({ n: _, at, ...each }) => ({ ...each, at: toRfc3339(at) })), nextCursor },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/units/:id/place/events',
    summary: 'Every change of where a unit belongs, with who made it and when; for administrators and auditors.',
    tag,
    access: 'login',
    may: overseer,
    params: unitParams,
    answers: { 200: { description: 'The changes', schema: placeEventList } },
    handle: async ({ services, world, params: { id } }) => {
      if (!(await findUnit(services.db, id, world))) throw notFound();
      const items = await placeEventsOf(services.db, id);
      return { status: 200, body: { items: items.map(({ at, ...each }) => ({ ...each, at: toRfc3339(at) })) } };
    },
  }),
];
