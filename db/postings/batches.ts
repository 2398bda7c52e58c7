import { eq, getTableColumns } from 'drizzle-orm';
import type { Receiver } from '../../domain/routing/delivery.ts';
import { excluded, worldNow } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { type BatchItem, batches } from '../schema.ts';

export type { BatchItem };

/** `paperDelivery`: dossiers from a unit to an office. `forwarding`: applications from an authority to the next reviewing office. */
type BatchKind = 'paperDelivery' | 'forwarding';

export type NewBatch = {
  readonly id: string;
  readonly world: string | null;
  readonly kind: BatchKind;
  /** The sender: the unit that delivers, or the office that forwards. */
  readonly unit: string | null;
  readonly office: string | null;
  /** The receiving office and its role. */
  readonly receiver: Receiver;
  readonly createdBy: string;
  readonly items: readonly BatchItem[];
};

/** A stored batch; `createdAt` is business time, epoch ms. */
export type StoredBatch = Omit<NewBatch, 'receiver'> & {
  readonly createdAt: number;
  /** Null for an old batch, from before receiving offices were stored, for which none was found. */
  readonly receiver: Receiver | null;
};

const upsertBatch = prepared(
  ['id', 'world', 'kind', 'unit', 'office', 'receiver', 'items', 'createdBy'],
  (orm, batch) =>
    orm
      .insert(batches)
      .values({ ...batch, createdAt: worldNow(batch.world) })
      .onConflictDoUpdate({ target: batches.id, set: { items: excluded(batches.items) } })
      .returning({ at: batches.createdAt }),
);

/** Stores a batch and returns its instant; the same id again changes only which intents belong to it. */
export async function writeBatch(db: Db, batch: NewBatch): Promise<number> {
  const [row] = await upsertBatch(db, batch);
  if (!row) throw new Error('no batch was written');
  return row.at;
}

const deleteBatch = prepared(['id'], (orm, { id }) => orm.delete(batches).where(eq(batches.id, id)));

/** Takes away a batch of which nothing was delivered. */
export async function dropBatch(db: Db, id: string): Promise<void> {
  await deleteBatch(db, { id });
}

const batchById = prepared(['id'], (orm, { id }) =>
  orm.select(getTableColumns(batches)).from(batches).where(eq(batches.id, id)),
);

/** A batch by its id, or null. */
export async function findBatch(db: Db, id: string): Promise<StoredBatch | null> {
  const [row] = await batchById(db, { id });
  return row ?? null;
}
