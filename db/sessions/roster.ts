import type { Db } from '../connection.ts';

/** What came of freezing a roster: how many are on it, or the applications of which something must be decided first. */
export type Frozen = { readonly roster: number; readonly open: readonly string[] };

/** Freezes the roster of a session, unless something recorded of one of its applications is still to be decided. */
export async function freezeRosterOf({ sql }: Db, session: string): Promise<Frozen> {
  const [row] = await sql<{ frozen: Frozen }[]>`select freeze_roster(${session}) as frozen`;
  if (!row) throw new Error('freeze_roster gave no row');
  return row.frozen;
}
