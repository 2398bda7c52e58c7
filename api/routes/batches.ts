import { type BatchItem, findBatch, writeBatch } from '../../db/batches.ts';
import { findIntents, type StoredIntent } from '../../db/receipts.ts';
import { holds } from '../../domain/access.ts';
import type { Actor } from '../../domain/case.ts';
import { toRfc3339 } from '../../domain/dates.ts';
import { notFound, refused } from '../errors.ts';
import { acceptedItem, actTogether, commonTo, type ItemOutcome, refusedItem } from '../many.ts';
import { defineRoute } from '../route.ts';
import { batchView, newBatch, ofRow } from '../schemas/together.ts';

const tag = 'batches';

/** What came of one item by now. */
function outcomeNow({ no, problem }: BatchItem, intent: StoredIntent | undefined, language: 'zh' | 'en'): ItemOutcome {
  if (!intent) return { no, status: 'refused', ...(problem ? { problem } : {}) };
  const item = { no, intent: intent.id };
  const { outcome, accepted } = intent;
  if (!outcome || accepted === null) return { ...item, status: 'recorded' };
  return 'refusal' in outcome
    ? refusedItem(item, refused(outcome.refusal), language)
    : acceptedItem(item, { accepted, outcome });
}

/** What is kept of one item: its intent tells the outcome, and where there is none the problem does. */
const keptItem = ({ no, intent, problem }: ItemOutcome): BatchItem =>
  intent === undefined && problem ? { no, intent: null, problem } : { no, intent: intent ?? null };

/** Delivery manifests: one receipt for many dossiers (LN-5.7-b). */
export const batchRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/batches',
    summary: 'One delivery of paper dossiers for many applications of a unit, with a receipt and an outcome for each.',
    tag,
    access: 'login',
    idempotency: 'stored',
    body: newBatch,
    answers: { 201: { description: 'The receipt', schema: batchView, headers: ['Location'] } },
    handle: async ({ body, caller, key, language, services }) => {
      const { kind, items } = body;
      const unit = await commonTo(services, items, { caller, role: 'unitHr' });
      const by: Actor = { person: caller.person, role: 'unitHr', scope: `unit:${unit}` };
      const batch = { id: key.id, world: caller.world, kind, unit, createdBy: caller.person };
      await writeBatch(services.db, { ...batch, items: items.map((no) => ({ no, intent: null })) });
      const outcomes = await actTogether(services, { action: 'handOver', data: {}, by, items, key, language });
      const createdAt = await writeBatch(services.db, {
        ...batch,
        items: outcomes.map(keptItem),
      });
      return {
        status: 201,
        headers: { Location: `/v1/batches/${key.id}` },
        body: { id: key.id, kind, unit, createdAt: toRfc3339(createdAt), count: items.length, items: outcomes },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/batches/:id',
    summary: 'A batch and what came of each application by now.',
    tag,
    access: 'login',
    params: ofRow,
    answers: { 200: { description: 'The batch', schema: batchView, headers: ['ETag'] } },
    handle: async ({ params, caller, language, services }) => {
      const batch = await findBatch(services.db, params.id);
      const mine = batch?.createdBy === caller.person || (batch && holds(caller, 'unitHr', `unit:${batch.unit}`));
      if (!batch || !mine || batch.world !== caller.world) throw notFound();
      const intents = await findIntents(
        services.db,
        batch.items.flatMap(({ intent }) => intent ?? []),
      );
      const byId = new Map(intents.map((each) => [each.id, each]));
      const { id, kind, unit } = batch;
      const items = batch.items.map((item) => outcomeNow(item, byId.get(item.intent ?? ''), language));
      return {
        status: 200,
        etag: `${items.filter(({ status }) => status === 'recorded').length}.${language}`,
        body: { id, kind, unit, createdAt: toRfc3339(batch.createdAt), count: items.length, items },
      };
    },
  }),
];
