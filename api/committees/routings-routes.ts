import { z } from 'zod';
import {
  listRoutings,
  type RoutingPlace,
  routingEventsOf,
  type StoredRouting,
  writeRouting,
} from '../../db/committees/routings.ts';
import { findUnit } from '../../db/people/units.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { authorityRuleOf } from '../../domain/routing/routing.ts';
import { type Text, text } from '../../domain/text.ts';
import { notYours, titleOffice } from '../access/may.ts';
import { invalid } from '../http/errors.ts';
import { pageCursor, pageLimit, pageOf, placeOf as placeIn, usualLimit } from '../http/request/paging.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { programmeParams } from '../programmes/programmes-schemas.ts';
import { routingEventList, routingInput, routingList, routingView } from './routings-schemas.ts';

const tag = 'programmes';
const access = 'login' as const;
const path = '/v1/programmes/:id/routings';
/** The people who may route by hand. */
const may = titleOffice(
  ({ fixedOffices }) => (fixedOffices?.cityTitleOffice === undefined ? [] : ['cityTitleOffice']),
  () => notYours(text('只有职称办可以人工确定评委会。', 'Only the title office routes by hand.')),
);
const place = ['number', 'id', 'string', 'string', 'string'] as const;

/** The title office routes by hand what no printed row routes. */
export const routingRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary:
      'Says which committee takes the people of a unit in a specialty that the data do not route; for the title office.',
    tag,
    access,
    may,
    params: programmeParams,
    body: routingInput,
    idempotency: 'stored',
    answers: { 201: { description: 'The decision', schema: routingView } },
    handle: async ({ services, caller, world, body, granted: { programme } }) => {
      const unit = await findUnit(services.db, body.unit, world);
      if (!unit) throw wrong('/unit', text('没有此单位。', 'There is no such unit.'));
      if (!programme.committees?.some(({ id }) => id === body.committee))
        throw wrong('/committee', text('没有此评委会。', 'There is no such committee.'));
      const { employerClass } = unit;
      const rule = authorityRuleOf(programme, { ...body, employerClass, track: 'standard', ...placeOf(unit) });
      if (rule?.decision !== 'manual') throw wrong('/specialty', routedAlready);
      const routing = { ...body, programme: programme.id, person: caller.person };
      const decidedAt = await writeRouting(services.db, world, routing);
      return { status: 201, body: viewOf({ ...routing, decidedAt }) };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'What was routed by hand, the latest first; for the title office.',
    tag,
    access,
    may,
    params: programmeParams,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: { 200: { description: 'Decisions', schema: routingList } },
    handle: async ({ services, world, query, granted: { programme } }) => {
      const { limit = usualLimit, cursor } = query;
      const after = cursor === undefined ? null : (placeIn(cursor, place) as RoutingPlace);
      const rows = await listRoutings(services.db, { world, programme: programme.id }, { after, limit });
      const { page, nextCursor } = pageOf(rows, limit, (row) => [
        ...[row.decidedAt, row.unit, row.series, row.specialty, row.level],
      ]);
      return { status: 200, body: { items: page.map(viewOf), nextCursor } };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/events`,
    summary: 'Every such decision, also those that a later one replaced, the latest first; for the title office.',
    tag,
    access,
    may,
    params: programmeParams,
    query: z.strictObject({ limit: pageLimit }),
    answers: { 200: { description: 'Decisions', schema: routingEventList } },
    handle: async ({ services, world, query: { limit = usualLimit }, granted: { programme } }) => {
      const found = await routingEventsOf(services.db, { world, programme: programme.id, limit });
      return { status: 200, body: { items: found.map((each) => ({ ...viewOf(each), person: each.person })) } };
    },
  }),
];

const placeOf = ({ territory, agencyClient }: { territory?: string | null; agencyClient?: boolean }) => ({
  ...(territory ? { territory } : {}),
  ...(agencyClient === undefined ? {} : { agencyClient }),
});

const routedAlready: Text = text(
  '该专业、层级已有受理的评委会，无须人工确定。',
  'This specialty and level has its committee; nothing is left to be routed by hand.',
);

const wrong = (at: string, message: Text) => invalid([{ path: at, message }]);

function viewOf({ person: _person, decidedAt, ...routing }: StoredRouting) {
  return { ...routing, decidedAt: toRfc3339(decidedAt), readings: ['A-33'] };
}
