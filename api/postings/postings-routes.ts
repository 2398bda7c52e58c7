import { z } from 'zod';
import { dropPosting, openPostings } from '../../db/postings/postings.ts';
import { text } from '../../domain/text.ts';
import { allRefused, refusedAll } from '../bulk/all-refused.ts';
import { actInBulk } from '../bulk/bulk-act.ts';
import { actorForAll, actsForAll } from '../bulk/common-office.ts';
import { notFound, refused } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { pageCursor, pageLimit, pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import { defineRoute } from '../http/route.ts';
import { makePosting } from './make-posting.ts';
import { postingScope, seesPosting } from './posting-rights.ts';
import { linkOf, postingOf } from './posting-view.ts';
import { newPosting, ofPosting, postedView, postingView } from './postings-schemas.ts';

const tag = 'postings';

const posts = actsForAll(
  'The personnel department of the unit, or the committee’s office, of all applications in the body.',
  ({ kind }: z.infer<typeof newPosting>) => (kind === 'unit' ? 'unitHr' : 'committeeOffice'),
);

const nothingPosted = text(
  '所列申报均未能张贴公示，未生成公示。',
  'None of these applications could be posted; no posting was made.',
);

/** The routes of postings: made for several applications, and read by the people they concern. */
export const postingRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/postings',
    summary:
      'One posting for many applications, of a unit by annex 1 or of a committee office with results: posts the publicity of each.',
    tag,
    access: 'login',
    may: posts,
    idempotency: 'stored',
    body: newPosting,
    answers: {
      201: { description: 'Posted, with what came of each', schema: postedView, headers: ['Location'] },
      422: { description: 'None of the applications could be posted, and why each could not; no posting was made' },
    },
    handle: async ({ body, caller, granted: office, key, language, now, services }) => {
      const made = await makePosting(services, { id: key.id, body, caller, office, now: await now() });
      if ('code' in made) throw refused(made);
      const { id, token } = made;
      const { items, lastDay, checked } = body;
      const postedOn = body.kind === 'unit' ? body.postedOn : undefined;
      const input = { postedOn, lastDay, checked, posting: id };
      const act = { name: 'postPublicity', input, posted: id } as const;
      const outcomes = await actInBulk(services, { act, by: actorForAll(caller, office), items, key, language });
      if (allRefused(outcomes)) {
        await dropPosting(services.db, id);
        throw await refusedAll(services, outcomes, nothingPosted);
      }
      const answer = { id, token, link: linkOf(token), items: outcomes };
      return { status: 201, headers: { Location: `/v1/postings/${id}` }, body: answer };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/postings',
    summary: 'Postings now open; a unit’s only for who acts for it and who is on it, others have the link.',
    tag,
    access: 'public',
    may: anyone,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: {
      200: {
        description: 'A page of postings',
        schema: z.object({ items: z.array(postingView), nextCursor: z.string().nullable() }),
      },
    },
    handle: async ({ query, caller, world, services }) => {
      const { limit = usualLimit, cursor } = query;
      const before = cursor === undefined ? null : String(placeOf(cursor, ['id'])[0]);
      const rows = await openPostings(services.db, postingScope(caller, world), { limit, before });
      const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
      return { status: 200, body: { items: page.map((each) => postingOf(services, each, caller)), nextCursor } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/postings/:id',
    summary: 'One posting now open, by its id or, for whoever was given it, by its link.',
    tag,
    access: 'public',
    may: seesPosting,
    params: ofPosting,
    answers: { 200: { description: 'The posting', schema: postingView, headers: ['ETag'] } },
    handle: async ({ granted: { posting }, caller, services }) => {
      const body = postingOf(services, posting, caller);
      if (body.items.length === 0) throw notFound();
      const etag = services.vault.hash(JSON.stringify(body)).slice(0, 24);
      return { status: 200, etag, body };
    },
  }),
];
