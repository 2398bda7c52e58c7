-- Writes who is present in a session (A-37). An alternate who is present sits for a member who is not, both in the order of the draw.
create or replace function seat_experts(of_session text, present_ids jsonb) returns void language plpgsql as
$$
declare
  of_draw integer := (select (e.state -> 'draw' ->> 'n')::integer from entities e where e.no = of_session);
begin
  update session_experts x set present = not x.recused and present_ids ? x.expert::text, substitute = null
   where x.session = of_session and x.draw = of_draw;
  with away as (
    select x.expert, row_number() over (order by x.place) as turn from session_experts x
     where x.session = of_session and x.draw = of_draw and x.seat = 'member' and not x.recused and not x.present),
  called as (
    select x.expert, row_number() over (order by x.place) as turn from session_experts x
     where x.session = of_session and x.draw = of_draw and x.seat = 'alternate' and x.present)
  update session_experts x set substitute = called.expert
    from away join called using (turn) where x.session = of_session and x.expert = away.expert;
end $$;
