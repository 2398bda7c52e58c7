-- The advisory locks of an intent's claims, in the order in which every transaction takes them; the row of the application is locked before them.
create or replace function claim_locks(claims jsonb) returns setof bigint language sql immutable as
$$ select distinct hashtextextended(c ->> 'kind' || ':' || (c ->> 'key'), 0) as claim_lock from jsonb_array_elements(claims) c order by claim_lock $$;
