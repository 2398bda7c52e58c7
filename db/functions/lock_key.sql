-- The key of the advisory lock of a world or a programme. A transaction that reads its clock or dates takes the lock shared, one that changes them
-- exclusively (hold_for_moving). The seed 1 keeps these keys apart from those of claims.
create or replace function lock_key(kind text, id text) returns bigint language sql immutable as
$$ select hashtextextended(kind || ':' || id, 1) $$;
