// SQL by hand: the counts of a step are subqueries of one statement.
import type { Count } from './counting.ts';

/**
 * Those named as present who have no seat: whoever was not drawn or withdrew, and alternates for whom no member is away.
 */
export const countStrangers: Count = (sql, { session, data }) => {
  const present = JSON.stringify(data.present ?? []);
  return sql`
    (select (jsonb_array_length(${present}::text::jsonb) - count(*) filter (where named)
             + greatest(0, count(*) filter (where named and seat = 'alternate') - count(*) filter (where not named and seat = 'member')))::integer
       from (select x.seat, ${present}::text::jsonb ? x.expert::text as named
               from session_experts x join entities e on e.no = x.session
              where x.session = ${session} and x.draw = (e.state -> 'draw' ->> 'n')::integer and not x.recused) seats)`;
};

/** Whether who is to preside is chair or vice-chair; for the minutes, whether it is the caller who presided. */
export const countPresides: Count = (sql, { session, data, person }) =>
  data.chair === undefined
    ? sql`exists (select 1 from entities e join experts x on x.id::text = e.state ->> 'chair' where e.no = ${session} and x.person = ${person}::uuid)`
    : sql`exists (select 1 from experts x where x.id::text = ${data.chair} and x.chair is not null)`;

/** Applications that a quorum may vote on, and those that wait for one. */
export const countReady: Count = (sql, { session }) =>
  sql`(select count(*)::integer from session_hearings(${session}) h where h.ready)`;
export const countWaiting: Count = (sql, { session }) =>
  sql`(select count(*)::integer from session_hearings(${session}) h where not h.ready)`;

/**
 * Sheets and opinions that are missing before the vote: from each expert who votes, the sheets that the hearing of the application has; as many opinions as the rules
 * ask. Nothing is missing where the applicant was absent, and where there is no quorum nobody votes.
 */
export const countMissing: Count = (sql, { session }) => sql`
  (select jsonb_build_object(
     'sheets', coalesce(sum(case when h.hearing ? 'weights' then h.voters - h.quantified else 0 end
       + case when (h.hearing ->> 'defence')::boolean then h.voters - h.defence else 0 end), 0),
     'opinions', coalesce(sum(greatest(0, (e.state -> 'plan' -> 'rules' -> 'opinions' ->> 'least')::integer - h.opinions)), 0))
     from entities e left join session_hearings(${session}) h on h.ready and not h.absent where e.no = ${session})`;

/** Who made the entry that is corrected: another person corrects it. Null where there is no such entry. */
export const countEnteredBy: Count = (sql, { session, data: { what, sheet } }) => {
  if (what === 'score')
    return sql`
      (select s.by_person from session_sheets s
        where s.session = ${session} and s.application = ${sheet?.application ?? ''} and s.expert::text = ${sheet?.expert ?? ''} and s.kind = ${sheet?.kind ?? ''}
        order by s.version desc limit 1)`;
  const steps = what === 'attendance' ? ['openMeeting', 'recordAttendance'] : ['plan', 'reschedule'];
  return sql`
    (select v.person from events v
      where v.no = ${session} and (v.name = any (${steps}::text[]) or (v.name = 'correct' and v.data ->> 'what' = ${what ?? ''})) order by v.seq desc limit 1)`;
};
