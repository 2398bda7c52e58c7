import type { Db } from '../connection.ts';

/** What happened, as it was written; `at` is business time, epoch ms. */
export type StoredEvent = {
  readonly seq: number;
  readonly name: string;
  readonly stage: string | null;
  readonly at: number;
  readonly role: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** The events of an application after a number, in order, at most `limit`. */
export async function listEvents(
  { sql }: Db,
  no: string,
  page: { after: number; limit: number },
): Promise<StoredEvent[]> {
  const rows = await sql<(StoredEvent & { at: string })[]>`
    select seq, name, stage, to_ms(at) as at, role, data from events
     where no = ${no} and seq > ${page.after} order by seq limit ${page.limit}`;
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}
