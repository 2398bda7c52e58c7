-- The advisory locks of what an intent claims, in the one order in which everyone takes them, after the row of the application.
create or replace function claim_locks(claims jsonb) returns setof bigint language sql immutable as
$$ select distinct hashtextextended(c ->> 'kind' || ':' || (c ->> 'key'), 0) as claim_lock from jsonb_array_elements(claims) c order by claim_lock $$;
