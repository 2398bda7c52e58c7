// SQL by hand: the counts of a step are subqueries of one statement.
import type { Count } from '../counting.ts';

/** Results that are still on their way to their applications. One that the application refused, because it had ended, is on its way no more. */
export const countUndelivered: Count = (sql, { session }) => sql`
  (select count(*)::integer from session_results r join applications a on a.no = r.application
    where r.session = ${session} and not r.voided and r.delivered is null and not a.closed
      and r.round = (select max(l.round) from session_results l where l.session = r.session and l.application = r.application)
      and not exists (select 1 from intents i
                       where i.key_hash = concat_ws('/', 'result', split_part(r.session, '/', 2), r.round, r.application) and i.outcome is not null))`;

/** Those who passed and whose result is not posted yet, or whose last day of objecting is not over. One who is held by an objection after it holds nobody else. */
export const countOpenPublicities: Count = (sql, { session }) => sql`
  (select count(*)::integer from session_results r join applications a on a.no = r.application join entities e on e.no = r.session
    where r.session = ${session} and r.passed and r.delivered is not null and not r.voided and a.outcome is null
      and a.stage = e.state -> 'plan' -> 'stage' ->> 'next'
      and coalesce(((a.snapshot -> 'stage' ->> 'lastDay')::date + 1)::timestamp at time zone 'Asia/Shanghai' > world_now(a.world), true))`;
