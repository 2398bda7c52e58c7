import type { ActRequest } from '../../commands/intents/act.ts';
import { findPosting } from '../../db/postings/postings.ts';
import { errorOf, send } from '../actions/reply.ts';
import { newObjection, objectionView, ofPosting } from '../bulk/bulk-schemas.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute } from '../http/route.ts';
import { postingScope } from './postings-routes.ts';
import { keepPublicObjection } from './public-objections.ts';

/** Who objects without being logged in, or without a name: what is not said is not kept either. */
const publicPerson = 'public';

/** Objections to what is posted, by anyone who may see the posting (LN-5.4-f, LN-A1-e, LN-A1-f, A-17). */
export const objectionRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/postings/:id/objections',
    summary: 'Object to one application on a posting, with one’s name or without.',
    tag: 'postings',
    access: 'public',
    idempotency: 'stored',
    params: ofPosting,
    body: newObjection,
    answers: {
      201: { description: 'Received', schema: objectionView },
      202: { description: 'Recorded in time, looked at later', schema: objectionView },
      409: { description: 'The last day is over' },
      429: { description: 'Too many objections already' },
    },
    handle: async ({ params, body, caller, world, key, services }) => {
      const { db, vault } = services;
      const posting = await findPosting(db, params.id, postingScope(caller, world));
      const item = posting?.items.find(({ no }) => no === body.no);
      if (!posting || !item) throw notFound();
      const { no, named, name } = body;
      const objector = named ? caller.person : null;
      if (item.open) {
        const objection = { id: key.id, no, posting: posting.id, named, name, body: body.body };
        await keepPublicObjection(services, objection, objector);
      }
      const request: ActRequest = {
        no,
        action: 'recordObjection',
        by: { person: objector ?? publicPerson, role: 'objector' },
        data: { objection: key.id, named, ...(body.item === undefined ? {} : { item: body.item }) },
        keyHash: vault.hash(`${key.keyHash}:objection`),
        fingerprint: key.fingerprint,
      };
      const result = await send(services, request);
      const error = errorOf(result);
      if (error) throw error;
      const state = result.kind === 'finished' ? 'received' : 'recorded';
      return { status: result.kind === 'finished' ? 201 : 202, body: { objection: { id: key.id, no, named, state } } };
    },
  }),
];
