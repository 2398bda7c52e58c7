import { ofCommittee, rosterAfter } from '../../db/sessions/roster.ts';
import { sessionId } from '../../db/sessions/sessions.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { waitingFor } from '../../domain/session/meeting/waiting.ts';
import type { SessionState } from '../../domain/session/session.ts';
import { actInBulk, refusedItem } from '../bulk/bulk-act.ts';
import { notFound } from '../http/errors.ts';
import { pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { rosterBody, rosterOutcome, rosterPage } from './roster-schemas.ts';
import { readsSession, runsSession } from './session-access.ts';
import { ofSession, pageQuery } from './sessions-schemas.ts';

const tag = 'sessions';
const path = '/v1/sessions/:id/roster';

/** Who is reviewed at a session. One application is taken off by its own action `leaveSession`. */
export const rosterRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Put applications on the roster, with an outcome for each; the office of the committee.',
    tag,
    access: 'login',
    may: runsSession,
    idempotency: 'stored',
    params: ofSession,
    body: rosterBody,
    answers: { 200: { description: 'What came of each', schema: rosterOutcome } },
    handle: async ({ services, body: { applications }, caller, key, language, world, granted }) => {
      const { session, programme } = granted;
      const { no, committee, state } = session;
      // In the rows of applications the only committee of a programme has no name.
      const own = { programme: programme.id, committee: programme.committees ? committee : null, world };
      const known = await ofCommittee(services.db, applications, own);
      const office = state.plan?.offices.committeeOffice;
      const by = {
        person: caller.person,
        role: 'committeeOffice' as const,
        ...(office ? { scope: `office:${office}` } : {}),
      };
      const act = { name: 'joinSession' as const, input: { session: sessionId(no) } };
      const done = await actInBulk(services, { act, by, items: known, key, language });
      const items = applications.map(
        (each) => done.find((item) => item.no === each) ?? refusedItem({ no: each }, notFound(), language),
      );
      return { status: 200, body: { items } };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'The roster of a session; its offices and auditors.',
    tag,
    access: 'login',
    may: readsSession,
    params: ofSession,
    query: pageQuery,
    answers: { 200: { description: 'A page of the roster', schema: rosterPage } },
    handle: async ({ services, granted: { session }, query: { limit = usualLimit, cursor } }) => {
      const after = cursor === undefined ? '' : String(placeOf(cursor, ['string'])[0]);
      const rows = await rosterAfter(services.db, { session: session.no, after, limit });
      const { page, nextCursor } = pageOf(rows, limit, ({ no }) => [no]);
      const items = page.map(({ count: _count, joinedAt, voters, ready, ...row }) => ({
        ...row,
        joinedAt: toRfc3339(joinedAt),
        waiting: ready ? null : whyWaiting(session.state, voters),
      }));
      return { status: 200, body: { items, count: rows[0]?.count ?? 0, nextCursor } };
    },
  }),
];

/** Why an application waits while the session meets; before, nobody is present yet. */
const whyWaiting = ({ status, plan, members }: SessionState, voters: number) =>
  status === 'IN_SESSION' && plan ? (waitingFor(plan, { voters, members: members ?? 0 })?.message ?? null) : null;
