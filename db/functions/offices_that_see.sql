-- The offices that see a case, by role: those in charge of a role to which it has come, now (`come_to`) or before (`seen`). As `officesThatSee` of the domain.
create or replace function offices_that_see(acting jsonb, come_to jsonb, seen jsonb) returns jsonb language sql immutable as
$$ select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(acting) where come_to ? key or seen ? key $$;
