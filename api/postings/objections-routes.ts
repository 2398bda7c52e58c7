import type { z } from 'zod';
import { publicPerson } from '../../commands/preparing/needs/objections.ts';
import { findForAct, prepare } from '../../commands/preparing/prepare.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import type { Actor } from '../../domain/case/actor.ts';
import { errorOf, send } from '../actions/reply.ts';
import { notFound, refused } from '../http/errors.ts';
import { defineRoute, type RequestKey, type Services } from '../http/route.ts';
import { seesPosting } from './posting-rights.ts';
import { newObjection, objectionView, ofPosting } from './postings-schemas.ts';

/** The route for objections, open to everybody who may see the posting (LN-5.4-f, LN-A1-e, LN-A1-f, A-17). */
export const objectionRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/postings/:id/objections',
    summary: 'Object to one application on a posting, with one’s name or without.',
    tag: 'postings',
    access: 'public',
    may: seesPosting,
    idempotency: 'stored',
    params: ofPosting,
    body: newObjection,
    answers: {
      201: { description: 'Received', schema: objectionView },
      202: { description: 'Recorded in time, looked at later', schema: objectionView },
      409: { description: 'The last day is over' },
      429: { description: 'Too many objections already' },
    },
    handle: async ({ granted: { posting }, body, caller, key, services }) => {
      const listed = posting.items.some(({ no }) => no === body.no);
      const row = listed ? await findForAct(services, body.no, { name: objecting, input: {} }) : null;
      if (!row) throw notFound();
      const result = await object(services, row, { posting: posting.id, body, person: caller.person, key });
      const error = errorOf(result);
      if (error) throw error;
      const [status, state] = result.kind === 'finished' ? ([201, 'received'] as const) : ([202, 'recorded'] as const);
      return { status, body: { objection: { id: key.id, no: body.no, named: body.named, state } } };
    },
  }),
];

const objecting = 'recordObjection' as const;

type Objecting = {
  readonly posting: string;
  readonly body: z.infer<typeof newObjection>;
  readonly person: string | null;
  readonly key: RequestKey;
};

/** Records an objection, under the author's name if a logged-in person gives it, otherwise without one. */
async function object(services: Services, row: ApplicationRow, { posting, body, person, key }: Objecting) {
  const { no: _no, ...input } = body;
  const { id, fingerprint } = key;
  const by: Actor = { person: (input.named && person) || publicPerson, role: 'objector' };
  const keyHash = services.vault.hash(`${key.keyHash}:objection`);
  const act = { name: objecting, input, posted: posting, id, keyHash, fingerprint };
  const request = await prepare(services, row, by, act);
  if ('code' in request) throw refused(request);
  return send(services, request);
}
