-- Worlds and timelines are held by a shared lock beside the row, not on it: a lock on a row writes the row, for every action. Whoever moves one takes the
-- lock exclusively, which waits for every action under way.
create or replace function hold_for_moving() returns trigger language plpgsql as
$$
begin
  perform pg_advisory_xact_lock(lock_key(tg_argv[0], new.id::text));
  return new;
end $$;

create or replace trigger moving before update of offset_ms on worlds for each row execute function hold_for_moving('world');
create or replace trigger moving before update of timeline_version on programmes for each row execute function hold_for_moving('programme');
