// SQL by hand: an absence is written by one statement that asks how the session stands.
import type { SessionStatus } from '../../../domain/session/steps.ts';
import type { Db } from '../../connection.ts';

/** The slot of a defence; `at` is epoch ms, `in` the statuses in which slots are given, `basis` the clauses and readings that the notice names. */
export type Slot = {
  readonly at: number;
  readonly room: string;
  readonly in: readonly SessionStatus[];
  readonly basis: readonly string[];
};
type Whose = { readonly session: string; readonly application: string };

export type SlotWritten = 'written' | 'unchanged' | 'taken' | 'closed';

/** Gives an application a slot, and tells the applicant and the office. */
export async function setDefence(
  { sql }: Pick<Db, 'sql'>,
  { session, application }: Whose,
  { slot, person }: { readonly slot: Slot; readonly person: string },
): Promise<SlotWritten> {
  const given = JSON.stringify(slot);
  const [row] = await sql<{ status: SlotWritten }[]>`
    select set_defence(${session}, ${application}, ${given}::text::jsonb, ${person}) as status`;
  if (!row) throw new Error('set_defence gave no row');
  return row.status;
}

/** Records that an applicant did not come to the defence whose time has come; false where the session takes that no more. */
export async function recordAbsence({ sql }: Pick<Db, 'sql'>, { session, application }: Whose): Promise<boolean> {
  const rows = await sql`
    with sitting as (
      select e.no, e.world from entities e
       where e.no = ${session} and e.state ->> 'status' = 'IN_SESSION' and e.state -> 'ballot' = 'null'::jsonb for share of e)
    update session_roster r set absent = true from sitting s
     where r.session = s.no and r.application = ${application} and r.left_at is null and r.defence_at <= world_now(s.world)
    returning r.application`;
  return rows.length > 0;
}
