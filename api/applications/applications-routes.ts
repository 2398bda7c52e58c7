import { listApplications } from '../../db/applications/work-lists.ts';
import { seesApplication } from '../access/on-application.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { signedIn } from '../http/may.ts';
import { pageOf } from '../http/request/paging.ts';
import { defineRoute } from '../http/route.ts';
import { applicationView, statusView } from './applications-schemas.ts';
import { applicationList, listQuery } from './list-schemas.ts';
import { tagOf, wholeApplication } from './load.ts';
import { statusJson } from './status.ts';
import { viewOf } from './view.ts';
import { filterOf, lineView, sightOf } from './work-list.ts';

const tag = 'applications';
/** The due instant of an application without a deadline, which is the greatest. */
const never = Number.MAX_SAFE_INTEGER;

/** Work lists and views. */
export const applicationRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications',
    summary: 'One’s own applications and those of one’s scopes, nearest deadline first.',
    tag,
    access: 'login',
    may: signedIn,
    query: listQuery,
    answers: { 200: { description: 'A page of applications', schema: applicationList } },
    handle: async ({ query, caller, services }) => {
      const filter = filterOf(query);
      const rows = await listApplications(services.db, sightOf(caller), filter);
      const { page, nextCursor } = pageOf(rows, filter.limit, (row) => [row.dueAt ?? never, row.no]);
      return { status: 200, body: { items: page.map((row) => lineView(services, row)), nextCursor } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no',
    summary: 'The view: where it stands, by when what, what the caller may do, how it may go on.',
    tag,
    access: 'login',
    may: seesApplication,
    params: ofApplication,
    answers: { 200: { description: 'The view', schema: applicationView, headers: ['ETag'] } },
    handle: async ({ params, granted: { key, roles }, caller, services }) => {
      const body = async () =>
        viewOf(services, await wholeApplication(services, params.no), { roles, person: caller.person });
      return { status: 200, etag: tagOf(key, roles), body };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/status',
    polled: true,
    summary: 'The small answer for polling: what is going on, what follows, by when.',
    tag,
    access: 'login',
    may: seesApplication,
    params: ofApplication,
    answers: { 200: { description: 'The status', schema: statusView, headers: ['ETag'] } },
    handle: async ({ granted: { key, roles }, services }) => ({
      status: 200,
      etag: tagOf(key, roles),
      json: () => statusJson(services, key),
    }),
  }),
];
