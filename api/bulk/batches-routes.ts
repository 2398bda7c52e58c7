import { findIntents, type StoredIntent } from '../../db/intents/receipts.ts';
import { type BatchItem, writeBatch } from '../../db/postings/batches.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Actor } from '../../domain/case/actor.ts';
import { refused } from '../http/errors.ts';
import { defineRoute } from '../http/route.ts';
import { batchSender } from './batch-readers.ts';
import { acceptedItem, actInBulk, commonTo, type ItemOutcome, refusedItem } from './bulk-act.ts';
import { batchView, newBatch, ofRow } from './bulk-schemas.ts';
import { receivingOfficeOf } from './receiving-office.ts';
import { requireSameSeriesAndLevel } from './same-series-and-level.ts';

const tag = 'batches';

/** What came of one item by now. */
function outcomeNow({ no, problem }: BatchItem, intent: StoredIntent | undefined, language: 'zh' | 'en'): ItemOutcome {
  if (!intent) return problem ? { no, status: 'refused', problem } : { no, status: 'notRecorded' };
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

/** Who makes a batch of each kind, and what is done with each of its applications. */
const makers = {
  paperDelivery: { role: 'unitHr', action: 'handOver' },
  forwarding: { role: 'preliminaryAuthority', action: 'forward' },
} as const;

/** What a forwarding batch itself proves: it is of one series and level. */
const proven = { paperDelivery: [], forwarding: ['sorted'] } as const;

/** Delivery manifests: one receipt for many dossiers (LN-5.7-b, DL-2.2.4-a). */
export const batchRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/batches',
    summary:
      'One delivery of paper dossiers of a unit, or one forwarding of an authority, with a receipt and an outcome for each.',
    tag,
    access: 'login',
    idempotency: 'stored',
    body: newBatch,
    answers: { 201: { description: 'The receipt', schema: batchView, headers: ['Location'] } },
    handle: async ({ body, caller, key, language, services }) => {
      const { kind, items } = body;
      const { role, action } = makers[kind];
      const of = await commonTo(services, items, { caller, role });
      if (kind === 'forwarding') await requireSameSeriesAndLevel(services, items);
      const receiver = await receivingOfficeOf(services, items, { action, role });
      const owner = role === 'unitHr' ? { unit: of, office: null } : { unit: null, office: of };
      const by: Actor = { person: caller.person, role, scope: `${role === 'unitHr' ? 'unit' : 'office'}:${of}` };
      const batch = { id: key.id, world: caller.world, kind, ...owner, receiver, createdBy: caller.person };
      await writeBatch(services.db, { ...batch, items: items.map((no) => ({ no, intent: null })) });
      const checked = [...new Set([...(body.checked ?? []), ...proven[kind]])];
      const act = { name: action, input: checked.length > 0 ? { checked } : {} };
      const outcomes = await actInBulk(services, { act, by, items, key, language });
      const createdAt = await writeBatch(services.db, { ...batch, items: outcomes.map(keptItem) });
      return {
        status: 201,
        headers: { Location: `/v1/batches/${key.id}` },
        body: {
          id: key.id,
          kind,
          ...owner,
          receiver,
          createdAt: toRfc3339(createdAt),
          count: items.length,
          items: outcomes,
        },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/batches/:id',
    summary: 'A batch and what came of each application by now.',
    tag,
    access: 'login',
    may: batchSender,
    params: ofRow,
    answers: { 200: { description: 'The batch', schema: batchView, headers: ['ETag'] } },
    handle: async ({ granted: { batch }, language, services }) => {
      const intents = await findIntents(
        services.db,
        batch.items.flatMap(({ intent }) => intent ?? []),
      );
      const byId = new Map(intents.map((each) => [each.id, each]));
      const { id, kind, unit, office, receiver } = batch;
      const items = batch.items.map((item) => outcomeNow(item, byId.get(item.intent ?? ''), language));
      return {
        status: 200,
        etag: `${items.filter(({ status }) => status === 'recorded').length}.${language}`,
        body: { id, kind, unit, office, receiver, createdAt: toRfc3339(batch.createdAt), count: items.length, items },
      };
    },
  }),
];
