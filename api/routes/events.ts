import { z } from 'zod';
import { listEvents } from '../../db/events.ts';
import { findHolder } from '../../db/people.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../access/caller.ts';
import { HttpError } from '../errors.ts';
import { hasRoom, type News, stream } from '../event-stream.ts';
import { eventViews } from '../event-views.ts';
import { pageOf, placeOf, usualLimit } from '../paging.ts';
import { tagOf, visibleKey } from '../reading.ts';
import { defineRoute, type Services } from '../route.ts';
import { ofApplication, pageCursor, pageLimit } from '../schemas/applications.ts';
import { eventPage } from '../schemas/events.ts';

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
  const holder = await findHolder(services.db, reader.caller.subject);
  if (!holder) return null;
  const { roles } = await visibleKey(services, no, { ...reader.caller, ...holder });
  const events = await listEvents(services.db, no, { after, limit: atOnce });
  const views = await eventViews(services, no, { events, roles });
  if (views.length === 0 && after > 0) {
    const [last] = await listEvents(services.db, no, { after: after - 1, limit: 1 });
    if (last?.name === 'closed') return null;
  }
  return views.map((view) => ({ id: view.seq, name: view.name, data: view }));
}

const tooMany = () =>
  new HttpError(
    503,
    'TOO_MANY_STREAMS',
    text('实时连接过多，请稍后再试。', 'Too many streams are open; try again later.'),
    {
      headers: { 'Retry-After': '10' },
    },
  );

/** What happened to an application, as a list and as a stream. */
export const eventRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/events',
    summary: 'What happened, in order, as far as the caller may see it; who acted by role.',
    tag,
    access: 'login',
    params: ofApplication,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: { 200: { description: 'A page of events', schema: eventPage }, 304: { description: 'Nothing changed' } },
    handle: async ({ params, query, caller, services }) => {
      const { limit = usualLimit, cursor } = query;
      const after = cursor === undefined ? 0 : Number(placeOf(cursor, ['number'])[0]);
      const { key, roles } = await visibleKey(services, params.no, caller);
      const body = async () => {
        const events = await listEvents(services.db, params.no, { after: bounded(after), limit: limit + 1 });
        const { page, nextCursor } = pageOf(events, limit, ({ seq }) => [seq]);
        return { items: await eventViews(services, params.no, { events: page, roles }), nextCursor };
      };
      return { status: 200, etag: tagOf(key, roles), body };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/events/stream',
    summary: 'The same as server-sent events; `Last-Event-ID` goes on where a reader left off.',
    tag,
    access: 'login',
    params: ofApplication,
    answers: {
      200: { description: 'A stream that ends when the application is closed', contentType: 'text/event-stream' },
    },
    handle: async ({ params, caller, services, request }) => {
      const { no } = params;
      await visibleKey(services, no, caller);
      const response = request.res;
      if (!response || !hasRoom()) throw tooMany();
      const after = Number(/^\d{1,9}$/.exec(request.get('last-event-id') ?? '')?.[0] ?? 0);
      await stream(response, after, (last) => newsAfter(services, { no, caller }, last));
      // The stream was the answer: nothing is left to send.
      return new Promise(() => undefined);
    },
  }),
];

/** A number an event can have. */
const bounded = (seq: number) => Math.min(Math.max(seq, 0), 2_147_483_647);
