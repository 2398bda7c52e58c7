-- An action holds its world and its programme by shared advisory locks. A lock on the row would write the row for every action. Whoever moves a clock or
-- changes dates takes the lock exclusively, and so waits for all actions that are under way.
create or replace function hold_for_moving() returns trigger language plpgsql as
$$
begin
  perform pg_advisory_xact_lock(lock_key(tg_argv[0], new.id::text));
  return new;
end $$;

create or replace trigger moving before update of offset_ms on worlds for each row execute function hold_for_moving('world');
create or replace trigger moving before update of timeline_version on programmes for each row execute function hold_for_moving('programme');
