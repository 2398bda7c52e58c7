-- The key of the advisory lock that stands for a world or a programme. Who reads its clock or timeline takes the lock shared; who moves it takes it
-- exclusively (hold_for_moving). The seed 1 keeps these keys apart from those of claims.
create or replace function lock_key(kind text, id text) returns bigint language sql immutable as
$$ select hashtextextended(kind || ':' || id, 1) $$;
