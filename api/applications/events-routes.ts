import { z } from 'zod';
import { listEvents } from '../../db/applications/events.ts';
import { findCaller } from '../../db/people/callers.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../access/caller.ts';
import { HttpError } from '../http/errors.ts';
import { pageOf, placeOf, usualLimit } from '../http/paging.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { type News, noRoom, stream } from '../http/sse.ts';
import { integritySteps } from '../integrity/integrity.ts';
import { ofApplication, pageCursor, pageLimit } from './applications-schemas.ts';
import { eventViews } from './event-views.ts';
import { eventPage } from './events-schemas.ts';
import { seenBy, tagOf } from './load.ts';

const tag = 'applications';
/** How many events one look of a stream takes. */
const atOnce = 100;

/** The news of an application after an event, as the caller may see it now; null once it is closed and all is told. */
async function newsAfter(
  services: Services,
  reader: { no: string; caller: Person },
  after: number,
): Promise<News[] | null> {
  const { no } = reader;
  // Rights may end while a stream is open.
  const { holder, application } = await findCaller(services.db, { subject: reader.caller.subject, no });
  if (!holder) return null;
  const { roles } = seenBy({ ...reader.caller, ...holder }, application);
  const events = await listEvents(services.db, no, { after, limit: atOnce });
  const views = await eventViews(services, no, { events, roles });
  if (views.length === 0 && after > 0) {
    const [last] = await listEvents(services.db, no, { after: after - 1, limit: 1 });
    if (last?.name === 'closed') return null;
  }
  return views.map((view) => ({ id: view.seq, name: view.name, data: view }));
}

const tooMany = {
  all: [503, text('实时连接过多，请稍后再试。', 'Too many streams are open; try again later.')],
  subject: [
    429,
    text('您打开的实时连接过多，请先关闭其他连接。', 'You have too many streams open; close others first.'),
  ],
} as const;

function tooManyStreams(bound: keyof typeof tooMany): HttpError {
  const [status, message] = tooMany[bound];
  return new HttpError(status, 'TOO_MANY_STREAMS', message, { headers: { 'Retry-After': '10' } });
}

/** What happened to an application, as a list and as a stream. */
export const eventRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/events',
    summary: 'What happened, in order, as far as the caller may see it; who acted by role.',
    tag,
    access: 'login',
    params: ofApplication,
    application: ({ no }) => no,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: { 200: { description: 'A page of events', schema: eventPage, headers: ['ETag'] } },
    handle: async ({ params, query, caller, application, services }) => {
      const { limit = usualLimit, cursor } = query;
      const after = cursor === undefined ? 0 : Number(placeOf(cursor, ['number'])[0]);
      const { key, roles } = seenBy(caller, application);
      const body = async () => {
        const events = await listEvents(services.db, params.no, { after: bounded(after), limit: limit + 1 });
        const { page, nextCursor } = pageOf(events, limit, ({ seq }) => [seq]);
        const items = await eventViews(services, params.no, { events: page, roles });
        return { items, nextCursor, integrity: nextCursor ? [] : await integritySteps(services, key, roles) };
      };
      return { status: 200, etag: tagOf(key, roles), body };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/events/stream',
    summary:
      'The same as server-sent events; `Last-Event-ID` goes on where a reader left off. Five at once for one person, each until its token expires.',
    tag,
    access: 'login',
    params: ofApplication,
    application: ({ no }) => no,
    answers: {
      200: { description: 'A stream that ends when the application is closed', contentType: 'text/event-stream' },
      429: { description: 'The caller has too many streams open' },
    },
    handle: async ({ params, caller, application, expiresAt, services, request }) => {
      const { no } = params;
      seenBy(caller, application);
      const response = request.res;
      if (!response) throw new Error('a request without its response');
      const { subject } = caller;
      const full = noRoom(subject);
      if (full) throw tooManyStreams(full);
      const after = Number(/^\d{1,9}$/.exec(request.get('last-event-id') ?? '')?.[0] ?? 0);
      const next = (last: number) => newsAfter(services, { no, caller }, last);
      await stream(response, { subject, after, untilMs: expiresAt ?? 0, next });
      // The stream was the answer: what follows is not sent.
      return { status: 200 };
    },
  }),
];

/** A number an event can have. */
const bounded = (seq: number) => Math.min(Math.max(seq, 0), 2_147_483_647);
