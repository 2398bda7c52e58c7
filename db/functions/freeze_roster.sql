-- Freezes the roster of a session when its meeting begins; from then on nobody on it withdraws (A-39). Locks the applications in order of `no`, as everywhere.
-- Where an intent of one of them is open, nothing is frozen, and the answer names them: what was recorded before is decided first.
create or replace function freeze_roster(of_session text) returns jsonb language plpgsql as
$$
declare
  nos text[];
  undecided text[];
  frozen_count integer;
begin
  perform 1 from applications a
   where a.no in (select r.application from session_roster r where r.session = of_session and r.left_at is null)
   order by a.no for update;
  nos := array(select r.application from session_roster r where r.session = of_session and r.left_at is null);
  -- Beside them, those who were accepted for the roster before it closed and are not written on it yet.
  undecided := array(
    select distinct i.no from intents i
     where i.outcome is null
       and (i.no = any (nos) or (i.action = 'joinSession' and i.argument::jsonb -> 'data' ->> 'session' = split_part(of_session, '/', 2)))
     order by i.no);
  if cardinality(undecided) > 0 then
    return jsonb_build_object('roster', cardinality(nos), 'open', to_jsonb(undecided));
  end if;
  update session_roster set frozen = true where session = of_session and left_at is null;
  get diagnostics frozen_count = row_count;
  return jsonb_build_object('roster', frozen_count, 'open', '[]'::jsonb);
end $$;
