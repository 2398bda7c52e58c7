import type { z } from 'zod';
import { type BatchItem, dropBatch, writeBatch } from '../../db/postings/batches.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../http/caller.ts';
import type { RequestKey, Services } from '../http/route.ts';
import { allRefused, refusedAll } from './all-refused.ts';
import { viewOfBatch } from './batch-view.ts';
import { actInBulk, type ItemOutcome } from './bulk-act.ts';
import type { newBatch } from './bulk-schemas.ts';
import { actorForAll, type BulkRole, type CommonOffice, ownerOf } from './common-office.ts';
import { receivingOfficeOf } from './receiving-office.ts';
import { requireSameSeriesAndLevel } from './same-series-and-level.ts';

type Kind = z.infer<typeof newBatch>['kind'];

/** Who makes a batch of each kind, what is done with each of its applications, and what the batch itself proves of them: one series and level. */
const makers = {
  paperDelivery: { role: 'unitHr', action: 'handOver', proves: [] },
  forwarding: { role: 'preliminaryAuthority', action: 'forward', proves: ['sorted'] },
} as const;

/** In which role a batch of a kind is made. */
export const makerOf = (kind: Kind): BulkRole => makers[kind].role;

type Making = {
  readonly body: z.infer<typeof newBatch>;
  readonly caller: Person;
  readonly office: CommonOffice;
  readonly key: RequestKey;
  readonly language: 'zh' | 'en';
};

/**
 * Stores a batch, takes its action on every application, and returns the receipt; throws a 422 for applications that cannot be in one batch, and keeps none
 * of which everything is refused.
 */
export async function makeBatch(services: Services, { body, caller, office, key, language }: Making) {
  const { kind, items, checked = [] } = body;
  const { action, role, proves } = makers[kind];
  if (kind === 'forwarding') await requireSameSeriesAndLevel(services, items);
  const receiver = await receivingOfficeOf(services, items, { action, role });
  const { world, person: createdBy } = caller;
  const batch = { id: key.id, world, kind, ...ownerOf(office), receiver, createdBy };
  await writeBatch(services.db, { ...batch, items: items.map((no) => ({ no, intent: null })) });
  const confirmed = [...new Set([...checked, ...proves])];
  const act = { name: action, input: confirmed.length > 0 ? { checked: confirmed } : {} };
  const outcomes = await actInBulk(services, { act, by: actorForAll(caller, office), items, key, language });
  if (allRefused(outcomes)) {
    await dropBatch(services.db, key.id);
    throw await refusedAll(services, outcomes, nothingDelivered);
  }
  const createdAt = await writeBatch(services.db, { ...batch, items: outcomes.map(keptItem) });
  return viewOfBatch({ ...batch, createdAt }, outcomes);
}

/** The stored part of an item: its intent, from which the outcome is read, or the problem if there is none. */
const keptItem = ({ no, intent, problem }: ItemOutcome): BatchItem =>
  intent === undefined && problem ? { no, intent: null, problem } : { no, intent: intent ?? null };

const nothingDelivered = text(
  '所列申报均未能报送，未制作清单。',
  'None of these applications could be delivered; no list was made.',
);
