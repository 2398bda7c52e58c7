-- World time in whole milliseconds. Called after the locks: a time taken before a lock is held would be too early.
create or replace function world_now(world_id uuid) returns timestamptz language sql volatile as
$$ select date_trunc('milliseconds', clock_timestamp())
     + coalesce((select offset_ms from worlds where id = world_id), 0) * interval '1 millisecond' $$;
