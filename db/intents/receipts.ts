import type { Db } from '../connection.ts';
import type { Outcome } from './command-path.ts';

/** An intent as its actor may ask for it; `receivedAt` is business time, epoch ms. */
export type StoredIntent = {
  readonly id: string;
  readonly no: string;
  readonly action: string;
  readonly person: string;
  readonly receivedAt: number;
  readonly accepted: boolean | null;
  readonly outcome: Outcome | null;
};

/** Intents by their ids, in no particular order. */
export async function findIntents({ sql }: Db, ids: readonly string[]): Promise<StoredIntent[]> {
  if (ids.length === 0) return [];
  const rows = await sql<(StoredIntent & { receivedAt: string })[]>`
    select id, no, action, person, to_ms(received_at) as "receivedAt", accepted, outcome
      from intents where id = any(${ids as string[]}::uuid[])`;
  return rows.map((row) => ({ ...row, receivedAt: Number(row.receivedAt) }));
}
