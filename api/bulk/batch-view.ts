import type { StoredIntent } from '../../db/intents/receipts.ts';
import type { BatchItem, StoredBatch } from '../../db/postings/batches.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { refused } from '../http/errors.ts';
import { acceptedItem, type ItemOutcome, refusedItem } from './bulk-act.ts';

/** A batch with its receipt, as it is answered; the receipt counts what was delivered. */
export const viewOfBatch = (
  { id, kind, unit, office, receiver, createdAt }: Omit<StoredBatch, 'world' | 'createdBy' | 'items'>,
  items: readonly ItemOutcome[],
) => ({
  ...{ id, kind, unit, office, receiver, createdAt: toRfc3339(createdAt) },
  count: items.filter(({ status }) => status === 'accepted').length,
  items,
});

/** The present result of one item. */
export function outcomeNow(
  { no, problem }: BatchItem,
  intent: StoredIntent | undefined,
  language: 'zh' | 'en',
): ItemOutcome {
  if (!intent) return problem ? { no, status: 'refused', problem } : { no, status: 'notRecorded' };
  const item = { no, intent: intent.id };
  const { outcome, accepted } = intent;
  if (!outcome || accepted === null) return { ...item, status: 'recorded' };
  return 'refusal' in outcome
    ? refusedItem(item, refused(outcome.refusal), language)
    : acceptedItem(item, { accepted, outcome });
}
