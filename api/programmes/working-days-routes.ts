import { explainWorkingDays } from '../../domain/calendar/working-days.ts';
import { notFound } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { calendarSchema, workingDaysQuery, workingDaysSchema, yearParams } from './working-days-schemas.ts';

/** The working-day calendar, open to everyone. */
export const workingDayRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/calendars/:year',
    summary: 'Days off and days worked instead, by the State Council notice of the year.',
    tag: 'calendar',
    access: 'public',
    may: anyone,
    params: yearParams,
    answers: { 200: { description: 'The year', schema: calendarSchema, headers: ['ETag'] } },
    handle: async ({ services, params }) => {
      const { version, years } = services.deps.calendar;
      const found = years.find(({ year }) => year === Number(params.year));
      if (!found) throw notFound();
      const { names, ...year } = found;
      return {
        status: 200,
        etag: `${version}.${year.year}`,
        body: () => ({ ...year, version, holidays: names.map(({ from, zh, en }) => ({ from, name: { zh, en } })) }),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/working-days',
    summary: 'The n-th working day after a day (which is not counted), with every day left out and why.',
    tag: 'calendar',
    access: 'public',
    may: anyone,
    query: workingDaysQuery,
    answers: { 200: { description: 'The day and its explanation', schema: workingDaysSchema } },
    handle: async ({ services, query }) => ({
      status: 200,
      body: explainWorkingDays(services.deps.calendar, query.from, query.days),
    }),
  }),
];
