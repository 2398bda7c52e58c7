-- Keeps a decision of the title office about the people of a unit, and gives its instant in milliseconds; a later one about the same counts in its place; every one is kept in routing_events.
create or replace function write_routing(world_id uuid, given jsonb) returns bigint language plpgsql as
$$
declare
  moment timestamptz := world_now(world_id);
begin
  insert into routing_events (world, programme, unit, series, specialty, level, committee, destination, person, decided_at)
  values (world_id, given ->> 'programme', (given ->> 'unit')::uuid, given ->> 'series', given ->> 'specialty', given ->> 'level',
          given ->> 'committee', given ->> 'destination', (given ->> 'person')::uuid, moment);
  insert into routings (world, programme, unit, series, specialty, level, committee, destination, person, decided_at)
  values (world_id, given ->> 'programme', (given ->> 'unit')::uuid, given ->> 'series', given ->> 'specialty', given ->> 'level',
          given ->> 'committee', given ->> 'destination', (given ->> 'person')::uuid, moment)
  on conflict (world, programme, unit, series, specialty, level) do update
    set committee = excluded.committee, destination = excluded.destination, person = excluded.person, decided_at = excluded.decided_at;
  return to_ms(moment);
end $$;
