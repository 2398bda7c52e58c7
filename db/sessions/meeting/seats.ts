// SQL by hand: the seat of a caller is found by the draw that counts, which stands in the state of the session.
import type { Seat } from '../../../domain/session/meeting/reading.ts';
import type { Db } from '../../connection.ts';

/** The seat of somebody who was drawn, and whether they preside. */
export type StoredSeat = Seat & { readonly expert: string; readonly presides: boolean };

/** The seat of a person in a session, unless they were not drawn, or withdrew from it or from the application in question. */
export async function findSeat(
  { sql }: Pick<Db, 'sql'>,
  { session, person, application = null }: { session: string; person: string; application?: string | null },
): Promise<StoredSeat | null> {
  const [row] = await sql<StoredSeat[]>`
    select x.expert, x.seat, x.present, x.recused, e.state ->> 'chair' = x.expert::text and x.present as presides
      from entities e
      join session_experts x on x.session = e.no and x.draw = (e.state -> 'draw' ->> 'n')::integer
      join experts p on p.id = x.expert
     where e.no = ${session} and p.person = ${person}::uuid and not x.recused
       and not exists (select 1 from session_recusals c where c.session = e.no and c.expert = x.expert and c.application = ${application})`;
  return row ?? null;
}
