import type { Request, Response } from 'express';
import { z } from 'zod';
import { listEvents } from '../../db/applications/events.ts';
import { removedFiles } from '../../db/attachments/file-removals.ts';
import { findCaller } from '../../db/people/callers.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { text } from '../../domain/text.ts';
import { rolesFor } from '../access/application-roles.ts';
import { seesApplication } from '../access/on-application.ts';
import { tagOf } from '../applications/load.ts';
import type { Person } from '../http/caller.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { HttpError } from '../http/errors.ts';
import { pageCursor, pageLimit, pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { type News, noRoom, stream, streamHeaders } from '../http/sse.ts';
import { integritySteps } from '../integrity/integrity.ts';
import { eventViews } from './event-views.ts';
import { eventPage } from './events-schemas.ts';

const tag = 'applications';
/** How many events a stream reads at once. */
const atOnce = 100;

/** The events of an application after a given one, as the caller may see them now; null after access was revoked, or after the last event of a closed application. */
async function newsAfter(
  services: Services,
  reader: { no: string; caller: Person },
  after: number,
): Promise<News[] | null> {
  const { no } = reader;
  // Checked again, because access may be revoked while a stream is open.
  const { holder, application } = await findCaller(services.db, { subject: reader.caller.subject, no });
  const roles = holder && application ? rolesFor(application, { ...reader.caller, ...holder }) : [];
  if (roles.length === 0) return null;
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

/** The events of an application, as a list and as a stream. */
export const eventRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/events',
    summary: 'What happened, in order, as far as the caller may see it; who acted by role.',
    tag,
    access: 'login',
    may: seesApplication,
    params: ofApplication,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: { 200: { description: 'A page of events', schema: eventPage, headers: ['ETag'] } },
    handle: async ({ params, query, granted: { key, roles }, services }) => {
      const { limit = usualLimit, cursor } = query;
      const after = cursor === undefined ? 0 : Number(placeOf(cursor, ['number'])[0]);
      const deleted = await deletionsFor(services, params.no, roles);
      const body = async () => {
        const events = await listEvents(services.db, params.no, { after: bounded(after), limit: limit + 1 });
        const { page, nextCursor } = pageOf(events, limit, ({ seq }) => [seq]);
        const items = await eventViews(services, params.no, { events: page, roles });
        if (nextCursor) return { items, nextCursor, integrity: [] };
        const deletedFiles = deleted && { deletedFiles: deleted };
        return { items, nextCursor, ...deletedFiles, integrity: await integritySteps(services, key, roles) };
      };
      // A deletion is no step of the application and does not change its version.
      return { status: 200, etag: `${tagOf(key, roles)}.${deleted?.length ?? 0}`, body };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/events/stream',
    summary:
      'The same as server-sent events; `Last-Event-ID` goes on where a reader left off. Five at once for one person, each until its token expires.',
    tag,
    access: 'login',
    may: seesApplication,
    params: ofApplication,
    answers: {
      200: { description: 'A stream that ends when the application is closed', contentType: 'text/event-stream' },
      429: { description: 'The caller has too many streams open' },
    },
    handle: async ({ params: { no }, caller, expiresAt, services, request }) => {
      // What a stream would begin with; a stream that nobody reads would never end.
      if (request.method === 'HEAD') return { status: 200, headers: streamHeaders };
      const { subject } = caller;
      const full = noRoom(subject);
      if (full) throw tooManyStreams(full);
      const after = Number(/^\d{1,9}$/.exec(request.get('last-event-id') ?? '')?.[0] ?? 0);
      const next = (last: number) => newsAfter(services, { no, caller }, last);
      await stream(responseTo(request), { subject, after, untilMs: expiresAt ?? 0, next });
      // The stream was the answer; nothing else is sent.
      return { status: 200 };
    },
  }),
];

/** The files that the applicant deleted, for whoever may know of what was never submitted. */
async function deletionsFor({ db, vault }: Services, no: string, roles: readonly Role[]) {
  if (!roles.some((role) => role === 'applicant' || role === 'administrator' || role === 'auditor')) return null;
  const removed = await removedFiles(db, no);
  return removed.map(({ id, kind, name, size, sha256, at }) => ({
    id,
    kind,
    name: vault.openText(name, `file.name/${id}`),
    size,
    sha256,
    at: toRfc3339(at),
    by: 'applicant',
  }));
}

/** A possible number of an event. */
const bounded = (seq: number) => Math.min(Math.max(seq, 0), 2_147_483_647);

function responseTo({ res }: Request): Response {
  if (!res) throw new Error('a request without its response');
  return res;
}
