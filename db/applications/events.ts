import type { EventBody } from '../../domain/case/events.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';

/** What happened, as it was written; `at` is business time, epoch ms. */
export type StoredEvent = EventBody & { readonly at: number; readonly role: Role };

/** The events of an application after a number, in order, at most `limit`. */
export async function listEvents(
  { sql }: Db,
  no: string,
  page: { after: number; limit: number },
): Promise<StoredEvent[]> {
  const rows = await sql<(EventBody & { at: string; role: Role })[]>`
    select seq, name, stage, to_ms(at) as at, role, data from events
     where no = ${no} and seq > ${page.after} order by seq limit ${page.limit}`;
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}
