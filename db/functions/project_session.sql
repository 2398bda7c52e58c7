-- What a step of a session changes elsewhere. Whoever was drawn is asked to declare. A session that is cancelled or whose results are void frees its roster, so that its applications wait for another
-- one. Of a session whose meeting has not begun nothing is frozen, also where the opening was refused in the end.
create or replace function project_session(of_no text, p jsonb) returns void language plpgsql as
$$
declare
  status text := p -> 'snapshot' ->> 'status';
begin
  perform project_ballot(of_no, p);
  perform project_meeting(of_no, p);
  if p -> 'events' -> -1 ->> 'name' = 'draw' then perform ask_to_declare(of_no, null); end if;
  if status in ('CANCELLED', 'VOIDED') then
    update session_roster set left_at = from_ms((p -> 'snapshot' ->> 'lastAt')::bigint), why = lower(status)
     where session = of_no and left_at is null;
  elsif status in ('PLANNED', 'NOTICE_PUBLISHED', 'ACCEPTING', 'RECHECK_CLOSED', 'OPENING_REPORTED', 'APPROVED', 'EXPERTS_DRAWN', 'RECUSALS_SETTLED') then
    update session_roster set frozen = false where session = of_no and frozen;
  end if;
  perform tell_applications(of_no, p);
end $$;
