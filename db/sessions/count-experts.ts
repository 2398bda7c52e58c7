// SQL by hand: the counts of a step are subqueries of one statement.
import type { Count } from './counting.ts';

/** The newest draw that was not recorded yet; without a proof until its secret is told (a draw that was set aside does not count again). */
export const countDraw: Count = (sql, { session }) => sql`
  (select jsonb_build_object('n', d.n, 'members', coalesce(jsonb_array_length(d.drawn -> 'members'), 0),
            'alternates', coalesce(jsonb_array_length(d.drawn -> 'alternates'), 0), 'proof', case when d.revealed_at is not null then d.pool_hash end)
     from session_draws d
    where d.session = ${session}
      and not exists (select 1 from events v where v.no = d.session and v.name = 'draw' and (v.data -> 'draw' ->> 'n')::integer = d.n)
    order by d.n desc limit 1)`;

/** Members of the recorded draw who did not withdraw from the whole session; an alternate who took such a seat is one of them. */
export const countMembers: Count = (sql, { session }) => sql`
  (select count(*)::integer from session_experts x join entities e on e.no = x.session
    where x.session = ${session} and x.draw = (e.state -> 'draw' ->> 'n')::integer and x.seat = 'member' and not x.recused)`;

/** Those of them who have not said yet whether they must withdraw. */
export const countUndeclared: Count = (sql, { session }) => sql`
  (select count(*)::integer from session_experts x join entities e on e.no = x.session
    where x.session = ${session} and x.draw = (e.state -> 'draw' ->> 'n')::integer and x.seat = 'member' and not x.recused and x.declared_at is null)`;
