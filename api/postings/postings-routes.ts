import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { publicityRefusal } from '../../commands/preparing/needs/publicity-paper.ts';
import {
  findPosting,
  insertPosting,
  openPostings,
  type PostingVisibilityScope,
  type StoredPosting,
} from '../../db/postings/postings.ts';
import { hasGrant, scopesOf } from '../../domain/access/access.ts';
import type { Actor } from '../../domain/case/actor.ts';
import { text } from '../../domain/text.ts';
import type { Caller } from '../access/caller.ts';
import { pageCursor, pageLimit } from '../applications/applications-schemas.ts';
import { actInBulk, commonTo } from '../bulk/bulk-act.ts';
import { newPosting, ofPosting, postedView, postingView } from '../bulk/bulk-schemas.ts';
import { notFound, refused } from '../http/errors.ts';
import { pageOf, placeOf, usualLimit } from '../http/paging.ts';
import { defineRoute, type Services } from '../http/route.ts';

const tag = 'postings';
const tokenBytes = 24;

/** Of whom the caller is a member; the offices that review and seal see the unit's postings too (model.md 4). */
export function postingScope(caller: Caller, world: string | null): PostingVisibilityScope {
  const inUnit = ['unitHr', 'unitAssessmentGroup'] as const;
  const inOffice = ['committeeOffice', 'sealingAuthority'] as const;
  return {
    world,
    person: caller.person,
    units: inUnit.flatMap((role) => scopesOf(caller, role, 'unit')),
    offices: inOffice.flatMap((role) => scopesOf(caller, role, 'office')),
  };
}

const linkOf = (token: string) => `/v1/postings/${token}`;

/** Name, unit, specialty, level and last day, and nothing else; its makers see the document and the link too, and what is over. */
function postingOf({ vault, programmes }: Services, posting: StoredPosting, caller: Caller) {
  const { id, kind, unitName, office, document, token } = posting;
  const maker =
    posting.unit === null
      ? hasGrant(caller, 'committeeOffice', `office:${office}`)
      : hasGrant(caller, 'unitHr', `unit:${posting.unit}`);
  return {
    id,
    kind,
    unit: unitName,
    office,
    items: posting.items
      .filter(({ open }) => open || maker)
      .map(({ no, nameHex, series, specialty, level, programme, lastDay }) => ({
        no,
        specialty,
        level,
        lastDay,
        name: vault.openText(Buffer.from(nameHex, 'hex')),
        specialtyLabel:
          programmes
            .get(programme)
            ?.series.find(({ key }) => key === series)
            ?.specialties.find(({ key }) => key === specialty)?.name ?? text(specialty, specialty),
      })),
    ...(maker ? { document: JSON.parse(vault.openText(Buffer.from(document, 'hex'))), link: linkOf(token) } : {}),
  };
}

/** Postings: made for many applications at once, read by those they concern. */
export const postingRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/postings',
    summary:
      'One posting for many applications, of a unit by annex 1 or of a committee office with results: posts the publicity of each.',
    tag,
    access: 'login',
    idempotency: 'stored',
    body: newPosting,
    answers: { 201: { description: 'Posted, with what came of each', schema: postedView, headers: ['Location'] } },
    handle: async ({ body, caller, key, language, now, services }) => {
      const { items, document, lastDay, kind, checked } = body;
      const postedOn = body.kind === 'unit' ? body.postedOn : undefined;
      const { db, vault } = services;
      const role = kind === 'unit' ? 'unitHr' : 'committeeOffice';
      const of = await commonTo(services, items, { caller, role });
      if (kind === 'unit') {
        const { world } = caller;
        const posted = { items, unit: of, world, document, postedOn, lastDay, now: await now() };
        const refusal = await publicityRefusal(services, posted);
        if (refusal) throw refused(refusal);
      }
      await insertPosting(db, {
        id: key.id,
        world: caller.world,
        kind,
        items,
        createdBy: caller.person,
        ...(kind === 'unit' ? { unit: of, office: null } : { unit: null, office: of }),
        token: randomBytes(tokenBytes).toString('base64url'),
        document: vault.seal(JSON.stringify(document ?? null)).toString('hex'),
      });
      const posting = await findPosting(db, key.id, postingScope(caller, caller.world));
      if (!posting) throw notFound();
      const act = {
        name: 'postPublicity',
        input: { postedOn, lastDay, checked, posting: posting.id },
        posted: posting.id,
      } as const;
      const by: Actor = { person: caller.person, role, scope: `${kind === 'unit' ? 'unit' : 'office'}:${of}` };
      const outcomes = await actInBulk(services, { act, by, items, key, language });
      const { id, token } = posting;
      return {
        status: 201,
        headers: { Location: `/v1/postings/${id}` },
        body: { id, token, link: linkOf(token), items: outcomes },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/postings',
    summary: 'Postings now open; a unit’s only for who acts for it and who is on it, others have the link.',
    tag,
    access: 'public',
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: {
      200: {
        description: 'A page of postings',
        schema: z.object({ items: z.array(postingView), nextCursor: z.string().nullable() }),
      },
    },
    handle: async ({ query, caller, world, services }) => {
      const { limit = usualLimit, cursor } = query;
      const before = cursor === undefined ? null : uuidIn(cursor);
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
    params: ofPosting,
    answers: { 200: { description: 'The posting', schema: postingView, headers: ['ETag'] } },
    handle: async ({ params, caller, world, services }) => {
      const posting = await findPosting(services.db, params.id, postingScope(caller, world));
      if (!posting) throw notFound();
      const body = postingOf(services, posting, caller);
      if (body.items.length === 0) throw notFound();
      const etag = services.vault.hash(JSON.stringify(body)).slice(0, 24);
      return { status: 200, etag, body };
    },
  }),
];

/** The id a cursor stands for; one that is not an id stands before everything. */
function uuidIn(cursor: string): string {
  const [id] = placeOf(cursor, ['string']);
  return z.guid().safeParse(id).data ?? '00000000-0000-0000-0000-000000000000';
}
