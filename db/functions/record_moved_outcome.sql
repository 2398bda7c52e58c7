-- Writes the outcome of a change of the committee like any other, and in the same statement gives the application its new plan and offices.
create or replace function record_moved_outcome(p jsonb) returns jsonb language plpgsql as
$$
declare
  answer jsonb := record_outcome(p);
  route jsonb := p -> 'route';
begin
  if answer ->> 'status' = 'written' and (p ->> 'accepted')::boolean then
    update applications a
       set committee = route ->> 'committee', destination = route ->> 'destination', office = route ->> 'office', acting = route -> 'acting',
           seen_by = offices_that_see(route -> 'acting', p -> 'comeTo', a.seen_by),
           plan_hash = p -> 'plan' ->> 'hash', plan_timeline = (p -> 'plan' ->> 'timelineVersion')::integer
      from intents i where i.id = (p ->> 'intent')::uuid and a.no = i.no;
  end if;
  return answer;
end $$;
