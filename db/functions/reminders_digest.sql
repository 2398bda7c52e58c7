-- What tells two lists of reminders apart; null where there are none.
create or replace function reminders_digest(wanted jsonb, version integer) returns text language sql immutable as
$$ select case when jsonb_array_length(nullif(wanted, 'null')) > 0 then md5(version || wanted::text) end $$;
