import type { Receiver } from '../../domain/routing/delivery.ts';
import type { Db } from '../connection.ts';

/** An application in a batch and the intent that came of it; null where none was recorded, with the problem that stood against it. */
export type BatchItem = {
  readonly no: string;
  readonly intent: string | null;
  readonly problem?: Readonly<Record<string, unknown>>;
};

/** `paperDelivery`: a unit's dossiers to an office; `forwarding`: an authority's to the one that reviews them next. */
type BatchKind = 'paperDelivery' | 'forwarding';

export type NewBatch = {
  readonly id: string;
  readonly world: string | null;
  readonly kind: BatchKind;
  /** Of whom it is: the unit that delivers, or the office that forwards. */
  readonly unit: string | null;
  readonly office: string | null;
  /** Whom it is addressed to. */
  readonly receiver: Receiver;
  readonly createdBy: string;
  readonly items: readonly BatchItem[];
};

/** A batch as it is kept; `createdAt` is business time, epoch ms. */
export type StoredBatch = Omit<NewBatch, 'receiver'> & {
  readonly createdAt: number;
  /** Null where it was made before addressees were kept and nobody was found to act. */
  readonly receiver: Receiver | null;
};

/** Keeps a batch; the same id again changes nothing but which intents came of it. */
export async function writeBatch({ sql }: Db, batch: NewBatch): Promise<number> {
  const { id, world, kind, unit, office, receiver, createdBy, items } = batch;
  const [row] = await sql<{ at: string }[]>`
    insert into batches (id, world, kind, unit, office, receiver, items, created_by, created_at)
    values (${id}, ${world}, ${kind}, ${unit}, ${office}, ${JSON.stringify(receiver)}::text::jsonb, ${JSON.stringify(items)}::text::jsonb,
            ${createdBy}, world_now(${world}))
    on conflict (id) do update set items = excluded.items returning to_ms(created_at) as at`;
  return Number(row?.at);
}

/** A batch by its id, or null. */
export async function findBatch({ sql }: Db, id: string): Promise<StoredBatch | null> {
  const [row] = await sql<(StoredBatch & { createdAt: string })[]>`
    select id, world, kind, unit, office, receiver, items, created_by as "createdBy", to_ms(created_at) as "createdAt" from batches where id = ${id}`;
  return row ? { ...row, createdAt: Number(row.createdAt) } : null;
}
