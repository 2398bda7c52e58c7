-- Writes what the events of an application change of the rosters of sessions: it is on one at a time, and leaves it when it is taken off or has ended, unless the
-- meeting has begun. A session that was cancelled meanwhile has no roster.
create or replace function write_roster(of_no text, happened jsonb, by_intent uuid) returns void language plpgsql as
$$
declare
  ev jsonb;
begin
  for ev in select e from jsonb_array_elements(happened) e where e ->> 'name' in ('onRoster', 'offRoster', 'ended') loop
    update session_roster
       set left_at = from_ms((ev ->> 'at')::bigint),
           why = case when ev ->> 'name' <> 'ended' then 'removed' when ev -> 'data' ->> 'outcome' = 'WITHDRAWN' then 'withdrawn' else 'ended' end
     where application = of_no and left_at is null and not frozen;
    if ev ->> 'name' = 'onRoster' then
      insert into session_roster (session, application, intent, joined_at)
      select e.no, of_no, by_intent, from_ms((ev ->> 'at')::bigint)
        from entities e where e.no = 'session/' || (ev -> 'data' ->> 'session') and e.state ->> 'status' not in ('CANCELLED', 'VOIDED')
      on conflict (session, application) do update
        set intent = excluded.intent, joined_at = excluded.joined_at, frozen = false, left_at = null, why = null;
    end if;
  end loop;
end $$;
