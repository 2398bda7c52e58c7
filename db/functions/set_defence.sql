-- Gives an application its slot of the defence, or another one, and tells the applicant and the office of the committee (LN-9.2-a); whoever set it is not told. A new slot ends an
-- absence (A-20). Answers `written`, `unchanged`, `taken` where another defence is in that room at that time, or `closed` where the session takes no slots any more.
create or replace function set_defence(of_session text, of_application text, slot jsonb, by_whom uuid) returns text language plpgsql as
$$
declare
  at_slot timestamptz := from_ms((slot ->> 'at')::bigint);
  r session_roster;
begin
  perform 1 from entities e
   where e.no = of_session and e.state ->> 'status' = any (array(select jsonb_array_elements_text(slot -> 'in'))) and e.state -> 'ballot' = 'null' for share of e;
  if not found then return 'closed'; end if;
  -- One after the other, so that two slots at once do not get the same room.
  perform pg_advisory_xact_lock(lock_key('defences', of_session));
  select * into r from session_roster where session = of_session and application = of_application and left_at is null for update;
  if not found then return 'closed'; end if;
  if r.defence_at = at_slot and r.room = slot ->> 'room' and not r.absent then return 'unchanged'; end if;
  if exists (select 1 from session_roster o where o.session = of_session and o.application <> of_application and o.left_at is null
                and o.defence_at = at_slot and o.room = slot ->> 'room') then
    return 'taken';
  end if;
  update session_roster set defence_at = at_slot, room = slot ->> 'room', absent = false, moved = r.moved + case when r.defence_at is null then 0 else 1 end
   where session = of_session and application = of_application;
  insert into notices (no, person, template, params, about_at)
  select a.no, who.person, case when r.defence_at is null then 'defenceSet' else 'defenceMoved' end,
         jsonb_build_object('defenceAt', to_char(at_slot at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), 'room', slot ->> 'room', 'basis', slot -> 'basis'), world_now(a.world)
    from applications a
   cross join lateral (
     select addressees('applicant', a.world, a.person, a.unit, a.seen_by) union
     select addressees('committeeOffice', a.world, a.person, a.unit, a.seen_by)) who (person)
   where a.no = of_application and who.person <> by_whom;
  return 'written';
end $$;
