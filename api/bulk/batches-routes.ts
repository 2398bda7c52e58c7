import type { z } from 'zod';
import { findIntents } from '../../db/intents/receipts.ts';
import { ofRow } from '../http/common-schemas.ts';
import { defineRoute } from '../http/route.ts';
import { batchSenderOrReceiver } from './batch-readers.ts';
import { outcomeNow, viewOfBatch } from './batch-view.ts';
import { batchView, newBatch } from './bulk-schemas.ts';
import { actsForAll } from './common-office.ts';
import { makeBatch, makerOf } from './make-batch.ts';

const tag = 'batches';

const makesBatch = actsForAll(
  'The personnel department of the unit, or the authority that forwards, of all applications in the body.',
  ({ kind }: z.infer<typeof newBatch>) => makerOf(kind),
);

/** Delivery manifests: one receipt for many dossiers (LN-5.7-b, DL-2.2.4-a). */
export const batchRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/batches',
    summary:
      'One delivery of paper dossiers of a unit, or one forwarding of an authority, with a receipt and an outcome for each.',
    tag,
    access: 'login',
    may: makesBatch,
    idempotency: 'stored',
    body: newBatch,
    answers: {
      201: { description: 'The receipt', schema: batchView, headers: ['Location'] },
      422: {
        description:
          'They cannot be in one batch, or none could be delivered, and why each could not; no batch was made',
      },
    },
    handle: async ({ body, caller, granted: office, key, language, services }) => ({
      status: 201,
      headers: { Location: `/v1/batches/${key.id}` },
      body: await makeBatch(services, { body, caller, office, key, language }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/v1/batches/:id',
    summary: 'A batch and what came of each application by now.',
    tag,
    access: 'login',
    may: batchSenderOrReceiver,
    params: ofRow,
    answers: { 200: { description: 'The batch', schema: batchView, headers: ['ETag'] } },
    handle: async ({ granted: { batch }, language, services }) => {
      const ids = batch.items.flatMap(({ intent }) => intent ?? []);
      const byId = new Map((await findIntents(services.db, ids)).map((each) => [each.id, each]));
      const items = batch.items.map((item) => outcomeNow(item, byId.get(item.intent ?? ''), language));
      const etag = `${items.filter(({ status }) => status === 'recorded').length}.${language}`;
      return { status: 200, etag, body: viewOfBatch(batch, items) };
    },
  }),
];
