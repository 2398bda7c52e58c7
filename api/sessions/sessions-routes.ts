import { listSessions } from '../../db/sessions/sessions.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { committeesOf, sessionRolesOf } from '../../domain/session/offices.ts';
import { signedIn } from '../http/may.ts';
import { pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { findShown } from './find-shown.ts';
import { plansSession, readsSession, seesSession } from './session-access.ts';
import { sessionEventPage } from './session-events.ts';
import { planSession } from './session-step.ts';
import { sessionItem, tagOfSession, viewOfSession } from './session-view.ts';
import { ofSession, pageQuery, sessionEvents, sessionPage, sessionQuery, sessionView } from './sessions-schemas.ts';
import { planBody } from './step-schemas.ts';

const tag = 'sessions';
const path = '/v1/sessions';

/** The sessions of committees: planning one, finding them, and what happened. */
export const sessionRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Plan a session of a committee; the office of the committee.',
    tag,
    access: 'login',
    may: plansSession,
    idempotency: 'intent',
    body: planBody,
    answers: {
      201: { description: 'The session', schema: sessionView, headers: ['Location'] },
      409: { description: 'The rules forbid that day, with the clauses' },
    },
    handle: async ({ services, body, caller, key, world, granted: { programme } }) => {
      const id = await planSession(services, { programme, body, caller, key, world });
      const shown = await findShown(services, { id, caller, world });
      const today = dateOf(shown.session.nowMs);
      return {
        status: 201,
        headers: { Location: `${path}/${id}` },
        body: viewOfSession(shown, { today, calendar: services.deps.calendar }),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'The sessions that the caller has a part in, by their days.',
    tag,
    access: 'login',
    may: signedIn,
    query: sessionQuery,
    answers: { 200: { description: 'A page of sessions', schema: sessionPage } },
    handle: async ({ services, caller, world, query }) => {
      const { limit = usualLimit, cursor, programme = null, committee = null, status = null, mine: onlyMine } = query;
      const mine = [...services.programmes.values()].flatMap((each) =>
        committeesOf(each)
          .filter(({ id }) => sessionRolesOf(caller.grants, each, id).length > 0)
          .map(({ id }) => ({ programme: each.id, committee: id })),
      );
      const place = cursor === undefined ? null : placeOf(cursor, ['string', 'string']);
      const after = place && ([String(place[0]), String(place[1])] as const);
      const rows = await listSessions(services.db, {
        ...{ world, person: caller.person, committees: mine },
        ...{ programme, committee, status, mine: onlyMine !== undefined, after, limit },
      });
      const { page, nextCursor } = pageOf(rows, limit, ({ state, no }) => [state.meetingOn ?? '', no]);
      const items = page.flatMap((session) => {
        const known = services.programmes.get(session.programme);
        if (!known) return [];
        const offices = sessionRolesOf(caller.grants, known, session.committee);
        const roles = session.expert === null ? offices : [...offices, 'expert' as const];
        return [sessionItem({ session, programme: known, roles })];
      });
      return { status: 200, body: { items, nextCursor } };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/:id`,
    summary: 'A session: how it stands, what comes next, and what the caller may do.',
    tag,
    access: 'login',
    may: seesSession,
    params: ofSession,
    answers: { 200: { description: 'The session', schema: sessionView, headers: ['ETag'] } },
    handle: async ({ services, granted }) => {
      const today = dateOf(granted.session.nowMs);
      return {
        status: 200,
        etag: tagOfSession(granted, today),
        body: () => viewOfSession(granted, { today, calendar: services.deps.calendar }),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/:id/events`,
    summary: 'What happened to a session, first to last, with the recorded reasons.',
    tag,
    access: 'login',
    may: readsSession,
    params: ofSession,
    query: pageQuery,
    answers: { 200: { description: 'A page of steps', schema: sessionEvents } },
    handle: async ({ services, granted: { session }, query }) => ({
      status: 200,
      body: await sessionEventPage(services, session.no, query),
    }),
  }),
];
