import { z } from 'zod';
import { renderNotice } from '../../config/notices/render.ts';
import { type InboxNotice, listInbox, markRead } from '../../db/notices/notices-inbox.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { ofRow } from '../http/common-schemas.ts';
import { notFound } from '../http/errors.ts';
import { signedIn } from '../http/may.ts';
import { pageCursor, pageLimit, pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import { defineRoute } from '../http/route.ts';
import { inboxView, readView } from './notices-schemas.ts';

const tag = 'notices';

/** A notice as text, in both languages. */
function noticeView(notice: InboxNotice) {
  const { id, no, programme, committeeId, template, at, readAt } = notice;
  const zh = renderNotice(template, notice, 'zh');
  const en = renderNotice(template, notice, 'en');
  return {
    id,
    no,
    template,
    committee: programme && committeeId ? { programme, id: committeeId } : null,
    at: toRfc3339(at),
    subject: { zh: zh.subject, en: en.subject },
    body: { zh: zh.body, en: en.body },
    readAt: readAt === null ? null : toRfc3339(readAt),
  };
}

/** One’s own inbox. */
export const noticeRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/notices',
    summary: 'One’s own notices, newest first.',
    tag,
    access: 'login',
    may: signedIn,
    query: z.strictObject({ unread: z.enum(['true', 'false']).optional(), limit: pageLimit, cursor: pageCursor }),
    answers: { 200: { description: 'A page of notices', schema: inboxView } },
    handle: async ({ query, caller, services }) => {
      const { limit = usualLimit, cursor, unread } = query;
      const before = cursor === undefined ? null : String(placeOf(cursor, ['id'])[0]);
      const rows = await listInbox(services.db, caller.person, { limit, before, unread: unread === 'true' });
      const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
      return { status: 200, body: { items: page.map(noticeView), nextCursor } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/notices/:id/read',
    summary: 'Mark a notice as read.',
    tag,
    access: 'login',
    may: signedIn,
    idempotency: 'stored',
    params: ofRow,
    answers: { 200: { description: 'Read', schema: readView } },
    handle: async ({ params, caller, services }) => {
      const readAt = await markRead(services.db, caller.person, params.id);
      if (readAt === null) throw notFound();
      return { status: 200, body: { id: params.id, readAt: toRfc3339(readAt) } };
    },
  }),
];
